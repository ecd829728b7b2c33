"""The advice card on a person's page: what suits this type, whom to connect, and the next best step."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Min, Q
from django.utils.translation import gettext_lazy

from ambassadors import profile_words
from ambassadors.actions import profiling
from ambassadors.advice import Connection, Peer, Step, Tie, connect, next_step
from ambassadors.models import MotiveAnswers, Person, ProfileType
from events.matching import SUITING_KINDS
from events.models import Podium, PodiumRequest
from network.models import FanContact, Network
from network.own_words import in_words_of

ROLES = {
    ProfileType.DIRECTOR: gettext_lazy(
        "Wants to be seen by people who count. Give a stage with standing, and let somebody of name do the "
        "introduction."
    ),
    ProfileType.TEACHER: gettext_lazy(
        "Wants to hand on and to think along. Seek small settings, and bring facts and figures to talk about."
    ),
    ProfileType.COACH: gettext_lazy(
        "Wants to be of concrete help. Bring entrepreneurs who would be helped by one personal talk."
    ),
    ProfileType.SELLER: gettext_lazy(
        "Wants customers and a good name. Tie the message to what the company stands for and sells."
    ),
    ProfileType.PLAYER: gettext_lazy(
        "Wants to win. Set results beside those of others, and bring the newest insights first."
    ),
}
INSTRUMENTS = {
    ProfileType.DIRECTOR: (
        gettext_lazy("a large meeting"),
        gettext_lazy("a talk with officials or a professor"),
        gettext_lazy("an interview in the newspaper"),
    ),
    ProfileType.TEACHER: (
        gettext_lazy("a workshop"),
        gettext_lazy("a company visit"),
        gettext_lazy("an in-depth interview"),
        gettext_lazy("writing down what works"),
    ),
    ProfileType.COACH: (
        gettext_lazy("a one-to-one talk"),
        gettext_lazy("peer consultation"),
        gettext_lazy("a voucher for who wants to go on"),
    ),
    ProfileType.SELLER: (
        gettext_lazy("the media"),
        gettext_lazy("a fair"),
        gettext_lazy("a presentation for a municipality or a school"),
    ),
    ProfileType.PLAYER: (
        gettext_lazy("a benchmark"),
        gettext_lazy("a contest"),
        gettext_lazy("speaking to other ambassadors"),
        gettext_lazy("facts and figures"),
    ),
}
TIES = {
    Tie.HAS_STANDING: gettext_lazy("has a name"),
    Tie.HONORARY: gettext_lazy("honorary member"),
    Tie.SHARES_A_THEME: gettext_lazy("shares a theme"),
    Tie.SAME_TYPE: gettext_lazy("the same profile type"),
    Tie.JUST_BEGAN: gettext_lazy("just had a first success"),
    Tie.NOT_ON_STAGE_YET: gettext_lazy("not on stage yet"),
    Tie.OTHER_TRADE_NEARBY: gettext_lazy("another trade, nearby"),
    Tie.AHEAD: gettext_lazy("has done more podia"),
}
RECOGNITION = {
    ProfileType.DIRECTOR: gettext_lazy("The year is met: let somebody of name say so in public."),
    ProfileType.TEACHER: gettext_lazy("The year is met: ask to write down what worked, as a story."),
    ProfileType.COACH: gettext_lazy("The year is met: tell what became of somebody they helped."),
    ProfileType.SELLER: gettext_lazy("The year is met: share it with a picture that the company can use."),
    ProfileType.PLAYER: gettext_lazy("The year is met: show it in figures, beside last year."),
}


@dataclass(frozen=True)
class Introduced:
    person: Person
    because: str


def card(person: Person, on: date, *, is_paused: bool, is_met: bool) -> dict[str, Any]:
    """Everything the card shows; a fixed number of queries."""
    proposal = profiling.proposal_of(person)
    to_talk_over = MotiveAnswers.objects.to_talk_over().filter(person=person).exists()
    kind = person.profile_type
    connections = _connections(person, on) if kind else []
    request = _request_for(person, on) if kind else None
    step = next_step(
        profile_type=kind,
        to_talk_over=to_talk_over,
        is_paused=is_paused,
        is_met=is_met,
        has_request=request is not None,
        has_connection=bool(connections),
    )
    return {
        "talk": person.type_talks.select_related("settled_by").first(),
        "type_words": profile_words.named((person.profile_type, person.second_profile_type)),
        "proposal": proposal,
        "proposed": profile_words.named(proposal.types) if proposal else "",
        "reasons": [
            (profile_words.named([name]), profile_words.because(proposal, name)) for name in proposal.types
        ]
        if proposal
        else [],
        "to_talk_over": to_talk_over,
        "cards": [
            (
                profile_words.named([name]),
                in_words_of(ROLES[ProfileType(name)], person.network),
                [in_words_of(one, person.network) for one in INSTRUMENTS[ProfileType(name)]],
            )
            for name in (person.profile_type, person.second_profile_type)
            if name
        ],
        "connections": connections,
        "contacts": _contacts(person.network, on) if kind in ("director", "seller") else [],
        "step": step.value,
        "request": request,
        "recognition": RECOGNITION[ProfileType(kind)] if kind and step == Step.RECOGNISE else "",
    }


def _request_for(person: Person, on: date) -> PodiumRequest | None:
    """The soonest open request of a kind that suits the first type, else the second."""
    requests = list(PodiumRequest.objects.filter(network=person.network_id).open(on).soonest_first()[:50])
    for name in (person.profile_type, person.second_profile_type):
        for request in requests:
            if request.kind in SUITING_KINDS.get(name, ()):
                return request
    return None


def _connections(person: Person, on: date) -> list[Introduced]:
    network = person.network
    others = network.people.current(on) | network.people.honorary(on)
    found = {
        one.pk: one
        for one in Person.objects.filter(Q(pk__in=others.values("pk")) | Q(pk=person.pk))
        .annotate(since=Min("terms__start"))
        .prefetch_related("employments__company", "honorary_memberships", "terms")
    }
    podia = dict(
        Podium.ambassadors.through.objects.filter(person__in=found, podium__status="done")
        .values_list("person")
        .annotate(n=Count("pk"))
    )
    peers = {pk: _peer(one, podia.get(pk, 0), on) for pk, one in found.items()}
    ties = connect(person.profile_type, peers[person.pk], peers.values())
    return [Introduced(found[tie.peer.id], _why(tie)) for tie in ties]


def _peer(person: Any, podia: int, on: date) -> Peer:
    work = person.company_on(on)
    serves = any(term.covers(on) for term in person.terms.all())
    return Peer(
        id=person.pk,
        types=tuple(filter(None, (person.profile_type, person.second_profile_type))),
        phase=person.phase,
        sector=work.company.sector if work else "",
        region=work.company.region if work else "",
        themes=frozenset(theme.casefold() for theme in person.themes or ()),
        podia=podia,
        years=(on - person.since).days // 365 if person.since else 0,
        is_honorary=not serves and bool(person.honorary_memberships.all()),
    )


def _why(tie: Connection) -> str:
    return ", ".join(str(TIES[each]) for each in tie.because[:2])


def _contacts(network: Network, on: date, most: int = 2) -> list[FanContact]:
    """Contact persons of the fans that reach most entrepreneurs."""
    current = FanContact.objects.filter(fan__network=network).current(on)
    return list(
        current.filter(fan__members_reached__gt=0)
        .select_related("fan")
        .order_by("-fan__members_reached", "fan__name", "pk")[:most]
    )
