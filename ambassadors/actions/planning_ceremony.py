"""The plan of a ceremony: hours, place and running order; whoever has it in the calendar hears what moves."""

from datetime import date, time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ambassadors import emails, running_order
from ambassadors.actions.refused import Refused
from ambassadors.models import AppointmentRound, Ceremony, CeremonyItem, Guest
from network.actions import mailing
from network.history import changed_by
from network.models import User

USUAL_START, USUAL_END = time(15), time(17)
MOVES = ("starts", "ends", "venue", "address")  # what stands in the appointment of every guest


def of(round: AppointmentRound) -> Ceremony:
    """The plan, or what it would be before anybody made one."""
    found = Ceremony.objects.filter(round=round).first() or Ceremony(
        round=round, starts=USUAL_START, ends=USUAL_END
    )
    found.round = round
    return found


def plan(
    *,
    round: AppointmentRound,
    starts: time,
    ends: time,
    by: User,
    venue: str = "",
    address: str = "",
    reply_by: date | None = None,
    words: str = "",
    words_en: str = "",
) -> Ceremony:
    """Keep the plan; the first time with a running order. Guests hear it when something moved."""
    if ends <= starts:
        raise Refused([_("The end must come after the beginning.")])
    given = {
        "starts": starts, "ends": ends, "venue": venue, "address": address, "reply_by": reply_by,
        "words": words, "words_en": words_en,
    }  # fmt: skip
    with transaction.atomic():
        locked = AppointmentRound.objects.select_for_update(of=("self",)).get(pk=round.pk)
        ceremony = Ceremony.objects.filter(round=locked).first()
        if ceremony is None:
            ceremony = Ceremony(round=locked, **given)
            changed_by(ceremony, by).save()
            draw_up(ceremony=ceremony)
            return ceremony
        changed = [name for name, value in given.items() if getattr(ceremony, name) != value]
        if not changed:
            return ceremony
        for name in changed:
            setattr(ceremony, name, given[name])
        changed_by(ceremony, by).save(update_fields=changed)
        if set(changed) & set(MOVES):
            _moved(ceremony)
    return ceremony


def draw_up(*, ceremony: Ceremony) -> int:
    """A running order to begin with, from the people of the round; only when there is none yet."""
    if ceremony.items.exists():
        return 0
    round = ceremony.round
    people = round.chosen.order_by("last_name", "first_name", "pk")
    lines = running_order.drafted(
        ceremony.starts,
        [person.full_name for person in people],
        host=round.network.name,
        official=round.official_name,
    )
    CeremonyItem.objects.bulk_create(
        CeremonyItem(ceremony=ceremony, at=line.at, title=line.title[:160], who=line.who[:120])
        for line in lines
    )
    return len(lines)


def set_item(
    *,
    ceremony: Ceremony,
    at: time,
    title: str,
    who: str = "",
    note: str = "",
    item: CeremonyItem | None = None,
) -> CeremonyItem:
    """A new line of the running order, or another text for one that stands there."""
    found = item or CeremonyItem(ceremony=ceremony)
    found.at, found.title, found.who, found.note = at, title, who, note
    found.save()
    return found


def details_changed(round: AppointmentRound) -> None:
    """Day or town of the round changed, in the transaction of the caller."""
    ceremony = Ceremony.objects.filter(round=round).first()
    if ceremony:
        ceremony.round = round
        _moved(ceremony)


def call_off(*, ceremony: Ceremony, why: str, by: User) -> bool:
    """It does not take place: it leaves every guest's calendar. False: it was off already."""
    with transaction.atomic():
        locked = Ceremony.objects.select_for_update(of=("self",)).select_related("round").get(pk=ceremony.pk)
        if locked.is_off:
            return False
        locked.called_off_at, locked.called_off_why = timezone.now(), why
        changed_by(locked, by).save(update_fields=["called_off_at", "called_off_why"])
        _moved(locked, variant="called_off")
    return True


def put_back(*, ceremony: Ceremony, by: User) -> bool:
    """It takes place after all, and stands in the calendars again."""
    with transaction.atomic():
        locked = Ceremony.objects.select_for_update(of=("self",)).select_related("round").get(pk=ceremony.pk)
        if not locked.is_off:
            return False
        locked.called_off_at, locked.called_off_why = None, ""
        changed_by(locked, by).save(update_fields=["called_off_at", "called_off_why"])
        _moved(locked)
    return True


def _moved(ceremony: Ceremony, variant: str = "changed") -> None:
    """Count the appointment up and tell every guest who has it; the last change replaces earlier ones."""
    ceremony.sequence += 1
    ceremony.changed_at = timezone.now()
    Ceremony.objects.filter(pk=ceremony.pk).update(sequence=ceremony.sequence, changed_at=ceremony.changed_at)
    network = ceremony.round.network
    mailing.post_many(
        mailing.Mail(
            network=network,
            kind=emails.CEREMONY_CHANGED.name,
            key=f"ceremony_changed:{guest.public_id}:{ceremony.sequence}",
            to=guest.email,
            name=guest.name,
            language=guest.language,
            context={"sequence": ceremony.sequence},
            about=guest,
            reason=_("Is invited to the ceremony."),
            variant=variant,
        )
        for guest in Guest.objects.filter(ceremony=ceremony).with_appointment().exclude(email="")
    )
