"""The kinds of e-mail there are. Every app registers its own in `emails`, found when Django starts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise

from network.models import Message, Network

if TYPE_CHECKING:
    Words = str | Promise
else:
    Words = str


class UnknownKind(LookupError):
    """A mail of a kind that no app registered."""


@dataclass(frozen=True)
class Group:
    """What somebody can stop or want again with one tick: some kinds of mail together."""

    name: str
    title: Words
    about: Words
    stoppable: bool = True
    of_the_team: bool = False  # only for whoever runs the network, also at the moment it leaves


@dataclass(frozen=True)
class Kind:
    """One e-mail: where its words stand, what goes into it and when it may leave."""

    name: str
    group: Group
    title: Words
    template: str  # folder with subject.txt, body.txt and body.html
    # Why somebody gets it, where the words of the group are not true for them.
    about: Words | None = None
    placeholders: Mapping[str, Words] = field(default_factory=dict)
    # Plain values with which a preview and the tests can show the mail, without a person.
    sample: Callable[[Network], Mapping[str, Any]] = lambda network: {}
    # What the text says follows from the present state, asked when it is shown and when it leaves.
    context: Callable[[Message], Mapping[str, Any]] | None = None
    # True, or the reason why the mail is no longer needed.
    still_due: Callable[[Message], bool | str] | None = None
    # When a mail that wants to leave now may do so; None: now.
    window: Callable[[Network, datetime], datetime | None] | None = None
    # An appointment that goes along for the calendar of the receiver: its method and the iCalendar file.
    calendar: Callable[[Message], tuple[str, bytes] | None] | None = None
    variants: tuple[tuple[str, Words], ...] = ()
    editable: bool = True  # may a network write its own text, and the leader change one mail?
    chase: bool = False  # waits as long as the chase of the network is off
    secret: bool = False  # a code or link to sign in: never shown to anybody, gone once sent

    @property
    def stoppable(self) -> bool:
        return self.group.stoppable


_groups: dict[str, Group] = {}
_kinds: dict[str, Kind] = {}


def register_group(
    name: str, title: Words, about: Words, *, stoppable: bool = True, of_the_team: bool = False
) -> Group:
    group = Group(name, title, about, stoppable, of_the_team)
    _groups[name] = group
    return group


def register(name: str, group: Group, title: Words, template: str, **options: Any) -> Kind:
    kind = Kind(name, group, title, template, **options)
    _kinds[name] = kind
    return kind


def kind_of(name: str) -> Kind:
    try:
        return _kinds[name]
    except KeyError:
        raise UnknownKind(name) from None


def find(name: str) -> Kind | None:
    return _kinds.get(name)


def kinds() -> list[Kind]:
    return list(_kinds.values())


def groups() -> list[Group]:
    """The groups that have mails, in the order in which they were registered."""
    used = {kind.group.name for kind in _kinds.values()}
    return [group for group in _groups.values() if group.name in used]
