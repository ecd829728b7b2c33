"""One ambassador's own book: where they stand, what comes, what was, what is asked.

Two queries for the book itself (terms and pauses, podia), two for the requests that fit. The figures come
from the rules behind `events.standing`; this module only orders them for one reader.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import CharField, F, OuterRef, Value
from django.db.models.functions import Cast

from ambassadors.commitment import Entry, Span, Standing, closed_pauses
from ambassadors.models import Employment, Pause, Person, Term
from events import matching
from events.matching import Match
from events.models import MatchingWeight, Offer, OfferState, Podium, PodiumRequest, PodiumStatus
from events.standing import Records
from events.suggesting import all_weights, asked_of, candidate_of

ASK_AT_MOST = 20
"""Requests looked at for one page; the soonest first."""


@dataclass(frozen=True)
class YearInRows:
    """One commitment year with the podia dated in it, latest first."""

    standing: Standing
    podia: Sequence[Podium]


class Journal:
    """What one person's pages show, seen on a day."""

    def __init__(self, person: Person, on: date) -> None:
        self.person = person
        self.on = on

    @cached_property
    def _periods(self) -> list[tuple[str, date, date | None]]:
        terms = Term.objects.filter(person=self.person).order_by()
        pauses = Pause.objects.filter(person=self.person).order_by()
        return list(
            terms.annotate(what=Value("term"))
            .values_list("what", "start", "end")
            .union(pauses.annotate(what=Value("pause")).values_list("what", "start", "end"), all=True)
        )

    @cached_property
    def terms(self) -> tuple[Span, ...]:
        return tuple(sorted(Span(start, end) for what, start, end in self._periods if what == "term" and end))

    @cached_property
    def pauses(self) -> tuple[Span, ...]:
        given = [(start, end) for what, start, end in self._periods if what == "pause"]
        return closed_pauses(given, self.terms)

    @cached_property
    def podia(self) -> list[Podium]:
        """All of them, cancelled ones and ideas too, latest first."""
        return list(
            Podium.objects.filter(network_id=self.person.network_id, ambassadors=self.person)
            .select_related("host", "request", "file")
            .order_by("-date", "-pk")
        )

    @cached_property
    def standing(self) -> Standing | None:
        """In the year that holds the day; None outside every term."""
        year = self._records.year_on(self.on)
        return self._records.standing(year, self.on) if year else None

    @cached_property
    def years(self) -> list[YearInRows]:
        """Every commitment year that has begun, latest first."""
        return [
            YearInRows(self._records.standing(year, self.on), [p for p in self.podia if p.date in year.span])
            for year in list(self._records.years())[::-1]
            if year.start <= self.on
        ]

    @property
    def outside_years(self) -> list[Podium]:
        """Podia on days in no commitment year: on record, and counting for none."""
        return [p for p in self.podia if not any(p.date in term for term in self.terms)]

    @property
    def ideas(self) -> list[Podium]:
        return [p for p in self.podia if p.status == PodiumStatus.IDEA]

    @property
    def to_tell(self) -> list[Podium]:
        """Agreed, the day has passed and nobody said how it went; the oldest first."""
        return [p for p in self.podia[::-1] if p.status == PodiumStatus.AGREED and p.date < self.on]

    def waiting_in(self, standing: Standing) -> int:
        """How many of those are dated in the year of the standing."""
        return sum(podium.date in standing.year.span for podium in self.to_tell)

    @property
    def to_come(self) -> list[Podium]:
        """Agreed and still to come, the nearest first."""
        return [p for p in self.podia[::-1] if p.status == PodiumStatus.AGREED and p.date >= self.on]

    @property
    def pause_ends(self) -> date | None:
        """The first day after the pause that holds the day."""
        return next((pause.end for pause in self.pauses if self.on in pause), None)

    @property
    def begins(self) -> date | None:
        """The first day of a term that is still to come, when there is none now."""
        return next((term.start for term in self.terms if term.start > self.on), None)

    @cached_property
    def _open_requests(self) -> list[PodiumRequest]:
        """Open requests, the soonest first, each with what this person was asked for it (`own_offer`)."""
        own = Offer.objects.filter(person=self.person, request=OuterRef("pk"))
        found: list[PodiumRequest] = list(
            PodiumRequest.objects.filter(network_id=self.person.network_id)
            .open(self.on)
            .annotate(own_offer=own.values("pk")[:1], own_state=own.values("state")[:1])
            .select_related("host")
            .soonest_first()[:ASK_AT_MOST]
        )
        for request in found:
            request.network = self.person.network
        return found

    @property
    def offered(self) -> list[PodiumRequest]:
        """What the leader asked them for, and waits for their answer; its number is in `own_offer`."""
        return [r for r in self._open_requests if r.own_state == OfferState.ASKED]  # type: ignore[attr-defined]

    @cached_property
    def requests(self) -> list[tuple[PodiumRequest, Match | None]]:
        """Open requests, those that fit best first, each with why; fitting ones have a match.

        Left out is what they stand on already, raised a hand for, or were asked for by name.
        """
        taken = {p.request_id for p in self.podia if p.request_id and p.status != PodiumStatus.CANCELLED}
        free = {
            request.pk: request
            for request in self._open_requests
            if request.pk not in taken and not request.own_offer  # type: ignore[attr-defined]
        }
        matches = []
        if any(self.on in term for term in self.terms):
            asked = [asked_of(request) for request in free.values()]
            works, weights = self._works_and_weights
            matches = matching.fitting(
                self._candidate(works), asked, self.on, all_weights(weights), most=ASK_AT_MOST
            )
        fitting = [(free.pop(match.request_id), match) for match in matches]
        return [*fitting, *((request, None) for request in free.values())]

    @property
    def fitting_requests(self) -> list[tuple[PodiumRequest, Match]]:
        return [(request, match) for request, match in self.requests if match]

    def fitting_before(self, end: date, most: int = 3) -> list[tuple[PodiumRequest, Match]]:
        """The best of those whose day, when it is known, comes before `end`."""
        found = [pair for pair in self.fitting_requests if pair[0].date is None or pair[0].date < end]
        return found[:most]

    @cached_property
    def _records(self) -> Records:
        network = self.person.network
        return Records(
            self.person.pk,
            self.terms,
            self.pauses,
            [Entry(p.date, p.status, p.changed_on) for p in self.podia],
            network.commitment_year,
            network.podia_per_year,
        )

    @cached_property
    def _works_and_weights(self) -> tuple[list[tuple[str, str, str]], dict[str, int]]:
        """Where they work (sector, place, region) and what weighs in their network, in one query."""
        columns = ("what", "one", "two", "three")
        works = (
            Employment.objects.filter(person=self.person)
            .current(self.on)
            .order_by()
            .annotate(
                what=Value("work"),
                one=F("company__sector"),
                two=F("company__place"),
                three=F("company__region"),
            )
        )
        weights = (
            MatchingWeight.objects.filter(network_id=self.person.network_id)
            .order_by()
            .annotate(
                what=Value("weight"),
                one=F("name"),
                two=Cast("weight", CharField()),
                three=Value(""),
            )
        )
        rows = list(works.values_list(*columns).union(weights.values_list(*columns), all=True))
        return (
            [(one, two, three) for what, one, two, three in rows if what == "work"],
            {one: int(two) for what, one, two, _three in rows if what == "weight"},
        )

    def _candidate(self, workplaces: list[tuple[str, str, str]]) -> matching.Candidate:
        return candidate_of(
            self.person,
            terms=self.terms,
            pauses=self.pauses,
            podia=self.podia,
            standing=self.standing,
            workplaces=workplaces,
        )
