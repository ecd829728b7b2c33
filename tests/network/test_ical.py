"""Every calendar file keeps the rules of RFC 5545: bytes on the line, and what an entry has to have."""

import re
from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from icalendar import Calendar, Event

from ambassadors.actions import profile
from events.calendar import invitation_of
from network import ical
from tests.site.test_public_pages import make_podium

pytestmark = pytest.mark.usefixtures("today")
LONG = "Roosteren; mét, komma's \\ en\x0b\x08 een lange naam " + "wördt " * 14


@pytest.fixture
def files(visitor, network, ambassador) -> dict[str, bytes]:
    """What each of the writers makes of the same hard words."""
    hard = make_podium(network, ambassador, title=LONG, place=LONG[:80], start_time=time(8), is_open=True)
    make_podium(network, ambassador, title="Hele dag", date=date(2026, 12, 5))
    make_podium(network, ambassador, title="Gaat niet door", status="cancelled", start_time=time(23, 30))
    token = profile.renew_calendar_link(ambassador)
    return {
        "agenda": visitor.get(reverse("agenda_feed")).content,
        "one": visitor.get(reverse("event_calendar", args=[hard.pk])).content,
        "own": visitor.get(reverse("my_calendar", args=[token])).content,
        "invitation": invitation_of(hard, email="bas@voorbeeld.example", name=LONG[:60])[1],
    }


@pytest.mark.parametrize("which", ["agenda", "one", "own", "invitation"])
def test_lines_are_folded_and_end_as_they_should(files, which):
    lines = files[which].split(b"\r\n")
    assert lines[-1] == b""
    assert any(line.startswith(b" ") for line in lines)  # something was folded
    assert max(map(len, lines)) <= 75
    assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", b"".join(lines))
    for line in lines:
        line.decode()  # no letter is cut in two


@pytest.mark.parametrize(("which", "entries"), [("agenda", 3), ("one", 1), ("own", 3), ("invitation", 1)])
def test_every_entry_has_what_it_has_to_have(files, which, entries):
    calendar = Calendar.from_ical(files[which])
    events = calendar.walk("VEVENT")
    assert (str(calendar["version"]), "prodid" in calendar) == ("2.0", True)
    assert len(events) == entries
    assert len({str(event["uid"]) for event in events}) == entries
    for event in events:
        assert event.decoded("dtstamp").utcoffset() == timedelta(0)
        assert event.decoded("dtend") > event.decoded("dtstart")
        assert type(event.decoded("dtend")) is type(event.decoded("dtstart"))
        assert not any(line.strip() == "" for line in str(event["summary"]).split("\n"))
    titles = {str(event["summary"]) for event in events}
    assert LONG.replace("\x0b", "").replace("\x08", "") in titles


def test_only_an_invitation_asks_for_something(files):
    assert {which: Calendar.from_ical(file).get("method") for which, file in files.items()} == {
        "agenda": None, "one": None, "own": None, "invitation": "REQUEST",
    }  # fmt: skip


def test_an_entry_leads_to_its_own_page(visitor, network, ambassador):
    at = {"date": date(2026, 12, 3)}
    podia = {
        title: make_podium(network, ambassador, title=title, **at, **more)
        for title, more in {
            "Ontbijt": {"link": "https://kaartjes.example/1"},
            "Gesprek": {"kind": "one_to_one"},
            "Weg": {"status": "cancelled"},
        }.items()
    }
    events = Calendar.from_ical(visitor.get("/agenda.ics").content).walk("VEVENT")
    assert {str(event["summary"]): str(event["url"]) for event in events} == {
        "Ontbijt": f"http://pioniers.localhost/agenda/{podia['Ontbijt'].pk}/",
        "Gesprek": "http://pioniers.localhost/agenda/",
        "Weg": "http://pioniers.localhost/agenda/",
    }
    said = {str(event["summary"]): str(event.get("description", "")) for event in events}
    assert said["Ontbijt"] == "Marleen Oosterveld\n\nAanmelden: https://kaartjes.example/1"
    assert said["Gesprek"] == "Marleen Oosterveld"
    for event in events:
        assert visitor.get(str(event["url"])).status_code == 200
    page = visitor.get("/agenda/").text
    assert f'"url": "http://pioniers.localhost/agenda/{podia["Ontbijt"].pk}/"' in page


def test_nothing_but_control_characters_is_taken_out():
    event = Event()
    event.add("summary", "".join(map(chr, range(1, 256))))
    file = ical.calendar("proef")
    file.add_component(event)
    (read,) = Calendar.from_ical(ical.written(file)).walk("VEVENT")
    kept = "".join(
        sign for sign in map(chr, range(1, 256)) if sign in "\t\r\n" or (ord(sign) >= 32 and ord(sign) != 127)
    )
    assert str(read["summary"]).replace("\n", "") == kept.replace("\n", "").replace("\r", "")
