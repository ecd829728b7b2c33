"""A buddy for every newcomer: an ambassador or honorary member who shows them around."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ambassadors import emails
from ambassadors.actions.refused import Refused
from ambassadors.models import AppointmentRound, Buddy, Person, Term
from ambassadors.showing_around import Somebody, suggest
from network import clock
from network.actions import mailing
from network.models import User
from network.refusals import sentence_for

TELL_FROM = time(13)  # on the day of the ceremony, after the congratulations


def may_show_around(round: AppointmentRound) -> list[Person]:
    """Who can be asked: in office or honorary today, and not new in this round."""
    network, today = round.network, clock.today()
    people = network.people.current(today) | network.people.honorary(today)
    new = {*round.chosen.values_list("pk", flat=True), *round.appointments.values_list("person", flat=True)}
    return list(
        people.exclude(pk__in=new)
        .order_by("last_name", "first_name", "pk")
        .distinct()
        .prefetch_related("employments__company", "terms", "honorary_memberships", "pauses")
    )


def newcomers(round: AppointmentRound, people: Sequence[Person]) -> list[Person]:
    """Of the people of a round those who were never in office before; who comes back knows the way."""
    before = set(
        Term.objects.filter(person__in=[person.pk for person in people], start__lt=round.ceremony_on)
        .values_list("person", flat=True)
    )  # fmt: skip
    return [person for person in people if person.pk not in before]


def suggestions(
    round: AppointmentRound, newcomers: Sequence[Person], guides: Sequence[Person]
) -> dict[int, int]:
    """A buddy for each newcomer who has none yet, to be kept or changed by the leader."""
    day = round.ceremony_on
    paired = dict(round.buddies.values_list("newcomer", "buddy"))
    shows = Counter(paired.values())
    return suggest(
        [_somebody(person, day) for person in newcomers if person.pk not in paired],
        [
            replace(_somebody(person, day), shows=shows[person.pk], leaves=not _stays(person, day))
            for person in guides
        ],
    )


def _somebody(person: Person, day: date) -> Somebody:
    work = person.company_on(day)
    company = work.company if work else None
    if company is None:
        return Somebody(person.pk)
    return Somebody(person.pk, company.region or company.place, company.sector)


def _stays(person: Person, day: date) -> bool:
    """Still there on the day of the ceremony, and not in a pause."""
    if any(pause.start <= day and (pause.end is None or pause.end > day) for pause in person.pauses.all()):
        return False
    in_office = any(term.start <= day and (term.end is None or term.end > day) for term in person.terms.all())
    return in_office or any(one.end is None for one in person.honorary_memberships.all())


def pair(*, round: AppointmentRound, newcomer: Person, buddy: Person | None, by: User) -> Buddy | None:
    """Set, change or (None) take away who shows a newcomer around. Both hear it after appointing."""
    try:
        with transaction.atomic():
            locked = AppointmentRound.objects.select_for_update(of=("self",)).get(pk=round.pk)
            now = locked.buddies.filter(newcomer=newcomer).first()
            if buddy is not None and buddy.pk not in {one.pk for one in may_show_around(locked)}:
                raise Refused([_("Choose somebody who is in office or an honorary member.")])
            if now and buddy and now.buddy_id == buddy.pk:
                return now
            if now:
                now.delete()
            if buddy is None:
                return None
            made = Buddy.objects.create(round=locked, newcomer=newcomer, buddy=buddy, paired_by=by)
            if locked.is_appointed:
                tell(made)
            return made
    except IntegrityError as error:
        raise Refused([sentence_for(error)]) from error


def told_to(person: Person) -> list[Buddy]:
    """Who shows this person around, and whom they show around; as far as both were told."""
    return list(
        Buddy.objects.filter(Q(newcomer=person) | Q(buddy=person))
        .exclude(told_at=None)
        .select_related("newcomer", "buddy")
    )


def tell_all(round: AppointmentRound) -> int:
    """As soon as the round is appointed: a mail to both, each once."""
    waiting = Buddy.objects.filter(round=round, told_at=None).select_related("newcomer", "buddy", "round")
    return sum(tell(one) for one in waiting)


def tell(pairing: Buddy) -> int:
    round = pairing.round
    with transaction.atomic():
        if not Buddy.objects.filter(pk=pairing.pk, told_at=None).update(told_at=timezone.now()):
            return 0
        moment = clock.moment(round.ceremony_on, TELL_FROM)
        return mailing.post_many(
            mailing.Mail(
                network=round.network,
                kind=emails.BUDDY.name,
                key=f"buddy:{pairing.pk}:{variant}",
                to=person.email,
                name=person.full_name,
                language=person.language,
                about=pairing,
                reason=_("Is paired with a newcomer of the round of %(year)s.") % {"year": round.year},
                variant=variant,
                not_before=max(moment, clock.now()),
            )
            for variant, person in (("newcomer", pairing.newcomer), ("buddy", pairing.buddy))
            if person.email
        )
