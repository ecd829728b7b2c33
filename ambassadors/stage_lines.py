"""What somebody did on stage, as their page shows it: plain values, so that a line is drawn once."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from ambassadors.models import PodiumKind


@dataclass(frozen=True)
class StageLine:
    date: date
    kind: str
    title: str = ""
    link: str = ""
    at: str = ""
    heard_by: int = 0  # nobody knows, or it is not for a line: 0

    @property
    def name(self) -> str:
        return self.title or str(PodiumKind(self.kind).label)


def stage_line(podium: Any) -> StageLine:
    """Of a one-to-one talk a visitor reads only that it was one."""
    if podium.kind == PodiumKind.ONE_TO_ONE:
        return StageLine(podium.date, podium.kind)
    heard_by = 0 if podium.is_media else podium.counted or 0
    return StageLine(podium.date, podium.kind, podium.title, podium.link, podium.at, heard_by)
