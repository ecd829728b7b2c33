"""What RFC 5545 wants of every calendar file: ours go through here on their way out."""

from datetime import UTC, date, datetime, time

from icalendar import Calendar

from network import clock

# Whatever is pasted may hold control characters; a text in a calendar has none but the tab.
CONTROL = bytes({*range(32), 127} - {*b"\t\r\n"})


def calendar(subject: str) -> Calendar:
    """An empty one. Without a method it asks nothing of whoever reads it: that is for an invitation."""
    file = Calendar()
    file.add("prodid", f"-//Koploper//{subject}//NL")
    file.add("version", "2.0")
    return file


def written(file: Calendar) -> bytes:
    return file.to_ical().translate(None, CONTROL)


def moment(day: date, at: time) -> datetime:
    """In UTC, so that the file needs no rules of time zones."""
    return clock.moment(day, at).astimezone(UTC)
