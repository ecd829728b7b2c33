"""One ambassador's own book: where they stand, what comes, what was, what is asked.

Two queries for the book itself (terms and pauses, podia), two for the requests that fit. The figures come
from the rules behind `events.standing`; this module only orders them for one reader.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Value

from ambassadors.commitment import Entry, Span, Standing, closed_pauses
from ambassadors.models import Employment, Pause, Person, Term
from events.matching import Asked, Match, Wishes, best_matches
from events.models import Podium, PodiumRequest, PodiumStatus
from events.standing import Records

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
            .select_related("host", "request")
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
    def requests(self) -> list[tuple[PodiumRequest, Match | None]]:
        """Open requests, those that fit best first, each with why; fitting ones have a match."""
        found = list(
            PodiumRequest.objects.filter(network_id=self.person.network_id)
            .open(self.on)
            .select_related("host")
            .order_by("date", "pk")[:ASK_AT_MOST]
        )
        taken = {p.request_id for p in self.podia if p.request_id and p.status != PodiumStatus.CANCELLED}
        free = {request.pk: request for request in found if request.pk not in taken}
        asked = [
            Asked(r.pk, r.kind, r.date, theme=r.theme, place=r.place, region=r.region) for r in free.values()
        ]
        term = next((span for span in self.terms if self.on in span), None)
        matches = best_matches(self._wishes, asked, term, most=ASK_AT_MOST) if term else []
        fitting = [(free.pop(match.request_id), match) for match in matches]
        return [*fitting, *((request, None) for request in free.values())]

    @property
    def fitting_requests(self) -> list[tuple[PodiumRequest, Match]]:
        return [(request, match) for request, match in self.requests if match]

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
    def _workplaces(self) -> list[str]:
        jobs = Employment.objects.filter(person=self.person).current(self.on)
        return [" ".join(where) for where in jobs.values_list("company__place", "company__region")]

    @property
    def _wishes(self) -> Wishes:
        person = self.person
        return Wishes(
            profile_types=tuple(filter(None, (person.profile_type, person.second_profile_type))),
            themes=tuple(person.themes or ()),
            liked_kinds=tuple(person.liked_kinds or ()),
            area=" ".join((person.travel_area, *self._workplaces)),
            pauses=self.pauses,
        )
