"""Charts as SVG, drawn by the server: the same picture on the page and on paper.

Every bar has its label above it and its value at the end of that line, so that no legend or axis is needed;
a confirmed part is filled, what is an estimate is hatched. A line across a bar says how far it would reach in
proportion to the audience; what it falls short of that is tinted.
"""

from dataclasses import dataclass
from typing import Any

from django.template.loader import get_template

from network.report import Chart

WIDTH = 360
ROW = 42
THICK = 10
MARK = 2


@dataclass(frozen=True)
class Drawn:
    label: str
    value: int
    note: str
    top: int
    sure: float  # widths
    rest: float
    mark: float | None = None  # places from the left
    short: float = 0.0  # from the end of the bar to the mark

    @property
    def end(self) -> float:
        return self.sure + self.rest


def drawn(chart: Chart) -> tuple[list[Drawn], int]:
    """The bars in their places, and the height of the picture."""
    most = max((max(bar.value, bar.mark or 0) for bar in chart.bars), default=0)
    made = []
    for number, bar in enumerate(chart.bars):
        sure = bar.value if bar.sure is None else min(bar.sure, bar.value)
        mark = None if bar.mark is None else _width(bar.mark, most)
        made.append(
            Drawn(
                label=bar.label,
                value=bar.value,
                note=bar.note,
                top=number * ROW,
                sure=_width(sure, most),
                rest=_width(bar.value, most) - _width(sure, most),
                mark=mark and min(mark, WIDTH - MARK),
                short=max((mark or 0.0) - _width(bar.value, most), 0.0),
            )
        )
    return made, max(len(made) * ROW, 1)


def _width(value: int, most: int) -> float:
    return round(WIDTH * value / most, 1) if most else 0.0


def picture_of(chart: Chart, colours: dict[str, str] | None) -> str:
    """The SVG; with colours it stands by itself, as a picture on paper has to."""
    bars, height = drawn(chart)
    values: dict[str, Any] = {
        "chart": chart, "bars": bars, "height": height, "width": WIDTH, "thick": THICK,
        "colours": colours, "has_estimates": any(bar.rest for bar in bars),
    }  # fmt: skip
    return get_template("network/report/chart.svg").render(values)
