"""The coming ceremony: planned, with guests who said yes, said no or are silent, and buddies of the last round."""

from datetime import time, timedelta

from django.utils import timezone

from ambassadors.actions import inviting_guests, planning_ceremony, telling_the_press
from ambassadors.actions.inviting_guests import Wanted
from ambassadors.models import AppointmentRound, Buddy, Guest
from config.demonstration.build import World, at, day
from network.models import User

OUTSIDE = (
    ("Els Nieuwenhuis", "els.nieuwenhuis@provincie.example", "yes", 1, ""),
    ("Ruben van Dongen", "ruben@regiokrant.example", "yes", 0, "Komt met een fotograaf."),
    ("Wilma Jansink", "wilma@onderwijs.example", "", 0, ""),
    ("Koen Wolbert", "koen@wolbert.example", "no", 0, ""),
    ("Trijn Bosch", "", "", 0, ""),
)


def add_ceremony(world: World, coming: AppointmentRound) -> None:
    leader = world.leader
    assert leader is not None
    ceremony = planning_ceremony.plan(
        round=coming,
        starts=time(15, 30),
        ends=time(18),
        venue="Statenzaal",
        address="Luttenbergstraat 2",
        reply_by=coming.ceremony_on - timedelta(days=14),
        words="We beginnen op tijd. Neem iemand mee aan wie je dit al lang wilde laten zien.",
        by=leader,
    )
    for name in ("ambassadors", "honorary"):
        inviting_guests.add_many(ceremony=ceremony, wanted=inviting_guests.group(ceremony, name), by=leader)
    inviting_guests.add_many(
        ceremony=ceremony, wanted=[Wanted(name, email) for name, email, *_rest in OUTSIDE], by=leader
    )
    # Invited last week; the mails themselves are of no interest any more.
    Guest.objects.filter(ceremony=ceremony).exclude(email="").update(invited_at=at(day(6)))
    for name, _email, reply, companions, remark in OUTSIDE:
        if reply:
            Guest.objects.filter(ceremony=ceremony, name=name).update(
                reply=reply, replied_at=at(day(3)), companions=companions, remark=remark
            )
    for number, guest in enumerate(Guest.objects.filter(ceremony=ceremony).exclude(person=None)):
        if number % 3 != 2:
            Guest.objects.filter(pk=guest.pk).update(
                reply="yes" if number % 5 else "no", replied_at=at(day(4))
            )
    _buddies(world, leader)


def _buddies(world: World, leader: User) -> None:
    """Whoever was appointed last is shown around by somebody who was there before."""
    last = world.network.rounds.exclude(appointed_at=None).order_by("-year").first()
    if last is None:
        return
    newcomers = telling_the_press.people_of(last)[:3]
    others = [world.people[key] for key in ("marleen", "gerda", "chidi")]
    new = {person.pk for person in telling_the_press.people_of(last)}
    for newcomer, buddy in zip(newcomers, others, strict=False):
        if buddy.pk not in new and newcomer.pk != buddy.pk:
            Buddy.objects.create(
                round=last, newcomer=newcomer, buddy=buddy, paired_by=leader, told_at=timezone.now()
            )
