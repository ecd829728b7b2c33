"""The coming ceremony: planned, with guests who said yes, said no or are silent, and buddies of the last round."""

from datetime import time, timedelta

from django.utils import timezone

from ambassadors.actions import inviting_guests, planning_ceremony, telling_the_press
from ambassadors.actions.inviting_guests import Wanted
from ambassadors.models import (
    After,
    AppointmentRound,
    Buddy,
    ClubTask,
    Expectation,
    Guest,
    Parting,
    Spotlight,
    Term,
)
from config.demonstration.build import World, at, day
from network.models import User

EXPECTATIONS = (
    (True, "Ik bel je minstens eens in de twee maanden, en vraag hoe het gaat."),
    (True, "Ik zoek podia die bij je passen, en zeg erbij waarom."),
    (True, "Wat je me vertelt, blijft tussen ons tot jij het anders wilt."),
    (False, "Ik schrijf je verhaal niet voor je; ik help je het te vinden."),
    (False, "Ik regel je vervoer en je presentatie niet."),
)
TASKS = (
    ("De borrel na de netwerkbijeenkomst regelen", "Een plek, iets te drinken, iemand die opent.", 24),
    ("Een journalist van de regiokrant meenemen naar een podium", "Wij hebben een naam en een nummer.", 45),
    ("De nieuwe belofte op één dia zetten", "Hij is te lang. Jij kunt korter.", 0),
)
OUTSIDE = (
    ("Els Nieuwenhuis", "els.nieuwenhuis@provincie.example", "yes", 1, ""),
    ("Ruben van Dongen", "ruben@regiokrant.example", "yes", 0, "Komt met een fotograaf."),
    ("Wilma Jansink", "wilma@onderwijs.example", "", 0, ""),
    ("Koen Wolbert", "koen@wolbert.example", "no", 0, ""),
    ("Trijn Bosch", "", "", 0, ""),
)


def add_ceremony(world: World, coming: AppointmentRound) -> None:
    leader = world.leader
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


def add_belonging(world: World) -> None:
    """What one can expect of the leader, tasks to take over, who is in the light, and a wish for after a term."""
    network, today = world.network, day(0)
    Expectation.objects.bulk_create(
        Expectation(network=network, is_offered=is_offered, words=words, place=place)
        for place, (is_offered, words) in enumerate(EXPECTATIONS, start=1)
    )
    ClubTask.objects.bulk_create(
        ClubTask(network=network, title=title, about=about, due_on=day(-ahead) if ahead else None)
        for title, about, ahead in TASKS
    )
    taken = ClubTask.objects.filter(network=network).order_by("pk").first()
    if taken:
        ClubTask.objects.filter(pk=taken.pk).update(taken_by=world.people["marleen"], taken_at=at(day(9)))
    Spotlight.objects.create(
        network=network,
        person=world.people["marleen"],
        why="Liet in een zaal vol zorgbestuurders zien dat een team zonder baas heel rustig kan zijn.",
        why_en="Showed a room full of care directors how calm a team without a boss can be.",
        start=day(12),
        end=day(-30),
    )
    ending = Term.objects.filter(person__network=network).current(today).order_by("end", "pk").first()
    if ending:
        Parting.objects.create(
            term=ending, asked_at=at(day(20)), wish=After.HONORARY, wished_at=at(day(15)),
            wish_words="Mijn zoon neemt het bedrijf over. Ik blijf graag betrokken.",
        )  # fmt: skip


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
