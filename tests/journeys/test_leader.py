"""A project leader's morning, from the cockpit to this year's plaques."""

import re
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from playwright.sync_api import expect

from ambassadors.models import Appointment, Term
from events.models import ChaseStep, StepKind
from network import clock
from network.models import Message, User

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def leader(demo) -> User:
    return User.objects.get(roles__network=demo, roles__kind="leader")


@pytest.fixture
def desk(on_laptop, enter, leader, at):
    enter(on_laptop, leader)
    on_laptop.goto(f"{at}/beheer/")
    return on_laptop


def task(page, name: str, chip: str):
    """A line of 'who needs me today'."""
    return page.locator(".tasks li").filter(has_text=name).filter(has_text=chip)


def test_a_call_task_is_done_with_one_button(desk):
    line = task(desk, "Ingrid ter Horst", "bellen")
    expect(line).to_contain_text("tijd om te bellen")
    line.get_by_role("button", name=re.compile("Gebeld")).click()
    expect(desk.get_by_role("heading", name="Wie heeft je vandaag nodig?")).to_be_visible()
    expect(task(desk, "Ingrid ter Horst", "bellen")).to_have_count(0)
    expect(task(desk, "Jeroen Wolbers", "gesprek over het jaar")).to_have_count(1)
    call = ChaseStep.objects.get(kind=StepKind.CALL, person__first_name="Ingrid")
    assert (call.handled_at is not None, call.handled_by.name) == (True, "Hanneke Broekhuis")


def test_who_is_behind_and_why_previewed_then_run(desk, at):
    row = desk.get_by_role("row").filter(has_text="Anneke Schuurman")
    expect(row).to_contain_text("heeft een idee nodig")
    before = set(Message.objects.values_list("pk", flat=True))

    desk.get_by_role("link", name="Herinneringen").click()
    first = desk.locator(".tasks li")
    expect(first).to_have_count(1)
    expect(first).to_contain_text("Anneke Schuurman")
    expect(first).to_contain_text("eerste herinnering")
    expect(first).to_contain_text("0 van 3 podia gedaan of afgesproken, op dit moment 1 verwacht")
    first.get_by_role("link", name="Bekijk de mail").click()
    expect(desk.locator("main")).to_contain_text("Anneke")
    assert set(Message.objects.values_list("pk", flat=True)) == before  # looking changes nothing

    desk.goto(f"{at}/beheer/events/chasestep/vooruitblik/")
    desk.get_by_role("button", name="Nu uitvoeren").click()
    expect(desk.locator("main")).to_contain_text("1 stap is gezet.")
    (mail,) = Message.objects.exclude(pk__in=before)
    assert (mail.kind, mail.recipient_name, mail.state) == ("nudge_1", "Anneke Schuurman", "queued")
    desk.goto(f"{at}/beheer/network/message/")
    expect(desk.get_by_role("row").filter(has_text="Anneke Schuurman")).to_contain_text("Eerste herinnering")


def test_three_runs_over_time_end_in_a_call(demo, on_laptop, enter, leader, at):
    today = clock.today()
    for days in (
        0,
        32,
        64,
        96,
    ):  # 28 days after the day a mail was planned to leave, and a margin for holidays
        call_command("chase", "--network", demo.slug, "--on", str(today + timedelta(days)), stdout=StringIO())
    steps = ChaseStep.objects.filter(person__first_name="Anneke").order_by("decided_on")
    assert [step.kind for step in steps] == [StepKind.NUDGE_1, StepKind.NUDGE_2, StepKind.CALL]
    with time_machine.travel(clock.now() + timedelta(100)):
        enter(on_laptop, leader).goto(f"{at}/beheer/")
        expect(task(on_laptop, "Anneke Schuurman", "bellen")).to_have_count(1)


def test_a_round_is_appointed_and_a_plaque_can_be_checked(demo, desk, at):
    coming = demo.rounds.get(appointed_at=None)
    coming.chosen.set(demo.people.filter(first_name__in=["Chidi", "Mehmet", "Samira", "Sanne"]))
    terms = Term.objects.count()
    desk.get_by_role("link", name="Rondes en plaquettes").click()
    desk.get_by_role("link", name=re.compile(str(coming.year))).first.click()
    desk.get_by_role("link", name="Benoemen", exact=True).click()
    expect(desk.locator("main")).to_contain_text("Het maximum is 25.")
    desk.get_by_role("button", name="4 mensen benoemen").click()
    expect(desk.locator("main")).to_contain_text("4 mensen zijn benoemd")
    assert Term.objects.count() == terms + 4
    appointments = Appointment.objects.filter(round=coming)
    assert sorted(appointment.person.first_name for appointment in appointments) == [
        "Chidi",
        "Mehmet",
        "Samira",
        "Sanne",
    ]
    expect(desk.locator("main")).to_contain_text(appointments[0].serial_number)


def test_an_earlier_plaque_is_confirmed_to_whoever_scans_it(demo, page, at):
    appointment = Appointment.objects.get(person__first_name="Fatima")
    page.goto(f"{at}/p/{appointment.public_id}/")
    expect(page.locator("main")).to_contain_text("Fatima Bouzidi")
    expect(page.locator("main")).to_contain_text(appointment.serial_number)
