"""P2: after years of use nothing is left past its term, and every figure is what it was."""

import io
import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.core.management import call_command
from django.utils import timezone

from ambassadors.models import (
    Appointment,
    AppointmentRound,
    Ceremony,
    CeremonyItem,
    Guest,
    HonoraryMembership,
    Nomination,
    Pause,
    PauseRequest,
    Person,
    Term,
)
from events.actions import handing_cards, newsletters
from events.models import BusinessCard, Podium, PodiumDraft, PodiumFile, PodiumRequest, ReferralPartner
from knowledgebank.models import Story, StoryVersion, Tool, ToolRemark
from network import clock, report, report_document, retention
from network.actions import mailing, retaining, signing_in
from network.models import FanContact, JobRun, Message, Network, RetentionTerms, User
from network.tasks import retain
from tests.conftest import make_person
from tests.events import leads
from tests.site.dump import places_of
from tests.site.test_access import media_folder, world  # noqa: F401
from tests.site.world import Place

YEARS_LATER = "2037-06-01T12:00:00+02:00"


def everything_reported(network: Network) -> list[Any]:
    """Every figure, chart and row of the client's report, in total and by year."""
    periods = [report.Period(date(2000, 1, 1), date(2038, 1, 1)), *map(report.Period.year, (2025, 2026))]
    found: list[Any] = []
    for period in periods:
        document = report_document.live(network, period, language="nl", title="")
        for section in document.sections:
            found += [(f.key, f.value, f.confirmed, f.estimated) for f in section.figures]
        found += [chart.table.rows for chart in document.charts]
        found += [row.cells for sheet in document.sheets() for row in sheet.rows]
    return found


def plant_what_the_world_has_not(place: Place) -> None:
    """One row more for every rule that would find nothing; each says kanariegeel."""
    network, person, now = place.network, place[Person], timezone.now()
    word, email = "kanariegeel", "kanariegeel@example.org"
    Pause.objects.create(person=person, start=date(2027, 1, 1), end=date(2027, 2, 1), reason=word)
    PauseRequest.objects.create(
        person=person, start=date(2027, 1, 1), end=date(2027, 2, 1), reason=word, decided_at=now
    )  # fmt: skip
    CeremonyItem.objects.create(ceremony=place[Ceremony], at="20:00", title="Toespraak", who=word)
    Guest.objects.create(ceremony=place[Ceremony], name=word, email=email, reply="yes", replied_at=now)
    newsletters.ask(network=network, email=email, language="nl", signs=leads.GOOD)
    ReferralPartner.objects.create(
        network=network, kind="fan", name="Oude plek", until=date(2028, 1, 1), contact_name=word
    )  # fmt: skip
    LogEntry.objects.create(user=place[User], action_flag=1, object_repr=word)
    User.objects.create_user(email)
    for slug in (word, f"{word}-gelezen"):
        story = Story.objects.create(network=network, person=person, slug=slug, withdrawn_at=now)
        StoryVersion.objects.create(story=story, number=1, title=word, body=word)
    told = Story.objects.create(network=network, person=person, slug="twee-keer-verteld")
    for number, shows in ((1, word), (2, "een planbord")):
        StoryVersion.objects.create(
            story=told, number=number, title="Twee keer", photo=f"stories/{number}.jpg", photo_alt=shows,
            approved_at=now, approved_via="mijn", publish_on=now.date(),
        )  # fmt: skip
    PodiumRequest.objects.create(network=network, kind="fair", story=story, state="open")
    ToolRemark.objects.create(
        tool=place[Tool], name=word, text=word, state="refused", decided_at=now, decided_by=place[User]
    )  # fmt: skip
    stranger = Person.objects.create(network=network, first_name=word, last_name="Vreemd", email=email)
    Nomination.objects.create(network=network, person=stranger, held_because="links")
    signing_in.ask(network=network, email=place[User].email, ip="192.0.2.1")
    leads.scanned(place[BusinessCard], name=word, email=email)


@pytest.fixture
def years_later(world):  # noqa: F811
    """The whole world, in which everything has ended, years afterwards."""
    FanContact.objects.update(end=date(2030, 1, 1))
    for membership in HonoraryMembership.objects.all():
        membership.end = date(2031, 1, 1)
        membership.save()
    loser = make_person(world.here.network, "Kanarievogel", "Verliezer", phone="0687654321")
    round = AppointmentRound.objects.create(
        network=world.here.network, year=2026, ceremony_on=date(2026, 12, 1)
    )
    Nomination.objects.create(network=world.here.network, round=round, person=loser)
    plant_what_the_world_has_not(world.here)
    with time_machine.travel(YEARS_LATER, tick=False):
        yield world


# After so long a broader rule was first; on their own day they are in the next test.
GO_WITH_SOMETHING_ELSE = {
    "drafts", "held_candidates", "sealed_mails", "pauses", "pause_requests", "strangers",
}  # fmt: skip


def counted() -> list[int]:
    return [model.objects.count() for model in (Podium.ambassadors.through, Term, Guest, Appointment)]


def run_all() -> dict[str, int]:
    done: dict[str, int] = {}
    for network in [*Network.objects.all(), None]:
        for name, count in retaining.run(network, now=clock.now()).items():
            done[name] = done.get(name, 0) + count
    return done


def test_years_later_nothing_is_left_past_its_term_and_no_figure_has_changed(years_later):
    here = years_later.here.network
    before = everything_reported(here)
    rows = counted()
    done = run_all()
    assert {name for name, count in done.items() if not count} == GO_WITH_SOMETHING_ELSE
    assert {name: count for name, count in run_all().items() if count} == {}
    assert everything_reported(here) == before
    assert counted() == rows
    for word in (
        "Kanarievogel",
        "kanariegeel",
        "kanarievogel",
        "Verliezer",
        "0687654321",
        "Voordrager",
        "Parel ",
        "samenspraak ",
    ):
        assert places_of(word) == [], word
    for word in ("nood ", "waarom ", "bericht ", "concept iemand", "contact.", "vraag.", "zelf.", "lead."):
        assert places_of(word) == [], word


def test_a_name_and_term_stay_and_the_plaque_still_holds(years_later):
    person = years_later.here[Person]
    run_all()
    person.refresh_from_db()
    assert (person.email, person.phone, person.biography, person.user) == ("", "", "", None)
    assert person.publication_consent_at is None
    assert person.full_name.startswith("Iemand ")
    assert person.forgotten_at == timezone.now()
    assert (person.terms.count(), person.appointments.count(), person.podia.count()) == (1, 1, 2)
    assert [row.email for row in Person.history.filter(id=person.pk)] == []


WEEK = {"sealed_mails"}
FOUR_WEEKS = {*WEEK, "held_candidates"}
MONTH = {*FOUR_WEEKS, "drafts", "strangers"}
YEARS = {*MONTH, "candidates"}


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (6, set()),
        (8, WEEK),
        (29, FOUR_WEEKS),
        (31, MONTH),
        (730, YEARS),
        (732, {*YEARS, "leads", "mails", "pauses", "pause_requests"}),
    ],
)
def test_what_goes_on_a_day_of_its_own(network, ambassador, today, days, expected):
    """An ambassador in office: each rule finds its row on the day after its term, not before."""
    day = date(2026, 11, 23)
    extended = ambassador.terms.get()
    extended.end = date(2040, 1, 1)
    extended.save()
    Pause.objects.create(person=ambassador, start=date(2026, 11, 1), end=day, reason="kanarie")
    PauseRequest.objects.create(
        person=ambassador, start=date(2026, 11, 1), end=day, reason="kanarie", decided_at=timezone.now()
    )  # fmt: skip
    PodiumDraft.objects.create(person=ambassador, token="t", values={"title": ["kanarie"]})
    stranger = Person.objects.create(network=network, first_name="Kanarie", last_name="Vreemd")
    Nomination.objects.create(network=network, person=stranger, held_because="links")
    leads.scanned(handing_cards.card_of_person(ambassador), name="kanarie")
    # What lasts: the same things where they are not over.
    Pause.objects.create(person=ambassador, start=date(2026, 11, 1), reason="lopend")
    with time_machine.travel(timezone.now() + timedelta(days=days), tick=False):
        found = {one.rule.name for one in retaining.due(network, now=clock.now()) if one.now}
        assert found == expected
        retaining.run(network, now=clock.now())
        left = places_of("kanarie")
    assert ("ambassadors_pause.reason" in left) == (days < 732)
    assert ("ambassadors_person.first_name" in left) == (days < 29)
    assert ("events_podiumdraft.values" in left) == ("events_lead.name" in left) == (days < 31)
    assert Pause.objects.filter(reason="lopend").exists()


# --- Terms --------------------------------------------------------------------------------------------------


@pytest.fixture
def request_of_two_years(network, today) -> PodiumRequest:
    asked = PodiumRequest.objects.create(
        network=network, kind="workshop", contact_name="Karin", contact_email="k@twente.example",
        description="kanarie", state="declined", closed_at="2024-11-22T12:00:00+01:00",
    )  # fmt: skip
    letter = {"subject": "kanarie", "words": "kanarie"}
    mailing.post(
        mailing.Mail(
            network=network, kind="letter", key="about", to="k@twente.example", about=asked, **letter
        )
    )
    return asked


def test_what_goes_is_empty_in_its_history_and_its_mails_too(network, request_of_two_years):
    asked = request_of_two_years
    asked.title = "Anders"
    asked.save()
    assert retaining.run(network, now=clock.now())["requests"] == 1
    asked.refresh_from_db()
    assert (asked.contact_name, asked.contact_email, asked.title, asked.state) == (
        "",
        "",
        "Anders",
        "declined",
    )
    assert places_of("kanarie") == []
    assert [row.state for row in asked.history.all()] == ["declined", "declined"]
    mail = Message.objects.get()
    assert (mail.key, mail.recipient, mail.state) == ("about", "", "dropped")


def test_a_network_chooses_its_own_term(network, request_of_two_years):
    RetentionTerms.objects.create(network=network, requests=36)
    assert retaining.run(network, now=clock.now())["requests"] == 0
    RetentionTerms.objects.update(requests=24)
    assert retaining.run(network, now=clock.now())["requests"] == 1


def test_another_networks_things_are_left_alone(network, other_network, request_of_two_years):
    assert retaining.run(other_network, now=clock.now())["requests"] == 0
    request_of_two_years.refresh_from_db()
    assert request_of_two_years.contact_name == "Karin"


@pytest.mark.parametrize(
    ("moment", "months", "expected"),
    [
        ("2026-03-31T12:00", 1, "2026-02-28T12:00"),
        ("2028-02-29T12:00", 12, "2027-02-28T12:00"),
        ("2026-01-15T00:30", 2, "2025-11-15T00:30"),
        ("2026-12-01T12:00", 24, "2024-12-01T12:00"),
    ],
)
def test_months_are_counted_by_the_calendar(moment, months, expected):
    found = retention.so_long_ago(timezone.make_aware(datetime.fromisoformat(moment)), months)
    assert f"{timezone.localtime(found):%Y-%m-%dT%H:%M}" == expected


# --- The clock and the hand ---------------------------------------------------------------------------------


def test_it_runs_once_a_night(network, request_of_two_years):
    retain()
    asked = request_of_two_years
    PodiumRequest.objects.update(contact_name="Karin")
    retain()
    asked.refresh_from_db()
    assert asked.contact_name == "Karin"
    assert JobRun.objects.filter(pk__startswith="retain:", finished_at=None).exists() is False
    assert JobRun.objects.filter(pk__startswith="retain:").count() == 2  # this network, and what is of none


def test_a_rule_that_fails_stops_no_other(network, request_of_two_years, monkeypatch):
    def refuse(rows):
        raise RuntimeError("kapot")

    monkeypatch.setattr(retention.rules["mails"], "_forget", refuse)
    Message.objects.update(created_at=timezone.now() - timedelta(days=3000))
    with pytest.raises(RuntimeError, match="kapot"):
        retaining.run(network, now=clock.now())
    request_of_two_years.refresh_from_db()
    assert request_of_two_years.contact_name == ""


def test_the_dry_run_tells_and_changes_nothing(network, request_of_two_years):
    soon = PodiumRequest.objects.create(
        network=network, kind="fair", contact_name="Joost", state="declined",
        closed_at="2024-11-26T12:00:00+01:00",
    )  # fmt: skip
    out = io.StringIO()
    call_command("retain", "--dry-run", "--json", "--network", network.slug, stdout=out)
    told = {row["what"]: (row["now"], row["within_a_week"]) for row in json.loads(out.getvalue())}
    assert told["requests"] == (1, 1)
    assert "Karin" not in out.getvalue()
    soon.refresh_from_db()
    assert (PodiumRequest.objects.exclude(contact_name="").count(), soon.contact_name) == (2, "Joost")
    call_command("retain", "--network", network.slug, stdout=out)
    assert list(PodiumRequest.objects.exclude(contact_name="")) == [soon]


def test_the_file_of_a_podium_keeps_its_figures(network, ambassador, today):
    podium = Podium.objects.create(
        network=network, kind="workshop", status="done", date="2024-11-01", audience=40, audience_by_host=40
    )
    PodiumFile.objects.create(
        podium=podium, host_email="k@twente.example", host_name="Karin", host_says="happened",
        host_answered_at=timezone.now(), host_words="Mooi",
    )  # fmt: skip
    before = everything_reported(network)
    assert retaining.run(network, now=clock.now())["files"] == 1
    file = PodiumFile.objects.get()
    assert (file.host_email, file.host_name, file.host_words, file.host_says) == ("", "", "", "happened")
    assert everything_reported(network) == before
