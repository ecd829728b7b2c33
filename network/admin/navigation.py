"""The menu beside every page of the leader's admin: each app adds its own entries.

An entry whose address is not there is left out, so that no app has to know which others are installed.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from network.models import Network
from network.once_per_language import once_per_language
from network.permissions import is_leader


class Group(Enum):
    WORK = _("Work")
    PEOPLE = _("People")
    ROUND = _("The yearly round")
    CONTENT = _("Content")
    ACCOUNT = _("Accounting for it")
    SETTINGS = _("Settings")


@dataclass(frozen=True)
class Entry:
    group: Group
    order: int
    label: Any  # a text, or a function of the network that gives one
    to: str  # the name of an address without values
    counts: Collection[str] = ()  # sources of the worklist whose number stands behind the label
    leader_only: bool = False
    rare: bool = False  # not of every day: folded under its group, unless something waits there


@dataclass(frozen=True)
class Link:
    label: str
    url: str
    count: int
    is_current: bool


@dataclass(frozen=True)
class Section:
    title: str
    links: list[Link]
    more: list[Link]  # folded


_entries: list[Entry] = []
EVERYTHING = ("*",)


def add(
    group: Group,
    order: int,
    label: str | Promise | Callable[[Network], str],
    to: str,
    *,
    counts: Collection[str] = (),
    leader_only: bool = False,
    rare: bool = False,
) -> None:
    if all(entry.to != to for entry in _entries):
        _entries.append(Entry(group, order, label, to, counts, leader_only, rare))
        _entries.sort(key=lambda entry: entry.order)


def menu(request: HttpRequest, waiting: dict[str, int]) -> list[Section]:
    """The groups with their links; `waiting` says how many items of each source of the worklist there are."""
    network = request.network
    found: list[tuple[Entry, str]] = []
    for entry in _entries:
        if entry.leader_only and not is_leader(request.user, network):
            continue
        if url := _address(entry.to):
            found.append((entry, url))
    home = reverse("admin:index")  # every address begins with it
    current = max(
        (
            url
            for _entry, url in found
            if request.path.startswith(url) and (url != home or request.path == home)
        ),
        key=len,
        default="",
    )
    sections = []
    for group in Group:
        links: dict[bool, list[Link]] = {False: [], True: []}
        for entry, url in found:
            if entry.group is group:
                label = capfirst(str(entry.label(network) if callable(entry.label) else entry.label))
                link = Link(label, url, _number(entry, waiting), url == current)
                links[entry.rare and not link.count and not link.is_current].append(link)
        if links[False] or links[True]:
            sections.append(Section(str(group.value), links[False], links[True]))
    return sections


@once_per_language
def _address(name: str) -> str | None:
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


def _number(entry: Entry, waiting: dict[str, int]) -> int:
    if entry.counts == EVERYTHING:
        return sum(waiting.values())
    return sum(waiting.get(source, 0) for source in entry.counts)
