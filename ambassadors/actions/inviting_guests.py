"""Who is asked to the ceremony, and what they answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ambassadors import emails
from ambassadors.actions.refused import Refused
from ambassadors.models import Ceremony, Guest, Person, Reply
from network import clock
from network.actions import mailing
from network.models import FanContact, User
from network.refusals import sentence_for

MOST_AT_ONCE = 300
GROUPS = ("newcomers", "ambassadors", "honorary", "fans")


@dataclass(frozen=True)
class Wanted:
    """Somebody to put on the list."""

    name: str
    email: str = ""
    language: str = "nl"
    person: Person | None = None


def add(*, ceremony: Ceremony, wanted: Wanted, by: User) -> Guest:
    """One guest. Raises Refused when the address is on the list; who was taken off comes back on."""
    try:
        with transaction.atomic():
            away = (
                ceremony.guests.exclude(withdrawn_at=None).filter(email__iexact=wanted.email).first()
                if wanted.email
                else None
            )
            if away:
                Guest.objects.filter(pk=away.pk).update(
                    withdrawn_at=None, invited_at=None, reply="", replied_at=None, name=wanted.name
                )
                return Guest.objects.get(pk=away.pk)
            return Guest.objects.create(
                ceremony=ceremony,
                name=wanted.name,
                email=wanted.email,
                language=wanted.language,
                person=wanted.person,
            )
    except IntegrityError as error:
        raise Refused([sentence_for(error)]) from error


def add_many(*, ceremony: Ceremony, wanted: Iterable[Wanted], by: User) -> int:
    """Everybody who is not on the list yet, by address; how many came on it."""
    with transaction.atomic():
        Ceremony.objects.select_for_update().get(pk=ceremony.pk)
        known = {email.lower() for email in ceremony.guests.exclude(email="").values_list("email", flat=True)}
        people = set(ceremony.guests.exclude(person=None).values_list("person_id", flat=True))
        rows: list[Guest] = []
        for one in wanted:
            if one.email.lower() in known or (one.person and one.person.pk in people):
                continue
            if one.email:
                known.add(one.email.lower())
            rows.append(
                Guest(
                    ceremony=ceremony,
                    name=one.name,
                    email=one.email,
                    language=one.language,
                    person=one.person,
                )
            )
        Guest.objects.bulk_create(rows[:MOST_AT_ONCE])
    return len(rows[:MOST_AT_ONCE])


def group(ceremony: Ceremony, name: str) -> list[Wanted]:
    """The people of a group, as guests: those to be appointed, ambassadors, honorary members, or fans."""
    round, day = ceremony.round, ceremony.round.ceremony_on
    network = round.network
    if name == "fans":
        contacts = FanContact.objects.filter(fan__network=network).current(clock.today())
        return [
            Wanted(contact.name, contact.email)
            for contact in contacts.exclude(email="").select_related("fan").order_by("name", "pk")
        ]
    people = {
        "newcomers": network.people.filter(
            Q(pk__in=round.chosen.values("pk")) | Q(appointments__round=round)
        ).distinct(),
        "ambassadors": network.people.current(min(day, clock.today())),
        "honorary": network.people.honorary(min(day, clock.today())),
    }[name]
    return [Wanted(person.full_name, person.email, person.language, person) for person in people]


def invite(*, ceremony: Ceremony, by: User) -> int:
    """Send the invitation to everybody with an address who did not get it; how many."""
    if ceremony.is_off:
        raise Refused([_("The ceremony was called off, so nobody is invited.")])
    if ceremony.round.ceremony_on < clock.today():
        raise Refused([_("The day of the ceremony has passed.")])
    with transaction.atomic():
        waiting = list(
            Guest.objects.select_for_update(of=("self",))
            .filter(ceremony=ceremony)
            .not_invited()
            .exclude(email="")
        )
        mailing.post_many(_invitation(ceremony, guest) for guest in waiting)
        Guest.objects.filter(pk__in=[guest.pk for guest in waiting]).update(invited_at=timezone.now())
    return len(waiting)


def remind(*, ceremony: Ceremony, by: User) -> int:
    """Ask once more whoever was invited and said nothing; at most once a day; how many."""
    if ceremony.is_off:
        raise Refused([_("The ceremony was called off, so nobody is invited.")])
    today = clock.today()
    if ceremony.round.ceremony_on < today:
        raise Refused([_("The day of the ceremony has passed.")])
    with transaction.atomic():
        silent = list(
            Guest.objects.select_for_update(of=("self",)).filter(ceremony=ceremony).to_remind(today)
        )
        mailing.post_many(_reminder(ceremony, guest, today) for guest in silent)
        Guest.objects.filter(pk__in=[guest.pk for guest in silent]).update(reminded_at=timezone.now())
    return len(silent)


def _reminder(ceremony: Ceremony, guest: Guest, on: date) -> mailing.Mail:
    return mailing.Mail(
        network=ceremony.round.network,
        kind=emails.CEREMONY_REMINDER.name,
        key=f"ceremony_reminder:{guest.public_id}:{on.isoformat()}",
        to=guest.email,
        name=guest.name,
        language=guest.language,
        about=guest,
        reason=_("Was invited to the ceremony and did not answer."),
    )


def _invitation(ceremony: Ceremony, guest: Guest) -> mailing.Mail:
    return mailing.Mail(
        network=ceremony.round.network,
        kind=emails.CEREMONY_INVITATION.name,
        key=f"ceremony_invitation:{guest.public_id}:{ceremony.sequence}",
        to=guest.email,
        name=guest.name,
        language=guest.language,
        about=guest,
        reason=_("Stands on the guest list of the ceremony."),
    )


def answer(*, guest: Guest, reply: Reply, companions: int = 0, remark: str = "") -> Guest:
    """Yes or no, as often as somebody changes their mind; the same answer twice is one."""
    with transaction.atomic():
        locked = (
            Guest.objects.select_for_update(of=("self",)).select_related("ceremony__round").get(pk=guest.pk)
        )
        ceremony = locked.ceremony
        if locked.withdrawn_at or ceremony.is_off or ceremony.round.ceremony_on < clock.today():
            raise Refused([_("This invitation no longer holds. Call us if that surprises you.")])
        companions = companions if reply == Reply.YES else 0
        if (locked.reply, locked.companions, locked.remark) == (reply, companions, remark):
            return locked
        turned = locked.reply != reply
        locked.reply, locked.companions, locked.remark = reply, companions, remark
        locked.replied_at = timezone.now()
        locked.save(update_fields=["reply", "companions", "remark", "replied_at"])
        if turned and locked.email:
            mailing.post(
                mailing.Mail(
                    network=ceremony.round.network,
                    kind=emails.CEREMONY_ANSWERED.name,
                    key=f"ceremony_answered:{locked.public_id}:{locked.replied_at.isoformat()}",
                    to=locked.email,
                    name=locked.name,
                    language=locked.language,
                    context={"reply": str(reply)},
                    about=locked,
                    reason=_("Answered the invitation to the ceremony."),
                    variant=str(reply),
                )
            )
    return locked


def take_off(*, guest: Guest, by: User) -> None:
    """Off the list. Whoever was invited hears it, and it leaves their calendar; who was not just goes."""
    with transaction.atomic():
        locked = (
            Guest.objects.select_for_update(of=("self",)).select_related("ceremony__round").get(pk=guest.pk)
        )
        if locked.withdrawn_at:
            return
        if locked.invited_at is None:
            locked.delete()
            return
        has_it = locked.reply != Reply.NO and bool(locked.email)
        locked.withdrawn_at = timezone.now()
        locked.save(update_fields=["withdrawn_at"])
        if has_it:
            mailing.post(
                mailing.Mail(
                    network=locked.ceremony.round.network,
                    kind=emails.CEREMONY_CHANGED.name,
                    key=f"ceremony_withdrawn:{locked.public_id}:{locked.withdrawn_at.isoformat()}",
                    to=locked.email,
                    name=locked.name,
                    language=locked.language,
                    about=locked,
                    reason=_("Was taken off the guest list of the ceremony."),
                    variant="withdrawn",
                )
            )
