"""From the calendar of a fan to meetings: what is announced, and nothing that only looks like it."""

from contextlib import suppress
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.meetings import AHEAD, MOST, Unreadable, meetings_in

TODAY = date(2026, 3, 20)
HERE = ZoneInfo("Europe/Amsterdam")


def calendar(*events: str) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//club//"]
    for number, event in enumerate(events):
        own = [] if "UID:" in event else [f"UID:{number}"]
        lines += ["BEGIN:VEVENT", *own, "DTSTAMP:20260101T000000Z", *event.split("\n"), "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def days(body: bytes) -> list[str]:
    return [f"{one.starts.astimezone(HERE):%m-%d %H:%M}" for one in meetings_in(body, TODAY)]


def test_a_meeting_says_when_what_where_and_more():
    [one] = meetings_in(
        calendar(
            "SUMMARY:Ledenavond\nDTSTART;TZID=Europe/Amsterdam:20260401T193000\n"
            "DTEND;TZID=Europe/Amsterdam:20260401T220000\nLOCATION:Zaal 3\\, Drachten\n"
            "URL:https://club.example/avond"
        ),
        TODAY,
    )
    assert one.uid == "0"
    assert one.starts == datetime(2026, 4, 1, 19, 30, tzinfo=HERE)
    assert one.ends == datetime(2026, 4, 1, 22, 0, tzinfo=HERE)
    assert (one.title, one.place, one.link) == (
        "Ledenavond",
        "Zaal 3, Drachten",
        "https://club.example/avond",
    )
    assert not one.all_day


@pytest.mark.parametrize(
    ("when", "seen"),
    [
        ("DTSTART:20260401T180000Z", ["04-01 20:00"]),
        ("DTSTART:20260401T180000", ["04-01 18:00"]),
        ("DTSTART;VALUE=DATE:20260401", ["04-01 00:00"]),
        ("DTSTART;VALUE=DATE:20260320", ["03-20 00:00"]),
        ("DTSTART;VALUE=DATE:20260319", []),
        ("DTSTART;VALUE=DATE:20260319\nDTEND;VALUE=DATE:20260323", []),
        ("DTSTART;VALUE=DATE:20270401", []),
        ("DTSTART;VALUE=DATE:20260401\nSTATUS:CANCELLED", []),
        (
            "DTSTART;TZID=Europe/Amsterdam:20260322T200000\nRRULE:FREQ=WEEKLY;COUNT=3",
            ["03-22 20:00", "03-29 20:00", "04-05 20:00"],
        ),
        (
            "DTSTART;TZID=Europe/Amsterdam:20260322T200000\nRRULE:FREQ=WEEKLY;COUNT=3\n"
            "EXDATE;TZID=Europe/Amsterdam:20260329T200000",
            ["03-22 20:00", "04-05 20:00"],
        ),
    ],
)
def test_when(when, seen):
    assert days(calendar(f"SUMMARY:Avond\n{when}")) == seen


def test_one_evening_of_a_series_that_moved():
    series = "UID:a\nSUMMARY:Avond\nDTSTART:20260401T180000Z\nRRULE:FREQ=WEEKLY;COUNT=2"
    moved = "UID:a\nSUMMARY:Avond\nRECURRENCE-ID:20260408T180000Z\nDTSTART:20260409T180000Z"
    assert days(calendar(series, moved)) == ["04-01 20:00", "04-09 20:00"]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;COUNT=2",
        "FREQ=HOURLY",
        "FREQ=DAILY;BYHOUR=1,2,3",
        "FREQ=DAILY;BYMINUTE=1",
        "freq=daily;bysecond=1",
    ],
)
def test_what_repeats_within_a_day_is_no_calendar_of_meetings(rule):
    with pytest.raises(Unreadable):
        meetings_in(calendar(f"SUMMARY:x\nDTSTART:20260401T180000Z\nRRULE:{rule}"), TODAY)


def test_at_most_five_hundred_the_soonest():
    series = "SUMMARY:Elke dag\nDTSTART:20200101T180000Z\nRRULE:FREQ=DAILY"
    found = meetings_in(calendar(series, series), TODAY)
    assert len(found) == MOST
    assert found[-1].starts.date() == TODAY + timedelta(days=MOST // 2 - 1)


@pytest.mark.parametrize(
    "body",
    [b"", b"<html></html>", b"\xff\xfe\x00", b"BEGIN:VCALENDAR", b"BEGIN:VEVENT\r\nEND:VEVENT\r\n"],
)
def test_what_is_no_calendar_says_so(body):
    with pytest.raises(Unreadable):
        meetings_in(body, TODAY)


def test_an_archive_is_not_read():
    series = "SUMMARY:Nooit\nDTSTART:20260401T180000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31"
    with pytest.raises(Unreadable):
        meetings_in(calendar(*[series] * 201), TODAY)


def test_many_rules_in_one_series_are_an_archive_too():
    rules = "\n".join(["RRULE:FREQ=WEEKLY;COUNT=2"] * 201)
    with pytest.raises(Unreadable):
        meetings_in(calendar(f"SUMMARY:Vaak\nDTSTART:20260401T180000Z\n{rules}"), TODAY)


def test_nothing_without_a_title_and_no_link_that_does_something():
    untitled = "DTSTART:20260401T180000Z\nSUMMARY:  "
    script = "DTSTART:20260402T180000Z\nSUMMARY:Een\\nregel\nURL:javascript:alert(1)"
    empty = "DTSTART:20260403T180000Z\nSUMMARY:Avond\nURL:https://club.example/\x00"
    one, other = meetings_in(calendar(untitled, script, empty), TODAY)
    assert (one.title, one.link, other.link) == ("Een regel", "", "")


@given(
    starts=st.dates(TODAY - timedelta(days=400), TODAY + timedelta(days=800)),
    every=st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    times=st.integers(1, 60),
    hours=st.integers(-5, 100),
)
def test_what_is_found_lies_ahead_in_order_and_once(starts, every, times, hours):
    begins = datetime.combine(starts, datetime.min.time())
    body = calendar(
        f"SUMMARY:x\nDTSTART:{begins:%Y%m%dT%H%M%S}\nDTEND:{begins + timedelta(hours=hours):%Y%m%dT%H%M%S}\n"
        f"RRULE:FREQ={every};COUNT={times}"
    )
    found = meetings_in(body, TODAY)
    assert found == sorted(found, key=lambda one: one.starts)
    assert len({one.starts for one in found}) == len(found) <= times
    for one in found:
        assert TODAY <= one.starts.astimezone(HERE).date() <= TODAY + AHEAD
        assert one.starts <= one.ends


@given(st.binary(max_size=200))
def test_no_file_breaks_the_reader(junk):
    body = calendar("SUMMARY:x\nDTSTART:20260401T180000Z").replace(b"SUMMARY", junk)
    with suppress(Unreadable):
        meetings_in(body, TODAY)


NEVER = [
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=31",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=-30;COUNT=2",
    "FREQ=DAILY;BYDAY=MO;BYSETPOS=2",
    "FREQ=DAILY;BYMONTH=1;BYYEARDAY=200",
]


@pytest.mark.parametrize("rule", NEVER)
def test_a_series_without_days_is_left_out_before_anybody_looks_for_them(rule):
    meeting = "SUMMARY:Borrel\nDTSTART:20260401T180000Z"
    assert days(calendar(f"{meeting}\nRRULE:{rule}", meeting)) == ["04-01 20:00"]
    assert days(calendar(f"{meeting}\nRRULE:{rule}")) == []


@pytest.mark.parametrize(
    ("rule", "seen"),
    [
        ("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30", ["04-30 20:00"]),
        ("FREQ=MONTHLY;BYMONTH=2,5;BYMONTHDAY=31", ["05-31 20:00"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2", ["04-30 20:00", "05-29 20:00"]),
        ("FREQ=DAILY;BYMONTHDAY=13;BYDAY=FR", ["11-13 19:00"]),
    ],
)
def test_a_rare_day_is_still_a_day(rule, seen):
    first, *later = days(calendar(f"SUMMARY:Borrel\nDTSTART:20260402T180000Z\nRRULE:{rule}"))
    assert (first, later) == ("04-02 20:00", seen)
