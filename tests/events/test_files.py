"""The file of a podium: open to the three, in their calendars, reminded of, and counted by two."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from icalendar import Calendar

from events import links
from events.actions import confirming, logging, preparing
from events.calendar import invitation_of
from events.models import ChecklistItem, FileNote, HostSays, Lead, Podium, PodiumFile, PodiumRequest
from network import clock
from network.actions import composing, gate
from network.letter import letter
from network.models import Message
from tests.conftest import TODAY, client_for

pytestmark = pytest.mark.usefixtures("today")

THE_DAY = date(2026, 12, 16)
HOST = "bas@mkb.example"


@pytest.fixture
def podium(network, ambassador, leader):
    request = PodiumRequest.objects.create(
        network=network, kind="presentation", date=THE_DAY, host_name="MKB Deventer", contact_name="Bas",
        contact_email=HOST, state="agreed", closed_at=clock.now(), owner=leader,
    )  # fmt: skip
    made = logging.log_podium(
        by=None, network=network, ambassadors=[ambassador], kind="presentation", date=THE_DAY,
        host_name="MKB Deventer", request=request, start_time=time(20), end_time=time(22), expected=60,
    )  # fmt: skip
    preparing.open_file(made, by=None, request=request)
    return made


@pytest.fixture
def host_path(podium):
    return links.file_url(podium.file).removeprefix("http://pioniers.localhost")


def to(kind):
    return sorted(Message.objects.filter(kind=kind).values_list("recipient", flat=True))


def test_the_three_read_and_write_the_same_file(
    podium, host_path, visitor, ambassador_client, leader_client, other_ambassador_client
):
    paths = [
        (visitor, host_path),
        (ambassador_client, reverse("my_file", args=[podium.pk])),
        (leader_client, reverse("admin:podium_file", args=[podium.pk])),
    ]
    for number, (client, path) in enumerate(paths):
        typed = {"part": "file", "goal": f"doel {number}", "route": "A1, afslag 24"}
        assert client.post(path, typed).status_code == 302
        for reader, where in paths:
            assert f"doel {number}" in reader.get(where).content.decode()
    assert other_ambassador_client.get(reverse("my_file", args=[podium.pk])).status_code == 404
    assert PodiumFile.history.count() == 4


def test_how_it_went_is_asked_from_the_day_itself(podium, host_path, visitor, time_machine):
    asks = "Is het geweest?"
    assert asks not in visitor.get(host_path).text
    time_machine.move_to(f"{podium.date}T08:00:00+01:00")
    assert asks in visitor.get(host_path).text


def test_a_list_ticked_by_one_is_seen_by_all_and_can_grow(podium, host_path, visitor, ambassador_client):
    first, second, *_rest = ChecklistItem.objects.all()

    visitor.post(host_path, {"part": "ticks", "done": [first.pk, second.pk], "more": "Water op tafel"})

    first.refresh_from_db()
    assert (first.done_by, bool(first.done_at)) == ("host", True)
    assert ChecklistItem.objects.filter(text="Water op tafel").exists()
    ambassador_client.post(reverse("my_file", args=[podium.pk]), {"part": "ticks", "done": [second.pk]})
    first.refresh_from_db()
    assert first.done_at is None
    assert visitor.post(host_path, {"part": "ticks", "done": ["999999999999999999999"]}).status_code == 422


def test_a_message_reaches_the_others_and_shows_nobodys_address(
    podium, host_path, visitor, ambassador, leader
):
    for _ in range(2):
        visitor.post(host_path, {"part": "note", "text": "Is er een scherm nodig?"})

    assert FileNote.objects.count() == 1
    assert to("file_note") == sorted([ambassador.email, leader.email])
    for message in Message.objects.filter(kind="file_note"):
        mail = composing.Composer().compose(message)
        assert "Is er een scherm nodig?" in mail.text
        assert HOST not in mail.text + mail.html + message.reply_to
        assert HOST not in str(letter(message, mail).headers)


def test_the_page_of_the_host_shows_no_address_of_the_speaker(podium, host_path, visitor, ambassador):
    page = visitor.get(host_path)

    assert ambassador.email not in page.content.decode()
    assert page.headers["Referrer-Policy"] == "same-origin"


# --- Calendar -------------------------------------------------------------------------------------------


def event_of(podium):
    method, file = invitation_of(podium, email=HOST, name="Bas")
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    return method, event


def test_the_invitation_follows_a_move_and_takes_itself_away(podium, network, ambassador):
    assert to("podium_invitation") == sorted([ambassador.email, HOST])
    method, first = event_of(podium)
    assert (method, first["SEQUENCE"], str(first["STATUS"])) == ("REQUEST", 0, "CONFIRMED")

    moved = logging.correct(podium, by=None, changes={"date": THE_DAY + timedelta(days=1)})
    moved.network = network
    _method, second = event_of(moved)
    cancelled = logging.cancel(moved, by=None)
    cancelled.network = network
    method, third = event_of(cancelled)

    assert first["UID"] == second["UID"] == third["UID"]
    assert (second["SEQUENCE"], third["SEQUENCE"]) == (1, 2)
    assert (method, str(third["STATUS"])) == ("CANCEL", "CANCELLED")
    assert len(to("podium_invitation")) == 6
    assert ambassador.email not in str(third.to_ical())


def test_the_invitation_names_the_town_though_the_host_is_called_after_it(podium):
    logging.correct(podium, by=None, changes={"place": "Deventer"})
    podium.refresh_from_db()

    _method, event = event_of(podium)

    assert str(event["LOCATION"]) == "MKB Deventer, Deventer"
    mail = composing.Composer().compose(Message.objects.filter(kind="podium_invitation").latest("pk"))
    assert "MKB Deventer, Deventer" in mail.text


def test_the_file_goes_along_in_the_mail_and_only_the_newest_leaves(podium):
    first = Message.objects.filter(kind="podium_invitation", recipient=HOST).get()
    raw = letter(first, composing.Composer().compose(first)).as_bytes()
    assert b"text/calendar; charset=utf-8; method=REQUEST" in raw

    logging.correct(podium, by=None, changes={"place": "Deventer"})

    assert gate.judge(first, now=clock.now()).drop
    newest = Message.objects.filter(kind="podium_invitation", recipient=HOST).latest("pk")
    assert not gate.judge(newest, now=clock.now()).drop


def test_a_podium_without_a_file_mails_nobody(network, ambassador):
    own = logging.log_podium(
        by=None, network=network, ambassadors=[ambassador], kind="panel", date=THE_DAY, host_name="Boost"
    )
    logging.cancel(own, by=None)

    assert not Message.objects.exists()


# --- Two days before, and after -------------------------------------------------------------------------


def test_reminded_once_two_days_before_and_again_for_another_day(network, podium, ambassador):
    assert preparing.run(network, on=THE_DAY - timedelta(days=3)) == 0
    assert preparing.run(network, on=THE_DAY - timedelta(days=2)) == 2
    assert preparing.run(network, on=THE_DAY - timedelta(days=1)) == 0
    assert to("podium_reminder") == sorted([ambassador.email, HOST])

    later = THE_DAY + timedelta(days=5)
    logging.correct(podium, by=None, changes={"date": later})
    first = Message.objects.filter(kind="podium_reminder").first()
    assert gate.judge(first, now=clock.now()).drop
    assert preparing.run(network, on=later) == 2


def test_the_host_is_asked_once_on_the_working_day_after(network, podium):
    assert confirming.run(network, on=THE_DAY) == 0
    assert confirming.run(network, on=THE_DAY + timedelta(days=1)) == 1
    assert confirming.run(network, on=THE_DAY + timedelta(days=2)) == 0
    assert to("host_question") == [HOST]


@pytest.mark.parametrize(
    ("own", "host", "evidence", "counted"),
    [(60, 60, "confirmed", 60), (60, None, "estimate", 60), (60, 35, "conflict", 35)],
)
def test_two_answers(network, podium, visitor, leader_client, own, host, evidence, counted):
    Podium.objects.update(date=TODAY - timedelta(days=1))
    podium.refresh_from_db()
    logging.report_outcome(podium, by=None, outcome=logging.Outcome.HAPPENED, audience=own)
    if host is not None:
        path = links.file_url(podium.file, outcome=True).removeprefix("http://pioniers.localhost")
        assert visitor.post(path, {"says": "happened", "audience": host}).status_code == 200

    kept = Podium.objects.get()
    assert (kept.evidence, kept.counted) == (evidence, counted)
    assert kept.changed_on == TODAY  # of the ambassador's own answer
    desk = leader_client.get(reverse("admin:index")).content.decode()
    assert ("de organisator zegt 35" in desk) == (evidence == "conflict")


def test_the_leader_settles_a_conflict_once_and_for_all(podium, leader_client):
    Podium.objects.update(date=TODAY - timedelta(days=1), status="done", audience=60, audience_by_host=35)

    settle = reverse("admin:podium_audience", args=[podium.pk])
    file = reverse("admin:podium_file", args=[podium.pk])
    assert settle in leader_client.get(file).text
    leader_client.post(settle, {"audience": "40"})
    assert settle not in leader_client.get(file).text

    kept = Podium.objects.get()
    assert (kept.evidence, kept.counted) == ("confirmed", 40)
    assert not Podium.objects.in_conflict().exists()


def test_the_host_says_it_did_not_take_place(podium):
    Podium.objects.update(date=TODAY - timedelta(days=1), status="done", audience=60)
    confirming.hear_the_host(podium.file, says=HostSays.CANCELLED, audience=None)

    assert Podium.objects.in_conflict().get() == podium


def test_what_the_host_says_keeps_the_chase_as_it_was(podium):
    Podium.objects.update(changed_on=date(2026, 10, 1), date=TODAY - timedelta(days=1))

    confirming.hear_the_host(podium.file, says=HostSays.HAPPENED, audience=20)

    assert Podium.objects.get().changed_on == date(2026, 10, 1)


def test_before_the_day_nothing_can_be_told(podium, visitor):
    path = links.file_url(podium.file, outcome=True).removeprefix("http://pioniers.localhost")

    visitor.post(path, {"says": "happened", "audience": 20})

    assert Podium.objects.get().audience_by_host is None


# --- The page of the event ------------------------------------------------------------------------------


def test_the_page_of_an_event_makes_itself(podium, visitor, ambassador):
    page = visitor.get(reverse("event", args=[podium.pk])).content.decode()

    assert "Marleen Oosterveld" in page
    assert "MKB Deventer" in page
    assert HOST not in page
    feed = visitor.get(reverse("event_calendar", args=[podium.pk]))
    (event,) = Calendar.from_ical(feed.content).walk("VEVENT")
    assert str(event["UID"]) == f"podium-{podium.pk}@pioniers.koploper"


@pytest.mark.parametrize(
    "hidden", [{"is_private": True}, {"status": "idea"}, {"status": "cancelled"}, {"kind": "one_to_one"}]
)
def test_what_visitors_may_not_see_has_no_page(podium, visitor, hidden):
    Podium.objects.update(**hidden)

    assert visitor.get(reverse("event", args=[podium.pk])).status_code == 404
    assert visitor.get(reverse("event_calendar", args=[podium.pk])).status_code == 404


def test_a_speaker_without_consent_is_not_named(podium, network, ambassador):
    ambassador.publication_consent_at = None
    ambassador.save()

    page = client_for(None, network).get(reverse("event", args=[podium.pk])).content.decode()

    assert "Oosterveld" not in page


# --- Afterwards -----------------------------------------------------------------------------------------

TO_DO, KNOWN = "Te doen", "Wat we hadden afgesproken"


def of_the_three(podium, host_path, visitor, ambassador_client, leader_client):
    return [
        client.get(path).text
        for client, path in (
            (visitor, host_path),
            (ambassador_client, reverse("my_file", args=[podium.pk])),
            (leader_client, reverse("admin:podium_file", args=[podium.pk])),
        )
    ]


def test_after_the_day_the_file_asks_how_it_went_and_no_longer_what_is_to_do(
    podium, host_path, visitor, network, ambassador, leader, time_machine
):
    readers = (podium, host_path, visitor)
    for page in of_the_three(*readers, client_for(ambassador.user, network), client_for(leader, network)):
        assert f'id="h-list">{TO_DO}<' in page
        assert KNOWN not in page

    time_machine.move_to(f"{podium.date + timedelta(days=1)}T08:00:00+01:00")

    host, speaker, team = of_the_three(
        *readers, client_for(ambassador.user, network), client_for(leader, network)
    )
    for page in (host, speaker, team):
        assert f'id="h-list">{TO_DO}<' not in page
        assert KNOWN in page
    assert "Dank je wel voor het podium dat je gaf." in host
    assert '/hoe-ging-het/">Vertellen hoe het ging</a>' in host
    assert reverse("my_outcome", args=[podium.pk]) in speaker
    assert reverse("admin:podium_outcome", args=[podium.pk]) in team


def test_a_podium_that_was_held_shows_count_outcome_and_thanks(
    podium, host_path, visitor, network, ambassador, leader, time_machine
):
    time_machine.move_to(f"{podium.date + timedelta(days=1)}T08:00:00+01:00")
    logging.report_outcome(
        podium, by=None, outcome=logging.Outcome.HAPPENED, audience=57, line="Een volle zaal"
    )
    confirming.hear_the_host(podium.file, says=HostSays.HAPPENED, audience=58, words="Graag vaker")
    for number in range(2):
        Lead.objects.create(
            network=network, podium=podium, name=f"Lead {number}", email=f"l{number}@x.example",
            confirmed_at=clock.now(),
        )  # fmt: skip
    Lead.objects.create(network=network, podium=podium, name="Held", email="h@x.example")

    pages = of_the_three(
        podium, host_path, visitor, client_for(ambassador.user, network), client_for(leader, network)
    )
    for page in pages:
        assert "Meldden zich daarna <b>2</b>" in page
        assert "Werkelijk <b>57</b>" in page
    host, speaker, team = pages
    assert "Dank je wel voor het podium dat je gaf." in host
    assert "Dank je wel dat je je verhaal vertelde." in speaker
    # Each reads what they wrote themselves; the leader reads both.
    assert ("Een volle zaal" in host, "Graag vaker" in host) == (False, True)
    assert ("Een volle zaal" in speaker, "Graag vaker" in speaker) == (True, False)
    assert "Een volle zaal" in team
    assert "Graag vaker" in team


def test_a_cancelled_podium_has_nothing_to_do(podium, host_path, visitor):
    logging.cancel(podium, by=None)
    page = visitor.get(host_path).text
    assert f'id="h-list">{TO_DO}<' not in page
    assert "Dank je wel" not in page
