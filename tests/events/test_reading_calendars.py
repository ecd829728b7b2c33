"""The calendars of fans: read from a real server, kept, put aside, proposed, failing."""

import re
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from events import fan_links, meetings_child, worklist_requests
from events.actions import reading_calendars
from events.meetings import Meeting, meetings_in
from events.models import FanCalendar, FanMeeting, Podium
from network import confined
from network.models import FanContact, FanOrganisation, Message
from network.outside import Limits
from tests.conftest import make_person
from tests.events.test_meetings import calendar as ics


class Club:
    """The site of a fan."""

    body = b""
    status = 200


@pytest.fixture
def club(network) -> Iterator[Club]:
    site = Club()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(site.status)
            self.send_header("Content-Length", str(len(site.body)))
            self.end_headers()
            self.wfile.write(site.body)

        def log_message(self, *words) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    port = server.server_address[1]
    site.limits = Limits(allows={"127.0.0.1"}.__contains__, ports=frozenset({port}))
    site.fan = FanOrganisation.objects.create(network=network, name="Ondernemersclub")
    site.calendar = FanCalendar.objects.create(fan=site.fan, address=f"http://127.0.0.1:{port}/a.ics")
    yield site
    server.shutdown()
    server.server_close()


def evening(uid: str, day, title: str = "Ledenavond", extra: str = "") -> str:
    return f"UID:{uid}\nSUMMARY:{title}\nDTSTART:{day:%Y%m%d}T190000\nDTEND:{day:%Y%m%d}T210000{extra}"


def run(club, today) -> dict:
    return dict(reading_calendars.run(club.fan.network, today, club.limits))


def kept(club) -> list[tuple[str, str]]:
    return [(one.uid, one.title) for one in FanMeeting.objects.filter(calendar=club.calendar)]


def test_what_is_announced_comes_changes_and_goes(club, today):
    day = today + timedelta(days=10)
    club.body = ics(evening("a", day), evening("b", day + timedelta(days=1)))
    assert run(club, today) == {"read": 1}
    assert run(club, today) == {"read": 1}, "twice is once"
    assert kept(club) == [("a", "Ledenavond"), ("b", "Ledenavond")]

    club.body = ics(evening("b", day + timedelta(days=1), "Werkbezoek"))
    run(club, today)
    assert kept(club) == [("b", "Werkbezoek")]


def test_what_is_over_goes_also_when_the_site_is_away(club, today):
    club.body = ics(evening("a", today + timedelta(days=1)))
    run(club, today)
    club.status = 500
    assert run(club, today + timedelta(days=1)) == {"failed": 1}
    assert kept(club) == [("a", "Ledenavond")], "it is today"
    run(club, today + timedelta(days=2))
    assert kept(club) == []


def test_what_was_put_aside_stays_so_and_is_not_filled_again(club, today):
    club.body = ics(evening("a", today + timedelta(days=9), "Avond met Jan Jansen"))
    run(club, today)
    FanMeeting.objects.update(title="", dismissed_at=timezone.now())
    run(club, today)
    assert kept(club) == [("a", "")]
    assert not FanMeeting.objects.open(today)


def test_three_days_without_an_answer_is_for_the_leader(club, today):
    club.status = 404
    run(club, today)
    club.calendar.refresh_from_db()
    assert (club.calendar.fault, club.calendar.failing_since) == ("closed", today)
    network = club.fan.network
    assert not worklist_requests.calendars_unread(network, today + timedelta(days=2))
    run(club, today + timedelta(days=3))
    assert len(worklist_requests.calendars_unread(network, today + timedelta(days=3))) == 1

    club.status, club.body = 200, ics()
    run(club, today + timedelta(days=3))
    club.calendar.refresh_from_db()
    assert (club.calendar.fault, club.calendar.failing_since) == ("", None)


def test_a_page_instead_of_a_calendar(club, today):
    club.body = b"<html></html>"
    assert run(club, today) == {"failed": 1}
    club.calendar.refresh_from_db()
    assert club.calendar.fault == "file"


def test_another_address_begins_anew(club, today):
    club.body = ics(evening("a", today + timedelta(days=9)))
    run(club, today)
    reading_calendars.choose(fan=club.fan, address="https://club.example/b.ics")
    assert not FanMeeting.objects.exists()
    assert reading_calendars.choose(fan=club.fan, address="") is None
    assert not FanCalendar.objects.exists()


def test_an_answer_to_an_address_that_changed_meanwhile_is_thrown_away(club, today):
    club.body = ics(evening("a", today + timedelta(days=9)))
    stale = FanCalendar.objects.get()
    FanCalendar.objects.update(address="https://club.example/b.ics")
    reading_calendars.read(stale, today, club.limits)
    assert not FanMeeting.objects.exists()


@pytest.mark.parametrize(("status", "is_open"), [("agreed", False), ("cancelled", True)])
def test_a_day_with_a_podium_at_that_fan_is_taken(club, today, status, is_open):
    day = today + timedelta(days=9)
    club.body = ics(evening("a", day))
    run(club, today)
    Podium.objects.create(network=club.fan.network, kind="panel", status=status, date=day, host=club.fan)
    assert FanMeeting.objects.open(today).exists() is is_open


# --- The pages --------------------------------------------------------------------------------------------


@pytest.fixture
def meeting(club, today) -> FanMeeting:
    club.body = ics(evening("a", today + timedelta(days=9)))
    run(club, today)
    return FanMeeting.objects.get()


@pytest.fixture
def contact(club) -> FanContact:
    return FanContact.objects.create(fan=club.fan, name="Anke Visser", email="anke@club.example")


def test_a_proposal_is_a_letter_with_their_own_page(meeting, contact, leader_client):
    page = leader_client.get(reverse("admin:fan_meeting", args=[meeting.pk]))
    form = page.context["form"]
    letter = {name: form.initial[name] for name in ("subject", "body", "letter")}
    assert "Ledenavond" in letter["subject"]
    assert fan_links.fan_offer_path(contact) in letter["body"]

    looked = leader_client.post(page.request["PATH_INFO"], {**letter, "preview": "1"})
    assert looked.status_code == 200
    assert not Message.objects.filter(recipient="anke@club.example").exists()

    leader_client.post(page.request["PATH_INFO"], {**letter, "carry_out": "1"})
    leader_client.post(page.request["PATH_INFO"], {**letter, "carry_out": "1"})
    assert Message.objects.filter(recipient="anke@club.example").count() == 1
    meeting.refresh_from_db()
    assert meeting.proposed_at


def test_what_was_typed_stays_when_the_meeting_is_weighed_again_or_goes_to_another(
    club, meeting, contact, leader_client
):
    other = FanContact.objects.create(fan=club.fan, name="Bart Bos", email="bart@club.example")
    address = reverse("admin:fan_meeting", args=[meeting.pk])
    proposed = leader_client.get(address).context["form"].initial
    own = proposed["body"] + "\nTot snel!"

    page = leader_client.post(
        address, {**proposed, "subject": "Kom je?", "body": own, "kind": "fair", "weigh": "1"}
    )
    meeting.refresh_from_db()
    assert (page.status_code, meeting.kind) == (200, "fair")
    assert page.context["kind_form"].initial["kind"] == "fair"
    shown = page.context["form"].initial
    assert shown["subject"] == "Kom je?"
    assert shown["body"].endswith("\nTot snel!")
    assert _invites(shown["body"]) == contact
    assert not page.context["form"].errors

    page = leader_client.post(address, {**proposed, "subject": "Kom je?", "body": own, "to": other.pk})
    shown = page.context["form"].initial
    assert page.context["contact"] == other
    assert "Tot snel!" in shown["body"]
    assert _invites(shown["body"]) == other
    assert f'action="?aan={other.pk}"' in page.text
    assert not Message.objects.filter(recipient__endswith="@club.example").exists()


def _invites(body: str) -> FanContact | None:
    """Whose page the one link in a letter opens."""
    (token,) = re.findall(re.escape(reverse("fan_offer", args=["X"])).replace("X", "([^/]+)"), body)
    return fan_links.contact_of(FanContact.objects.get(name="Bart Bos").fan.network, token)


def test_a_letter_nobody_touched_follows_the_new_suggestions(meeting, contact, network, today, leader_client):
    term = (today - timedelta(days=30), today + timedelta(days=300))
    make_person(network, "Toos", "Leraar", term=term, profile_type="teacher")
    make_person(network, "Dirk", "Directeur", term=term, profile_type="director")
    address = reverse("admin:fan_meeting", args=[meeting.pk])
    named = {}
    for kind in ("workshop", ""):
        proposed = leader_client.get(address).context["form"].initial
        page = leader_client.post(address, {**proposed, "kind": kind, "weigh": "1"})
        first = page.context["lines"][0]["person"].full_name
        assert first in page.context["form"].initial["body"]
        named[kind] = first
    assert named == {"workshop": "Toos Leraar", "": "Dirk Directeur"}


def test_a_fan_without_an_address_gets_no_letter(meeting, leader_client):
    address = reverse("admin:fan_meeting", args=[meeting.pk])
    assert leader_client.get(address).status_code == 200
    leader_client.post(address, {"subject": "x", "body": "y", "letter": "0" * 16, "carry_out": "1"})
    meeting.refresh_from_db()
    assert not meeting.proposed_at


def test_put_aside_it_leaves_the_list(meeting, leader_client):
    listed = reverse("admin:fan_meetings")
    assert "Ledenavond" in leader_client.get(listed).content.decode()
    leader_client.post(reverse("admin:fan_meeting_aside", args=[meeting.pk]))
    assert list(leader_client.get(listed).context["page"]) == []


def test_an_empty_list_says_what_to_do(leader_client, network):
    """First there is no calendar to read, then nothing in it that nobody of us attends."""
    listed, fans = reverse("admin:fan_meetings"), reverse("admin:network_fanorganisation_changelist")
    nothing_read = leader_client.get(listed).text
    assert "Er wordt nog geen agenda gelezen" in nothing_read
    assert f'<a class="btn" href="{fans}">Fan kiezen</a>' in nothing_read
    club = FanOrganisation.objects.create(network=network, name="Club")
    FanCalendar.objects.create(fan=club, address="https://club.example/agenda.ics")
    nothing_free = leader_client.get(listed).text
    assert "Geen bijeenkomst zonder iemand van ons" in nothing_free
    assert "Fan kiezen" not in nothing_free


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ambassadors_person", "Hier staan de mensen van dit netwerk"),
        ("network_message", "Elke mail van dit netwerk staat hier"),
    ],
)
def test_an_empty_list_of_the_admin_says_what_will_stand_there(leader_client, name, words):
    path = reverse(f"admin:{name}_changelist")
    assert words in leader_client.get(path).text
    assert words not in leader_client.get(f"{path}?q=zzz").text


def test_the_list_asks_as_much_for_three_as_for_one(club, meeting, today, leader_client):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert leader_client.get(reverse("admin:fan_meetings")).status_code == 200
        return len(queries)

    asked()
    one = asked()
    club.body = ics(*(evening(str(n), today + timedelta(days=5 + n)) for n in range(3)))
    run(club, today)
    assert asked() == one


def test_the_contact_person_chooses_and_stops(contact, visitor):
    address = reverse("fan_own_calendar", args=[fan_links.fan_token(contact)])
    wrong = visitor.post(address, {"address": "file:///etc/passwd"})
    assert wrong.status_code == 422
    assert "file:///etc/passwd" in wrong.content.decode()
    visitor.post(address, {"address": "webcal://club.example/b.ics"})
    assert FanCalendar.objects.get().address == "webcal://club.example/b.ics"
    visitor.post(address, {"address": ""})
    assert not FanCalendar.objects.exists()


def test_the_leader_fills_it_in(club, leader_client):
    address = reverse("admin:fan_calendar", args=[club.fan.pk])
    assert leader_client.post(address, {"address": "http://u:p@club.example/"}).status_code == 422
    leader_client.post(address, {"address": "https://club.example/c.ics"})
    assert FanCalendar.objects.get().address == "https://club.example/c.ics"


# --- A file that keeps its reader busy ------------------------------------------------------------------


def test_a_search_through_thousands_of_years_is_cut_off(today):
    """The sixth Monday of a month: each of these rules alone took more than half a second."""
    rule = "DTSTART:20260401T180000Z\nSUMMARY:Nooit\nRRULE:FREQ=MONTHLY;BYDAY=6MO"
    with pytest.raises(confined.Failed) as failed:
        meetings_child.read(ics(*[rule] * 200), today, time_zone="Europe/Amsterdam", seconds=5)
    assert str(failed.value) == confined.LATE


def test_the_child_reads_what_an_honest_calendar_says(today):
    body = ics(evening("a", today + timedelta(days=9)))
    (found,) = meetings_child.read(body, today, time_zone="Europe/Amsterdam")
    assert Meeting(**found) == meetings_in(body, today)[0]


# --- As what it is weighed


def _why(page) -> str:
    [line] = page.context["lines"]
    return " ".join(map(str, line["reasons"])).lower()


def test_as_what_it_is_weighed_is_shown_and_can_be_chosen(club, today, network, leader_client):
    day = today + timedelta(days=9)
    club.body = ics(evening("a", day, "Werkbezoek met borrel"))
    run(club, today)
    meeting = FanMeeting.objects.get()
    term = (today - timedelta(days=30), today + timedelta(days=300))
    make_person(network, "Toos", "Leraar", term=term, profile_type="teacher")
    address = reverse("admin:fan_meeting", args=[meeting.pk])

    page = leader_client.get(address)
    assert "“Werkbezoek”" in page.content.decode()
    assert page.context["kind_form"].fields["kind"].choices[0][1].startswith("bedrijfsbezoek")
    assert "leraar: dit soort podium past" in _why(page)

    choose = reverse("admin:fan_meeting_kind", args=[meeting.pk])
    leader_client.post(choose, {"kind": "fair"})
    assert "leraar: dit soort podium past" not in _why(leader_client.get(address))

    club.body = ics(evening("a", day, "Workshop met borrel"))
    run(club, today)
    meeting.refresh_from_db()
    assert (meeting.title, meeting.kind) == ("Workshop met borrel", "fair"), "what the leader chose stays"

    leader_client.post(choose, {"kind": "interview"})
    meeting.refresh_from_db()
    assert meeting.kind == "fair", "not something with an audience"
    leader_client.post(choose, {"kind": ""})
    meeting.refresh_from_db()
    assert meeting.podium_kind == "workshop"
