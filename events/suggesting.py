"""What the rules of matching need, for one request and everybody or for one person and every request.

Reads only, always in the same number of queries, however many ambassadors there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q
from django.utils import timezone

from ambassadors.commitment import Standing, State
from ambassadors.models import Employment, Person, Term
from events import matching
from events.matching import Asked, Candidate, Hours, Match
from events.models import MatchingWeight, Offer, OfferState, Podium, PodiumRequest, PodiumStatus
from events.standing import around, records_of
from network.models import Network

HOLDS_A_DAY = (PodiumStatus.AGREED, PodiumStatus.DONE)


@dataclass(frozen=True)
class Suggestion:
    """One ambassador for one request, with what the leader wants to see of them."""

    match: Match
    candidate: Candidate
    standing: Standing | None
    offer: Offer | None = None

    @property
    def person_id(self) -> int:
        return self.match.person_id


def weights_of(network: Network) -> dict[str, int]:
    return all_weights(dict(MatchingWeight.objects.filter(network=network).values_list("name", "weight")))


def all_weights(moved: Mapping[str, int]) -> dict[str, int]:
    """What the leader moved, and the usual weight of everything else."""
    return {**matching.WEIGHTS, **{name: moved[name] for name in moved if name in matching.WEIGHTS}}


def suggestions(request: PodiumRequest, on: date) -> list[Suggestion]:
    """Everybody in office, weighed for a request, the best first; those ruled out last."""
    network = request.network
    offers = {offer.person_id: offer for offer in request.offers.all()}
    hands = Podium.ambassadors.through.objects.filter(
        podium__request=request, podium__status=PodiumStatus.IDEA
    ).values_list("person_id", flat=True)
    asked = asked_of(
        request,
        hands=hands,
        said_no=[one.person_id for one in offers.values() if one.state == OfferState.DECLINED],
    )
    found = _candidates(network, asked, request.host_name, on)
    matches = matching.suggestions(asked, (one for one, _standing in found.values()), on, weights_of(network))
    return [Suggestion(match, *found[match.person_id], offers.get(match.person_id)) for match in matches]


def weighed(request: PodiumRequest, on: date) -> list[Suggestion]:
    """The same for what nobody asked yet: a request that is not kept, so without offers and raised hands."""
    asked = asked_of(request)
    found = _candidates(request.network, asked, request.host_name, on)
    matches = matching.suggestions(
        asked, (one for one, _standing in found.values()), on, weights_of(request.network)
    )
    return [Suggestion(match, *found[match.person_id]) for match in matches]


def asked_of(request: PodiumRequest, *, hands: Iterable[int] = (), said_no: Iterable[int] = ()) -> Asked:
    """A request as the rules see it; `network` must be at hand."""
    return Asked(
        id=request.pk or 0,
        kind=request.kind,
        day=request.date,
        theme=request.theme,
        place=request.place,
        region=request.region,
        hours=Hours(request.start_time, request.end_time),
        sector=request.sector,
        words=f"{request.title} {request.description}",
        audience=request.audience,
        host=host_key(request.host_id, request.host_name),
        whole_area=request.network.region,
        preferred=request.preferred_id,
        hands=frozenset(hands),
        said_no=frozenset(said_no),
    )


def host_key(host_id: int | None, host_name: str) -> str:
    """The same for the same host; empty when there is none to know again."""
    return f"fan {host_id}" if host_id else matching.plain(host_name).strip()


def candidate_of(
    person: Person,
    *,
    terms: Iterable,
    pauses: Iterable,
    podia: Iterable[Podium],
    standing: Standing | None,
    workplaces: Iterable[tuple[str, str, str]],
) -> Candidate:
    """One person from what their own pages have fetched already; workplaces are sector, place, region."""
    busy: dict[date, tuple[Hours, ...]] = defaultdict(tuple)
    hosts: dict[str, date] = {}
    for podium in podia:
        if podium.status in HOLDS_A_DAY:
            busy[podium.date] += (Hours(podium.start_time, podium.end_time),)
            key = host_key(podium.host_id, podium.host_name)
            if key:
                hosts[key] = max(hosts.get(key, podium.date), podium.date)
    workplaces = list(workplaces)
    return Candidate(
        id=person.pk,
        terms=tuple(terms),
        pauses=tuple(pauses),
        profile_types=_types(person.profile_type, person.second_profile_type),
        themes=tuple(person.themes or ()),
        liked_kinds=frozenset(person.liked_kinds or ()),
        area=_area(person.travel_area, workplaces),
        sector=" ".join(sector for sector, *_where in workplaces),
        missing=_missing(standing),
        is_full=_is_full(standing),
        busy=dict(busy),
        last_stage=max(busy, default=None),
        hosts=hosts,
    )


def _candidates(
    network: Network, asked: Asked, host_name: str, on: date
) -> dict[int, tuple[Candidate, Standing | None]]:
    day = asked.day or on
    in_office = Term.objects.filter(Q(start__lte=on, end__gt=on) | Q(start__lte=day, end__gt=day))
    people = list(
        Person.objects.filter(network=network, pk__in=in_office.values("person"))
        .order_by("pk")
        .values_list("pk", "profile_type", "second_profile_type", "themes", "liked_kinds", "travel_area")
    )
    ids = [pk for pk, *_rest in people]
    records = {found.person_id: found for found in records_of(network, ids, around(on))}
    works = _workplaces(network, on)
    busy, hosts = _stages(ids, asked, host_name)
    often = _asked_lately(network, on)
    found: dict[int, tuple[Candidate, Standing | None]] = {}
    for pk, first, second, themes, liked, travels in people:
        book = records[pk]
        year = book.year_on(on)
        standing = book.standing(year, on) if year else None
        work = works.get(pk, ())
        stages = [entry.day for entry in book.entries if entry.status in HOLDS_A_DAY]
        found[pk] = (
            Candidate(
                id=pk,
                terms=book.terms,
                pauses=book.pauses,
                profile_types=_types(first, second),
                themes=tuple(themes or ()),
                liked_kinds=frozenset(liked or ()),
                area=_area(travels, work),
                sector=" ".join(sector for sector, *_where in work),
                missing=_missing(standing),
                is_full=_is_full(standing),
                busy=busy.get(pk, {}),
                last_stage=max(stages, default=None),
                asked_lately=often.get(pk, 0),
                hosts=hosts.get(pk, {}),
            ),
            standing,
        )
    return found


def _workplaces(network: Network, on: date) -> Mapping[int, list[tuple[str, str, str]]]:
    works: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    rows = Employment.objects.current(on).filter(person__network=network).order_by()
    for pk, *work in rows.values_list("person_id", "company__sector", "company__place", "company__region"):
        works[pk].append(tuple(work))  # type: ignore[arg-type]
    return works


def _stages(
    ids: list[int], asked: Asked, host_name: str
) -> tuple[dict[int, dict[date, tuple[Hours, ...]]], dict[int, dict[str, date]]]:
    """Podia around the day asked, and when each stood with this host."""
    busy: dict[int, dict[date, tuple[Hours, ...]]] = defaultdict(lambda: defaultdict(tuple))
    hosts: dict[int, dict[str, date]] = defaultdict(dict)
    wanted = Q(pk__in=[])
    if asked.day:
        wanted |= Q(
            podium__date__gte=asked.day - matching.AROUND, podium__date__lte=asked.day + matching.AROUND
        )
    if asked.host.startswith("fan "):
        wanted |= Q(podium__host=int(asked.host[4:]))
    elif asked.host:
        wanted |= Q(podium__host=None, podium__host_name__iexact=host_name.strip())
    rows = Podium.ambassadors.through.objects.filter(
        wanted, person_id__in=ids, podium__status__in=HOLDS_A_DAY
    ).values_list(
        "person_id", "podium__date", "podium__start_time", "podium__end_time", "podium__host_id",
        "podium__host_name",
    )  # fmt: skip
    for pk, day, start, end, host_id, host_name in rows:
        busy[pk][day] += (Hours(start, end),)
        if asked.host and host_key(host_id, host_name) == asked.host:
            hosts[pk][asked.host] = max(hosts[pk].get(asked.host, day), day)
    return busy, hosts


def _asked_lately(network: Network, on: date) -> dict[int, int]:
    since = timezone.now() - matching.ASKED_WITHIN - timedelta(days=(timezone.localdate() - on).days)
    rows = (
        Offer.objects.filter(person__network=network, offered_at__gt=since)
        .order_by()
        .values_list("person_id")
        .annotate(number=Count("pk"))
    )
    return dict(rows)


def _area(travels: str, workplaces: Iterable[tuple[str, str, str]]) -> str:
    """Where they travel, and where they work as far as that says more."""
    area = travels
    for _sector, *where in workplaces:
        for part in where:
            if part and matching.plain(part) not in matching.plain(area):
                area = f"{area}, {part}" if area else part
    return area


def _types(*names: str) -> tuple[str, ...]:
    return tuple(name for name in names if name)


def _missing(standing: Standing | None) -> int:
    return max(0, standing.required - standing.done - standing.agreed) if standing else 0


def _is_full(standing: Standing | None) -> bool:
    return standing is not None and standing.state in (State.MET, State.PLANNED)
