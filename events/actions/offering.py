"""Asking ambassadors for a request: the first yes closes the others, whoever clicks at the same moment."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from django.db import IntegrityError, transaction
from django.utils import timezone

from ambassadors.models import Person
from events import priority
from events.actions import logging, preparing, requesting
from events.models import Offer, OfferState, Podium, PodiumRequest, PodiumStatus, RequestState
from events.sending_days import opening
from network import clock, drills
from network.actions import mailing
from network.history import changed_by
from network.models import Network, User

AT_ONCE = 200


class TooLate(Exception):
    """Somebody else said yes before, or the request is no longer open."""


def offer(request: PodiumRequest, *, by: User, people: Iterable[Person], words: str = "") -> list[Offer]:
    """Ask these ambassadors, each once ever for one request; the offers that are new.

    Raises TooLate when the request is no longer open.
    """
    with transaction.atomic():
        request = requesting.locked(request)
        if not request.is_open:
            raise TooLate
        if request.owner_id is None:
            requesting.take_up(request, by=by, owner=by)
        asked_before = set(request.offers.values_list("person_id", flat=True))
        before = priority.answer_before(clock.today(), request.date)
        made = []
        for person in people:
            if person.pk in asked_before:
                continue
            one = Offer(request=request, person=person, words=words, offered_by=by, answer_before=before)
            changed_by(one, by)
            one.save()
            _mail(one, "offer", f"offer:{one.pk}")
            drills.point("offering.asked")
            made.append(one)
        return made


def accept(offer: Offer, *, by: User | None) -> Podium:
    """Yes: the podium is theirs, the others hear kindly that it is settled, whoever asked hears who comes.

    The same yes twice is one. Raises TooLate for a second yes: the lock on the request lets one through, and
    behind it a constraint of the database.
    """
    try:
        with transaction.atomic():
            request = requesting.locked(offer.request)
            offer = _locked(offer)
            if offer.state == OfferState.ACCEPTED:
                return _podium_of(request, offer.person)
            if not request.is_open or offer.state == OfferState.CLOSED:
                raise TooLate
            _answer(offer, OfferState.ACCEPTED, by=by)
            drills.point("offering.answered")
            return _settle(request, offer.person, by=by, offer=offer)
    except IntegrityError as error:
        raise TooLate from error


def decline(offer: Offer, *, by: User | None, words: str = "") -> bool:
    """No; they are not asked for this one again. False when it was settled before."""
    return _say(offer, OfferState.DECLINED, by=by, words=words)


def not_now(offer: Offer, *, by: User | None, words: str) -> bool:
    """Not now, but …: another day, another form, or a colleague who could. The leader reads it."""
    return _say(offer, OfferState.NOT_NOW, by=by, words=words)


def give_to(request: PodiumRequest, *, by: User, person: Person) -> Podium:
    """The leader settles it by hand: a raised hand, or a yes on the telephone. Raises TooLate."""
    try:
        with transaction.atomic():
            request = requesting.locked(request)
            one = request.offers.filter(person=person).first()
            if one is not None and one.state == OfferState.ACCEPTED:
                return _podium_of(request, person)
            if not request.is_open:
                raise TooLate
            if one is None:
                today = clock.today()
                one = Offer(request=request, person=person, offered_by=by, answer_before=today)
            _answer(one, OfferState.ACCEPTED, by=by)
            return _settle(request, person, by=by, offer=one)
    except IntegrityError as error:
        raise TooLate from error


def take_back(request: PodiumRequest, *, by: User) -> bool:
    """The podium falls through for whoever said yes: it is cancelled and the request is open again."""
    with transaction.atomic():
        request = requesting.locked(request)
        if request.state != RequestState.AGREED:
            return False
        for one in request.offers.filter(state=OfferState.ACCEPTED).select_for_update():
            one.state, one.answered_at = OfferState.DECLINED, timezone.now()
            changed_by(one, by)
            one.save(update_fields=["state", "answered_at"])
        for podium in request.podia.exclude(status__in=[PodiumStatus.CANCELLED, PodiumStatus.DONE]):
            logging.cancel(podium, by=by)
        request.state, request.closed_at, request.closed_by = RequestState.OPEN, None, None
        changed_by(request, by)
        request.save(update_fields=["state", "closed_at", "closed_by"])
        return True


# --- The clock -------------------------------------------------------------------------------------------


def run(network: Network, *, on: date) -> dict[str, int]:
    """Remind who is silent, then tell the leader; each once for an offer. Safe to repeat, and to run late."""
    done = {"reminded": 0, "escalated": 0}
    waiting = (
        Offer.objects.waiting()
        .filter(request__network=network, request__state=RequestState.OPEN)
        .select_related("request", "person")
    )
    for one in waiting.filter(reminded_at=None).order_by("pk"):
        offered_on = timezone.localtime(one.offered_at).date()
        if priority.remind_on(offered_on, one.answer_before) <= on < one.answer_before:
            done["reminded"] += _remind(one)
    late = waiting.filter(escalated_at=None, answer_before__lte=on)
    done["escalated"] = Offer.objects.filter(pk__in=list(late.values_list("pk", flat=True))).update(
        escalated_at=timezone.now()
    )
    return done


def _remind(one: Offer) -> bool:
    with transaction.atomic():
        changed = (
            Offer.objects.waiting().filter(pk=one.pk, reminded_at=None).update(reminded_at=timezone.now())
        )
        if changed:
            drills.point("offering.reminded")
            _mail(one, "offer_reminder", f"offer_reminder:{one.pk}")
        return bool(changed)


# --- What the verbs share --------------------------------------------------------------------------------


def _settle(request: PodiumRequest, person: Person, *, by: User | None, offer: Offer) -> Podium:
    now = timezone.now()
    request.state, request.closed_at, request.closed_by = RequestState.AGREED, now, by
    request.answered_at = request.answered_at or now
    changed_by(request, by)
    request.save(update_fields=["state", "closed_at", "closed_by", "answered_at"])
    podium = _podium_for(request, person, by=by)
    drills.point("offering.agreed")
    requesting.close_offers(request, by=by, but=offer)
    drills.point("offering.closed")
    preparing.open_file(podium, request=request, by=by)
    if request.contact_email:
        mailing.post(
            mailing.Mail(
                network=request.network,
                kind="request_agreed",
                key=f"request_agreed:{request.pk}:{person.pk}:{podium.pk}",
                to=request.contact_email,
                name=request.contact_name,
                language=request.language,
                context={"podium": podium.pk, "speaker": person.full_name},
                about=request,
                reason=f"{person.full_name}: {request}",
            )
        )
    drills.point("offering.mailed")
    transaction.on_commit(partial(drills.point, "offering.committed"))
    return podium


def _podium_for(request: PodiumRequest, person: Person, *, by: User | None) -> Podium:
    """Their idea becomes agreed, or a new podium; without a day it stays an idea until that is settled."""
    status = PodiumStatus.AGREED if request.date else PodiumStatus.IDEA
    idea = Podium.objects.filter(request=request, ambassadors=person, status=PodiumStatus.IDEA).first()
    if idea is not None:
        return logging.agree_podium(idea, by=by, date=request.date) if request.date else idea
    return logging.log_podium(
        by=by,
        network=request.network,
        ambassadors=[person],
        date=request.date or clock.today(),
        status=status,
        **requesting.copied_from(request),
    )


def _podium_of(request: PodiumRequest, person: Person) -> Podium:
    return request.podia.filter(ambassadors=person).exclude(status=PodiumStatus.CANCELLED).latest("pk")


def _say(offer: Offer, state: OfferState, *, by: User | None, words: str) -> bool:
    with transaction.atomic():
        offer = _locked(offer)
        if offer.state != OfferState.ASKED:
            return False
        _answer(offer, state, by=by, words=words)
        return True


def _answer(offer: Offer, state: OfferState, *, by: User | None, words: str = "") -> None:
    offer.state, offer.answered_at, offer.answer = state, timezone.now(), words
    changed_by(offer, by)
    offer.save()


def _mail(one: Offer, kind: str, key: str) -> None:
    if not one.person.email:
        return
    mailing.post(
        mailing.Mail(
            network=one.request.network,
            kind=kind,
            key=key,
            to=one.person.email,
            name=one.person.full_name,
            language=one.person.language,
            about=one,
            reason=f"{one.person.full_name}: {one.request}",
            not_before=None if kind == "offer" else opening(clock.today()),
            reply_to=one.request.network.contact_email,
        )
    )


def _locked(offer: Offer) -> Offer:
    return Offer.objects.select_for_update(of=("self",)).select_related("person").get(pk=offer.pk)
