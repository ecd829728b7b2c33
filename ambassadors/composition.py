"""How a group mirrors its audience, and what appointing somebody does to that: pure, exact, no database.

A person is a mapping of trait to the value as it was written; an audience gives every group of a trait a
weight, in companies or in percentages: only the proportion counts. What is not known of a person is left
out of a figure and said beside it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from math import floor

Traits = Mapping[str, str]
"""What is known of one person: the value by trait; empty or absent where it is not known."""


@dataclass(frozen=True)
class Group:
    """A part of the audience under one trait, and the other words for it."""

    name: str
    weight: Fraction = Fraction(0)
    also: tuple[str, ...] = ()


class Verdict(StrEnum):
    """How one group is present beside the audience."""

    ABSENT = "absent"  # at least half a place is due, nobody has it
    SHORT = "short"  # a whole place or more too few
    FITS = "fits"
    OVER = "over"  # a whole place or more too many
    ELSEWHERE = "elsewhere"  # the audience does not have this group


class Move(StrEnum):
    """What a choice does to one group."""

    NEW = "new"  # from nobody to somebody
    CLOSER = "closer"
    FURTHER = "further"
    SAME = "same"


@dataclass(frozen=True)
class Line:
    """One group of one trait: how many now, how many then, how many would mirror the audience."""

    name: str
    now: int
    then: int
    share: Fraction | None  # of the audience; None where the audience does not have the group
    now_of: int  # people whose trait is known
    then_of: int

    @property
    def added(self) -> int:
        return self.then - self.now

    @property
    def due(self) -> Fraction:
        """Places that mirror the audience in the group as it would be."""
        return (self.share or Fraction(0)) * self.then_of

    @property
    def gap(self) -> Fraction:
        """Places too few; below zero: too many."""
        return self.due - self.then

    @property
    def verdict(self) -> Verdict:
        if self.share is None:
            return Verdict.ELSEWHERE
        if self.then == 0 and self.due >= Fraction(1, 2):
            return Verdict.ABSENT
        if self.gap >= 1:
            return Verdict.SHORT
        return Verdict.OVER if self.gap <= -1 else Verdict.FITS

    @property
    def move(self) -> Move:
        if self.share is None or (self.now, self.now_of) == (self.then, self.then_of):
            return Move.SAME
        if self.now == 0 and self.then > 0 and self.share:
            return Move.NEW
        before = abs(self.share - _of(self.now, self.now_of))
        after = abs(self.share - _of(self.then, self.then_of))
        return Move.SAME if before == after else Move.CLOSER if after < before else Move.FURTHER


@dataclass(frozen=True)
class Board:
    """One trait of a group beside its audience."""

    trait: str
    lines: tuple[Line, ...]
    unknown: int  # people of whom the trait is not known, then
    has_audience: bool

    @cached_property
    def likeness(self) -> Fraction | None:
        """The part of the group that is spread like the audience; None where one of them is not known."""
        return self._likeness([line.then for line in self.lines])

    @cached_property
    def likeness_now(self) -> Fraction | None:
        return self._likeness([line.now for line in self.lines])

    @cached_property
    def best(self) -> Fraction | None:
        """The greatest likeness that whole people can reach in a group of this size."""
        size = sum(line.then for line in self.lines)
        shares = [line.share for line in self.lines if line.share]
        if not size or not shares:
            return None
        seats = apportion(shares, size)
        return sum((min(Fraction(n, size), s) for n, s in zip(seats, shares, strict=True)), Fraction(0))

    @cached_property
    def variety(self) -> Fraction | None:
        """The chance that two members, picked blindly, differ in this trait; None below two members."""
        counts = [line.then for line in self.lines]
        size = sum(counts)
        if size < 2:
            return None
        return 1 - Fraction(sum(n * (n - 1) for n in counts), size * (size - 1))

    @property
    def gaps(self) -> list[Line]:
        """What is missing, the largest first."""
        missing = [line for line in self.lines if line.verdict in (Verdict.ABSENT, Verdict.SHORT)]
        return sorted(missing, key=lambda line: (-line.gap, line.name))

    def _likeness(self, counts: Sequence[int]) -> Fraction | None:
        size = sum(counts)
        if not self.has_audience or not size:
            return None
        pairs = zip(counts, self.lines, strict=True)
        return sum((min(Fraction(n, size), line.share or Fraction(0)) for n, line in pairs), Fraction(0))


@dataclass(frozen=True)
class Composition:
    boards: tuple[Board, ...]
    size_now: int
    size_then: int

    @cached_property
    def likeness(self) -> Fraction | None:
        """The mean over the traits whose audience is known."""
        return _mean([board.likeness for board in self.boards])

    @cached_property
    def likeness_now(self) -> Fraction | None:
        return _mean([board.likeness_now for board in self.boards])

    @cached_property
    def best(self) -> Fraction | None:
        return _mean([board.best for board in self.boards if board.likeness is not None])

    @property
    def gaps(self) -> list[tuple[Board, Line]]:
        found = [(board, line) for board in self.boards for line in board.gaps]
        return sorted(found, key=lambda pair: (-pair[1].gap, pair[0].trait, pair[1].name))


def compose(
    audiences: Mapping[str, Sequence[Group]],
    stay: Sequence[Traits],
    added: Sequence[Traits] = (),
    *,
    now: Sequence[Traits] | None = None,
) -> Composition:
    """Those who `stay`, with who is `added` to them, beside the audience; `now` is `stay` unless given.

    The order of traits and groups is that of `audiences`; groups that only people have come after them.
    """
    before = stay if now is None else now
    after = [*stay, *added]
    boards = tuple(_board(trait, groups, before, after) for trait, groups in audiences.items())
    return Composition(boards, len(before), len(after))


def what_fills(composition: Composition, person: Traits, finders: Mapping[str, "Finder"]) -> list[Line]:
    """The gaps of a composition that one more person would help to fill, the largest first."""
    filled = []
    for board in composition.boards:
        written = person.get(board.trait, "")
        if written:
            name = finders[board.trait].find(written)
            filled += [line for line in board.gaps if line.name == name]
    return sorted(filled, key=lambda line: (-line.gap, line.name))


def apportion(shares: Sequence[Fraction], seats: int) -> list[int]:
    """Whole places after the largest remainders: no other division is more like the shares."""
    total = sum(shares)
    quotas = [share / total * seats for share in shares]
    given = [floor(quota) for quota in quotas]
    by_rest = sorted(range(len(shares)), key=lambda at: (given[at] - quotas[at], at))
    for at in by_rest[: seats - sum(given)]:
        given[at] += 1
    return given


class Finder:
    """Looks up the group of many written values; what it has seen it remembers."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._words: dict[str, str] = {}
        for group in groups:
            for word in (group.name, *group.also):
                self._words.setdefault(_plain(word), group.name)
        self._words.pop("", None)
        self._longest_first = sorted(self._words, key=lambda word: (-len(word), word))
        self._seen: dict[str, str] = {}

    def find(self, written: str) -> str:
        if written not in self._seen:
            self._seen[written] = self._find(written)
        return self._seen[written]

    def _find(self, written: str) -> str:
        plain = _plain(written)
        if plain in self._words:
            return self._words[plain]
        padded = f" {plain} "
        for word in self._longest_first:
            if f" {word} " in padded:
                return self._words[word]
        return " ".join(written.split())


def _board(trait: str, groups: Sequence[Group], before: Sequence[Traits], after: Sequence[Traits]) -> Board:
    finder = Finder(groups)
    now = Counter(finder.find(traits[trait]) for traits in before if traits.get(trait))
    then = Counter(finder.find(traits[trait]) for traits in after if traits.get(trait))
    total = sum((group.weight for group in groups), Fraction(0))
    shares = {group.name: group.weight / total for group in groups} if total else {}
    known = {group.name for group in groups}
    others = sorted((set(now) | set(then)) - known, key=lambda name: (-then[name], name.casefold()))
    lines = tuple(
        Line(name, now[name], then[name], shares.get(name), now.total(), then.total())
        for name in (*(group.name for group in groups), *others)
    )
    return Board(trait, lines, len(after) - then.total(), bool(shares))


def _of(number: int, whole: int) -> Fraction:
    return Fraction(number, whole) if whole else Fraction(0)


def _mean(figures: Iterable[Fraction | None]) -> Fraction | None:
    known = [figure for figure in figures if figure is not None]
    return sum(known, Fraction(0)) / len(known) if known else None


def _plain(text: str) -> str:
    """Lower case, words apart by one space, without the marks between them."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())
