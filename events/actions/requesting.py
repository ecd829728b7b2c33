"""Podium requests: how they come in, are taken up, change and end; and the hands raised for them."""

import hashlib
import logging as logs
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from ambassadors.models import Person
from events import priority
from events.actions import logging
from events.models import Offer, OfferState, Podium, PodiumRequest, PodiumStatus, RequestState
from network import clock, suspicion
from network.actions import mailing, relaying
from network.history import changed_by
from network.models import Network, User
from network.permissions import runs
from network.suspicion import Signs

log = logs.getLogger(__name__)

WHAT_THEY_CHANGE = frozenset(
    {
        "kind",
        "date",
        "start_time",
        "end_time",
        "place",
        "audience",
        "description",
        "host_name",
        "contact_name",
    }
)


class Closed(Exception):
    """The request was settled or withdrawn before."""


def receive(
    *, network: Network, values: Mapping[str, Any], language: str, signs: Signs, form_token: str = ""
) -> PodiumRequest:
    """Somebody asks through the site: kept, confirmed with a copy, and told to whoever runs the network.

    What looks like spam is held for the leader and answered by nobody yet. Raises TooMany. The same form
    sent twice is one request.
    """
    if form_token and (known := PodiumRequest.objects.filter(form_token=form_token).first()):
        return known
    from_place = relaying.count_from(signs.place)
    relaying.refuse_flood(from_place)
    try:
        with transaction.atomic():
            odd = suspicion.reasons(
                subject=values.get("host_name", ""),
                name=values.get("contact_name", ""),
                body=values.get("description", ""),
                signs=signs,
                from_address=_from_address(network, values["contact_email"]),
                from_place=from_place,
            )
            request = PodiumRequest(
                network=network,
                language=language,
                state=RequestState.HELD if odd else RequestState.OPEN,
                suspicion="; ".join(str(relaying.REASONS[name]) for name in odd)[:200],
                due_on=priority.due_on(clock.today(), values.get("date")),
                form_token=form_token or None,
                **values,
            )
            changed_by(request, None)
            request.save()
            if not odd:
                welcome(request)
    except IntegrityError:
        known = PodiumRequest.objects.filter(form_token=form_token).first() if form_token else None
        if known is None:
            raise
        return known
    log.info("podium request %s came in, %s", request.pk, request.state)
    return request


def release(request: PodiumRequest, *, by: User) -> bool:
    """A held request is an honest one after all; False when somebody decided before."""
    with transaction.atomic():
        request = locked(request)
        if request.state != RequestState.HELD:
            return False
        _save(request, by, state=RequestState.OPEN)
        welcome(request)
        return True


def refuse(request: PodiumRequest, *, by: User) -> bool:
    """A held request is spam: it stays on record and nobody is written to."""
    with transaction.atomic():
        request = locked(request)
        if request.state != RequestState.HELD:
            return False
        _save(request, by, state=RequestState.REFUSED, closed_at=timezone.now(), closed_by=by)
        return True


def take_up(request: PodiumRequest, *, by: User, owner: User | None) -> PodiumRequest:
    """Somebody of the team makes this theirs; None gives it back."""
    with transaction.atomic():
        request = locked(request)
        if request.owner_id != (owner.pk if owner else None):
            _save(request, by, owner=owner)
        return request


def settle_details(request: PodiumRequest, *, by: User, changes: Mapping[str, Any]) -> PodiumRequest:
    """The leader fills in what is needed to find somebody: theme, sector, day, hours."""
    with transaction.atomic():
        request = locked(request)
        changed = {name: value for name, value in changes.items() if getattr(request, name) != value}
        if changed:
            _save(request, by, **changed)
        return request


def change(request: PodiumRequest, *, changes: Mapping[str, Any]) -> PodiumRequest:
    """Whoever asked changes it by their link. Raises Closed when it was settled meanwhile."""
    with transaction.atomic():
        request = locked(request)
        if request.state not in RequestState.waiting():
            raise Closed
        changed = {
            name: value
            for name, value in changes.items()
            if name in WHAT_THEY_CHANGE and getattr(request, name) != value
        }
        if not changed:
            return request
        _save(request, None, changed_at=timezone.now(), **changed)
        if request.state == RequestState.OPEN:
            _tell_the_team(request, "request_changed", f"request_changed:{request.pk}:{request.changed_at}")
        return request


def withdraw(request: PodiumRequest) -> bool:
    """Whoever asked needs nobody any more; those who were asked hear it. False when it was closed before."""
    with transaction.atomic():
        request = locked(request)
        if request.state not in RequestState.waiting():
            return False
        was_open = request.state == RequestState.OPEN
        _save(request, None, state=RequestState.WITHDRAWN, closed_at=timezone.now())
        close_offers(request, by=None)
        if was_open:
            _tell_the_team(request, "request_changed", f"request_withdrawn:{request.pk}")
        return True


def decline(request: PodiumRequest, *, by: User, words: str) -> bool:
    """Nobody can come: whoever asked gets a kind word, those who were asked hear that it is over."""
    with transaction.atomic():
        request = locked(request)
        if request.state != RequestState.OPEN:
            return False
        now = timezone.now()
        _save(
            request,
            by,
            state=RequestState.DECLINED,
            closed_at=now,
            closed_by=by,
            answered_at=request.answered_at or now,
        )
        close_offers(request, by=by)
        if request.contact_email:
            mailing.post(
                mailing.Mail(
                    network=request.network,
                    kind="request_declined",
                    key=f"request_declined:{request.pk}",
                    to=request.contact_email,
                    name=request.contact_name,
                    language=request.language,
                    context={"said": words},
                    about=request,
                    reason=str(request),
                )
            )
        return True


def reopen(request: PodiumRequest, *, by: User) -> bool:
    """It was closed too early; whoever was asked before is not asked again by itself."""
    with transaction.atomic():
        request = locked(request)
        if request.state not in (RequestState.DECLINED, RequestState.WITHDRAWN, RequestState.REFUSED):
            return False
        _save(request, by, state=RequestState.OPEN, closed_at=None, closed_by=None)
        return True


def own_token(network: Network, typed: str) -> str:
    """The token of a form, bound to its network; empty for a form without one."""
    return hashlib.sha256(f"{network.pk}:{typed}".encode()).hexdigest()[:43] if typed else ""


# --- Hands ---------------------------------------------------------------------------------------------


def raise_hand(request: PodiumRequest, *, by: User | None, person: Person) -> Podium:
    """An ambassador wants this one: an idea on their name until the project leader has settled it.

    Twice is once. The idea counts for nothing yet; it becomes agreed when day and place are settled.
    """
    with transaction.atomic():
        # The request is the lock: two clicks, or two ambassadors at once, come one after the other.
        request = locked(request)
        known = Podium.objects.filter(request=request, ambassadors=person).exclude(
            status=PodiumStatus.CANCELLED
        )
        if podium := known.first():
            return podium
        podium = logging.log_podium(
            by=by,
            network=request.network,
            ambassadors=[person],
            date=request.date or clock.today(),
            status=PodiumStatus.IDEA,
            **copied_from(request),
        )
        _tell_of_a_hand(podium, request, person)
        return podium


def withdraw_hand(request: PodiumRequest, *, by: User | None, person: Person) -> None:
    """Changed their mind: only an idea can be withdrawn, an agreed podium is cancelled as such."""
    with transaction.atomic():
        ideas = Podium.objects.filter(request=request, ambassadors=person, status=PodiumStatus.IDEA)
        for podium in ideas.select_for_update():
            logging.cancel(podium, by=by)


# --- What the verbs of a request share ------------------------------------------------------------------


def copied_from(request: PodiumRequest) -> dict[str, Any]:
    """What a podium takes over from the request it answers."""
    return {
        "kind": request.kind,
        "host": request.host,
        "host_name": request.host_name,
        "request": request,
        "title": str(request) if request.title else "",
        "place": request.place,
        "start_time": request.start_time,
        "end_time": request.end_time,
        "expected": request.audience,
    }


def close_offers(request: PodiumRequest, *, by: User | None, but: Offer | None = None) -> None:
    """Whoever still thinks about it hears kindly that it is settled; ideas on it end too."""
    now = timezone.now()
    for offer in request.offers.waiting().select_related("person").select_for_update(of=("self",)):
        if but is not None and offer.pk == but.pk:
            continue
        offer.state, offer.answered_at = OfferState.CLOSED, now
        changed_by(offer, by)
        offer.save(update_fields=["state", "answered_at"])
        _say_it_is_settled(request, offer.person)
    kept = but.person_id if but else None
    ideas = Podium.objects.filter(request=request, status=PodiumStatus.IDEA).exclude(ambassadors=kept)
    for idea in ideas.prefetch_related("ambassadors"):
        logging.cancel(idea, by=by)
        for person in idea.ambassadors.all():
            _say_it_is_settled(request, person)


def _say_it_is_settled(request: PodiumRequest, person: Person) -> None:
    if not person.email:
        return
    mailing.post(
        mailing.Mail(
            network=request.network,
            kind="offer_closed",
            key=f"offer_closed:{request.pk}:{person.pk}:{request.state}",
            to=person.email,
            name=person.full_name,
            language=person.language,
            context={"person": person.pk, "withdrawn": request.state == RequestState.WITHDRAWN},
            about=request,
            reason=f"{person.full_name}: {request}",
        )
    )


def welcome(request: PodiumRequest) -> None:
    """The confirmation with a copy and the link, and the news to the team."""
    if request.contact_email:
        mailing.post(
            mailing.Mail(
                network=request.network,
                kind="request_received",
                key=f"request_received:{request.pk}",
                to=request.contact_email,
                name=request.contact_name,
                language=request.language,
                about=request,
                reason=str(request),
            )
        )
    _tell_the_team(request, "request_came_in", f"request_came_in:{request.pk}")


def _tell_the_team(request: PodiumRequest, kind: str, key: str) -> None:
    """Its owner, or everybody who runs the network as long as it has none."""
    for runner in runners(request.network, request.owner):
        mailing.post(
            mailing.Mail(
                network=request.network,
                kind=kind,
                key=f"{key}:{runner.pk}",
                to=runner.email,
                name=runner.name,
                language=runner.language,
                about=request,
                reason=str(request),
            )
        )


def _tell_of_a_hand(podium: Podium, request: PodiumRequest, person: Person) -> None:
    for runner in runners(request.network):
        mailing.post(
            mailing.Mail(
                network=request.network,
                kind="hand_raised",
                key=f"hand_raised:{podium.pk}:{runner.pk}",
                to=runner.email,
                name=runner.name,
                language=runner.language,
                context={
                    "name": person.full_name,
                    "request": str(request),
                    "day": request.date,
                    "host": request.asked_by,
                },
                about=podium,
                reason=f"{person.full_name}: {request}",
                reply_to=person.email,
            )
        )


def runners(network: Network, owner: User | None = None) -> list[User]:
    """Whom of the team a mail goes to: the owner, or everybody as long as none of them is it."""
    if owner is not None and runs(owner, network):
        return [owner]
    running = network.roles.running_the_network().values("user")
    return list(User.objects.filter(pk__in=running))


def _from_address(network: Network, email: str) -> int:
    since = timezone.now() - timedelta(days=1)
    return PodiumRequest.objects.filter(
        network=network, contact_email__iexact=email, asked_at__gt=since
    ).count()


def locked(request: PodiumRequest) -> PodiumRequest:
    return (
        PodiumRequest.objects.select_for_update(of=("self",))
        .select_related("network", "host", "owner")
        .get(pk=request.pk)
    )


def _save(request: PodiumRequest, by: User | None, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(request, name, value)
    changed_by(request, by)
    request.save(update_fields=list(changes))
