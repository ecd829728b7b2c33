"""What can be found, as the apps hand it over: each thing as plain values, and how its entry is made of them.

Values are quickly read; texts, words and addresses are made only of what is new. So what is made may follow
from the values and the language alone: something else that is looked at would be missed when it changes.
"""

import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from network.models import Network

EVERYBODY = ""
TEAM = "team"


def of_person(pk: int) -> str:
    """The audience of one person."""
    return f"person-{pk}"


class Side(Enum):
    """Visitors never wait for what only those inside may find."""

    OUTSIDE = "what everybody may find"
    INSIDE = "what the team or one person may find"

    def is_of(self, audience: str) -> bool:
        return (audience == EVERYBODY) == (self is Side.OUTSIDE)


@dataclass(frozen=True)
class Found:
    """One thing as it is found, in the language that is active."""

    url: str
    title: str
    over: str = ""  # who, where, from which source: shown above the title and found as the summary is
    summary: str = ""
    body: Sequence[str] = ()  # each part a passage of its own: a snippet never runs on into the next
    also: Sequence[str] = ()  # words it is found by and that are not shown: sector, place, tags
    text_language: str = ""  # where it is not that of the page


@dataclass(frozen=True)
class Findable:
    """One thing that can be found, before anything is made of it."""

    kind: str
    key: str
    make: Callable[..., Found]
    values: tuple[Any, ...]  # all that `make` needs
    audience: str = EVERYBODY

    def made(self) -> Found:
        return self.make(*self.values)

    @property
    def mark(self) -> str:
        """Another one as soon as its values are, or the way in which entries are made."""
        of = json.dumps((_way_of_making(), self.make.__name__, self.values), ensure_ascii=False, default=repr)
        return hashlib.blake2s(of.encode(errors="backslashreplace"), digest_size=16).hexdigest()


Source = Callable[[Network, date], Iterable[Findable]]
_sources: dict[Side, list[Source]] = {side: [] for side in Side}


def source(side: Side) -> Callable[[Source], Source]:
    """Each app says in its `searchable.py` what can be found, by everybody or by those inside."""

    def keep(contributor: Source) -> Source:
        if contributor not in _sources[side]:
            _sources[side].append(contributor)
        return contributor

    return keep


def everything(side: Side, network: Network, on: date) -> Iterable[Findable]:
    """In the language that is active; what a source hands over for the other side is left out."""
    for contributor in _sources[side]:
        yield from (one for one in contributor(network, on) if side.is_of(one.audience))


@cache
def _way_of_making() -> str:
    """A digest of the code and the words that entries are made with: a new release makes them anew."""
    makers = {contributor.__module__ for sources in _sources.values() for contributor in sources}
    makers |= {__name__, "knowledgebank.search_index", "knowledgebank.search_words", "network.richtext"}
    files = [Path(str(sys.modules[name].__file__)) for name in sorted(makers)]
    files += sorted(settings.BASE_DIR.glob("*/models/*.py"))  # labels of choices, names, places
    files += sorted(settings.BASE_DIR.glob("locale/*/LC_MESSAGES/*.po"))
    return hashlib.blake2s(b"".join(file.read_bytes() for file in files), digest_size=8).hexdigest()
