"""What the page of one person shows from the rooms above: their own story.

Whoever keeps stories registers a source here, found by `autodiscover` the way the worklist finds its sources.
A source gives a column and not rows, so that the page asks everything about a person in one question.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django.db.models.expressions import Combinable

COLUMN = "own_story_kept"


@dataclass(frozen=True)
class OwnStory:
    """The story of theirs that visitors may read, in the language that is active where it is there in it."""

    url: str
    title: str
    lead: str = ""
    lang: str = ""  # where it is not that of the page


class Source(Protocol):
    def column(self, on: date) -> Combinable:
        """For a query of people: what is kept of the newest story, or null."""

    def read(self, kept: dict[str, Any]) -> OwnStory: ...


_sources: list[Source] = []


def source(contributor: Source) -> Source:
    if contributor not in _sources:
        _sources.append(contributor)
    return contributor


def columns(on: date) -> dict[str, Combinable]:
    """To annotate a query of people with."""
    return {f"{COLUMN}_{number}": one.column(on) for number, one in enumerate(_sources)}


def own_story(person: object) -> OwnStory | None:
    """Of somebody from a query with those columns."""
    for number, one in enumerate(_sources):
        if kept := getattr(person, f"{COLUMN}_{number}", None):
            return one.read(kept)
    return None
