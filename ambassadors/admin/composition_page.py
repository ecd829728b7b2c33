"""What the pages of the composition show, from the records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ambassadors.composition import (
    Board,
    Composition,
    Finder,
    Line,
    Move,
    Traits,
    Verdict,
    compose,
    what_fills,
)
from ambassadors.models import AppointmentRound, Audience, NominationStatus, Person, Scenario, Trait
from ambassadors.traits import audiences_of, traits_of, with_work, words_for
from network import clock
from network.models import Network

MOST_LINES = 7
"""Groups of a trait that are shown at once; the rest folds away."""

EXPLAINED = gettext_lazy(
    "Likeness says which part of the group is spread like the audience: 100 is a mirror of it. It is the "
    "mean over the traits whose audience you filled in. Whole people cannot be divided at will, so the "
    "greatest likeness this group can reach stands beside it. Variety is the chance that two members, "
    "picked blindly, differ in the trait."
)


@dataclass
class Facts:
    """Everything that one request needs, read once: queries do not grow with people or scenarios."""

    network: Network
    round: AppointmentRound | None
    on: date  # the day of the ceremony, else today
    audiences: dict[str, Any] = field(default_factory=dict)
    known: dict[str, Audience] = field(default_factory=dict)
    stay: list[Person] = field(default_factory=list)
    leave: list[Person] = field(default_factory=list)  # in office today, not on the day
    candidates: list[Person] = field(default_factory=list)

    @cached_property
    def traits(self) -> dict[int, Traits]:
        return {person.pk: traits_of(person, self.on) for person in (*self.stay, *self.candidates)}

    @cached_property
    def chosen(self) -> set[int]:
        """Whom the round has chosen now."""
        if self.round is None:
            return set()
        picked = self.round.nominations.selected().values_list("person", flat=True)
        return {*picked, *self.round.chosen.values_list("pk", flat=True)}

    @cached_property
    def early(self) -> set[int]:
        """Whom the round cannot choose yet: it has nominations, and theirs is not judged suitable."""
        if self.round is None:
            return set()
        judged = dict(self.round.nominations.active().values_list("person", "status"))
        if not judged:
            return set()
        return {person.pk for person in self.candidates if judged.get(person.pk) != NominationStatus.SUITABLE}

    @cached_property
    def finders(self) -> dict[str, Finder]:
        return {trait: Finder(groups) for trait, groups in self.audiences.items()}

    def what_if(self, chosen: Iterable[int]) -> Composition:
        wanted = set(chosen)
        added = [self.traits[person.pk] for person in self.candidates if person.pk in wanted]
        return compose(self.audiences, [self.traits[person.pk] for person in self.stay], added)


def facts_of(network: Network, round: AppointmentRound | None) -> Facts:
    today = clock.today()
    on = max(round.ceremony_on, today) if round else today
    audiences, known = audiences_of(network)
    facts = Facts(network, round, on, audiences, known)
    facts.stay = list(with_work(network.people.current(on)))
    if round:
        staying = {person.pk for person in facts.stay}
        in_office = list(with_work(network.people.current(today)))
        facts.leave = [person for person in in_office if person.pk not in staying]
        facts.candidates = _candidates(network, round, staying, facts.leave)
    return facts


def _candidates(
    network: Network, round: AppointmentRound, staying: set[int], leave: list[Person]
) -> list[Person]:
    """Who can be appointed: who is nominated or chosen, and whoever's term ends before the ceremony.

    In a round without nominations everybody who was never appointed.
    """
    nominated = Q(nominations__in=round.nominations.active())
    chosen = Q(chosen_in=round)
    possible = network.people.filter(nominated | chosen)
    if not round.nominations.exists():
        possible |= network.people.candidates(clock.today())
    found = {person.pk: person for person in with_work(possible.distinct())}
    found |= {person.pk: person for person in leave}
    return sorted(
        (person for pk, person in found.items() if pk not in staying),
        key=lambda person: (person.last_name, person.first_name, person.pk),
    )


# --- The panel: what a choice does --------------------------------------------------------------------

MOVES = {
    Move.NEW: gettext_lazy("new"),
    Move.CLOSER: gettext_lazy("closer"),
    Move.FURTHER: gettext_lazy("further away"),
}


@dataclass(frozen=True)
class Row:
    """One group as it is drawn: a bar of now and added, a mark for the audience, and words for both."""

    name: str
    line: Line
    scale: Fraction  # what the whole width stands for
    has_audience: bool  # somebody filled in how the audience is spread over the groups

    @property
    def now_width(self) -> float:
        return self._part(Fraction(min(self.line.now, self.line.then), self.line.then_of or 1))

    @property
    def then_width(self) -> float:
        return self._part(Fraction(self.line.then, self.line.then_of or 1))

    @property
    def mark(self) -> float | None:
        return self._part(self.line.share) if self.line.share is not None else None

    @property
    def words(self) -> str:
        """Beside the bar: what a choice does first, else how the group stands."""
        line = self.line
        if line.move in MOVES and line.added:
            return str(MOVES[line.move])
        match line.verdict:
            case Verdict.ABSENT:
                return _("missing")
            case Verdict.SHORT:
                places = int(line.gap)
                return ngettext("%(n)d too few", "%(n)d too few", places) % {"n": places}
            case Verdict.OVER:
                places = int(-line.gap)
                return ngettext("%(n)d too many", "%(n)d too many", places) % {"n": places}
            case Verdict.ELSEWHERE:
                return _("not in the audience") if line.then and self.has_audience else ""
        return _("fits")

    @property
    def is_gap(self) -> bool:
        return self.line.verdict in (Verdict.ABSENT, Verdict.SHORT)

    @property
    def percent(self) -> int:
        return percent(Fraction(self.line.then, self.line.then_of or 1)) or 0

    @property
    def audience_percent(self) -> int | None:
        return percent(self.line.share) if self.line.share is not None else None

    def _part(self, share: Fraction) -> float:
        return round(float(min(share / self.scale, Fraction(1)) * 100), 2) if self.scale else 0.0


@dataclass(frozen=True)
class Part:
    """One trait of the panel."""

    trait: Trait
    board: Board
    audience: Audience | None
    rows: list[Row]

    @property
    def label(self) -> str:
        return str(self.trait.label)

    @property
    def first(self) -> list[Row]:
        return self.rows[:MOST_LINES]

    @property
    def rest(self) -> list[Row]:
        return self.rows[MOST_LINES:]

    @property
    def likeness(self) -> int | None:
        return percent(self.board.likeness)

    @property
    def best(self) -> int | None:
        return percent(self.board.best) if self.board.likeness is not None else None

    @property
    def variety(self) -> int | None:
        return percent(self.board.variety)


def panel(facts: Facts, composition: Composition) -> dict[str, Any]:
    """The part of the page that htmx asks for while somebody chooses."""
    parts = [_part(facts, board) for board in composition.boards]
    before, after = percent(composition.likeness_now), percent(composition.likeness)
    return {
        "composition": composition,
        "parts": parts,
        "added": composition.size_then - composition.size_now,
        "likeness": after,
        "likeness_now": before,
        "likeness_step": (after - before) if after is not None and before is not None else 0,
        "best": percent(composition.best),
        "gaps": [
            (str(Trait(board.trait).label), words_for(board.trait, line.name), round_half(line.gap))
            for board, line in composition.gaps[:6]
        ],
        "room": facts.network.maximum_size - composition.size_then,
        "over": composition.size_then - facts.network.maximum_size,
        "maximum": facts.network.maximum_size,
        "explained": EXPLAINED,
    }


def _part(facts: Facts, board: Board) -> Part:
    lines = [line for line in board.lines if line.then or line.now or line.share]
    parts = [Fraction(line.then, line.then_of or 1) for line in lines] + [line.share or 0 for line in lines]
    scale = max((Fraction(part) for part in parts), default=Fraction(1)) or Fraction(1)
    audience = facts.known.get(board.trait)
    rows = [Row(words_for(board.trait, line.name), line, scale, audience is not None) for line in lines]
    return Part(Trait(board.trait), board, audience, rows)


# --- The list: who can be chosen ------------------------------------------------------------------------


@dataclass(frozen=True)
class Choice:
    person: Person
    about: str
    fills: list[str]
    is_ticked: bool
    is_again: bool  # in office now; the term ends before the ceremony
    is_early: bool  # in the running, and nobody judged them suitable yet


def choices(facts: Facts, base: Composition, ticked: set[int]) -> list[Choice]:
    """Who can be chosen; first those who fill most of what is missing without anybody chosen."""
    again = {person.pk for person in facts.leave}
    found = []
    for person in facts.candidates:
        traits = facts.traits[person.pk]
        lines = what_fills(base, traits, facts.finders)
        fills = [_filled(base, line) for line in lines]
        choice = Choice(
            person,
            _about(person, facts.on),
            fills,
            is_ticked=person.pk in ticked,
            is_again=person.pk in again,
            is_early=person.pk in facts.early,
        )
        found.append((-sum((line.gap for line in lines), Fraction(0)), person.last_name, person.pk, choice))
    return [choice for *_order, choice in sorted(found, key=lambda row: row[:3])]


def _filled(base: Composition, line: Line) -> str:
    board = next(board for board in base.boards if any(one is line for one in board.lines))
    return words_for(board.trait, line.name)


def _about(person: Person, on: date) -> str:
    work = person.company_on(on)
    if work is None:
        return _("company not known")
    company = work.company
    size = (
        ngettext("%(n)d person", "%(n)d people", company.employees) % {"n": company.employees}
        if company.employees is not None
        else ""
    )
    return " · ".join(filter(None, (company.sector, company.place or company.region, size)))


# --- Scenarios beside each other -------------------------------------------------------------------------


@dataclass(frozen=True)
class Compared:
    name: str
    scenario: Scenario | None  # None: what the round has chosen now
    people: list[Person]
    composition: Composition

    @property
    def likeness(self) -> int | None:
        return percent(self.composition.likeness)

    @property
    def gaps(self) -> int:
        return len(self.composition.gaps)

    @property
    def cells(self) -> list[tuple[int | None, str]]:
        """For each trait the likeness, and what is still missing."""
        return [
            (
                percent(board.likeness),
                ", ".join(words_for(board.trait, line.name) for line in board.gaps[:3]),
            )
            for board in self.composition.boards
        ]


def compare(facts: Facts, scenarios: Sequence[Scenario]) -> list[Compared]:
    """What the round has chosen now, then every scenario; best likeness is for the eye to find."""
    assert facts.round is not None
    rows: list[tuple[str, Scenario | None, set[int]]] = [
        (_("Chosen now"), None, facts.chosen),
        *((scenario.name, scenario, {p.pk for p in scenario.people.all()}) for scenario in scenarios),
    ]
    found = []
    for name, scenario, wanted in rows:
        people = [person for person in facts.candidates if person.pk in wanted]
        found.append(Compared(name, scenario, people, facts.what_if(wanted)))
    return found


def percent(part: Fraction | None) -> int | None:
    """Rounded half up, so that the same figure is the same everywhere."""
    return None if part is None else int(part * 100 + Fraction(1, 2))


def round_half(places: Fraction) -> int:
    """Whole places that are missing, at least one: half a person cannot be looked for."""
    return max(1, int(places + Fraction(1, 2)))
