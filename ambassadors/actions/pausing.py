"""Asking for a pause, granting it, and what it does to the promise."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ambassadors.commitment import Span, closed_pauses, commitment, years_of
from ambassadors.models import Pause, PauseRequest, Person
from network.actions import mailing
from network.history import changed_by
from network.models import Role, User


def ask_pause(
    person: Person, *, by: User | None, start: date, end: date | None, reason: str = ""
) -> PauseRequest:
    """One request waits at a time: asking again changes what was asked."""
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        asked = PauseRequest.objects.waiting().filter(person=person).first() or PauseRequest(person=person)
        asked.start, asked.end, asked.reason = start, end, reason
        asked.save()
        _tell_leaders(asked, by=by)
    return asked


def _tell_leaders(asked: PauseRequest, *, by: User | None) -> None:
    """Once for what is asked. Why somebody asks stays out of the mail: it is often about their health."""
    network = asked.person.network
    said = f"{asked.start}:{asked.end or ''}"
    mailing.post_many(
        mailing.Mail(
            network=network,
            kind="pause_asked",
            key=f"pause_asked:{asked.pk}:{said}:{user_id}",
            to=email,
            name=name,
            language=language,
            about=asked,
            reason=_("a pause was asked"),
        )
        for user_id, email, name, language in Role.objects.running_the_network()
        .filter(network=network)
        .order_by("user", "-name")
        .values_list("user", "user__email", "name", "user__language")
        if user_id != (by.pk if by else None)
    )


def _tell_person(request: PauseRequest, *, by: User | None) -> None:
    """The answer of somebody else; a leader who is an ambassador too needs no mail from themself."""
    person = request.person
    if not person.email or (by is not None and person.user_id == by.pk):
        return
    mailing.post(
        mailing.Mail(
            network=person.network,
            kind="pause_answered",
            key=f"pause_answered:{request.pk}",
            to=person.email,
            name=person.full_name,
            language=person.language,
            about=request,
            reply_to=person.network.contact_email,
            reason=_("the answer to a pause that was asked"),
        )
    )


def withdraw_request(person: Person, *, by: User | None) -> None:
    """Never mind: nothing is left of a request that nobody has decided on."""
    PauseRequest.objects.waiting().filter(person=person).delete()


def grant_pause(request: PauseRequest, *, by: User | None) -> Pause | None:
    """The pause as it was asked; None when the request was answered before without one."""
    with transaction.atomic():
        request = PauseRequest.objects.select_for_update().get(pk=request.pk)
        if request.decided_at:
            return request.pause
        pause = Pause(
            person_id=request.person_id, start=request.start, end=request.end, reason=request.reason
        )
        changed_by(pause, by)
        pause.save()
        request.pause, request.decided_at, request.decided_by = pause, timezone.now(), by
        request.save(update_fields=["pause", "decided_at", "decided_by"])
        _tell_person(request, by=by)
    return pause


def close_request(request: PauseRequest, *, by: User | None) -> PauseRequest:
    """Talked over, and no pause came of it."""
    with transaction.atomic():
        request = PauseRequest.objects.select_for_update().get(pk=request.pk)
        if request.decided_at is None:
            request.decided_at, request.decided_by = timezone.now(), by
            request.save(update_fields=["decided_at", "decided_by"])
    return request


@dataclass(frozen=True)
class Effect:
    """What a pause does to one commitment year."""

    year: Span
    before: int
    after: int


def effect_of_pause(person: Person, start: date, end: date | None, on: date) -> list[Effect]:
    """The running and coming years that the pause touches, with the podia asked without and with it."""
    network = person.network
    terms = [Span(*days) for days in person.terms.order_by("start").values_list("start", "end")]
    given = list(person.pauses.order_by().values_list("start", "end"))
    without = closed_pauses(given, terms)
    with_it = closed_pauses([*given, (start, end)], terms)
    effects = []
    for term in terms:
        for year in years_of(term, network.commitment_year):
            before = commitment(year, without, network.podia_per_year)
            after = commitment(year, with_it, network.podia_per_year)
            if year.end > on and before.active_days != after.active_days:
                effects.append(Effect(year.span, before.required, after.required))
    return effects
