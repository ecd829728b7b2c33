"""The public calendar of a fan in the demonstration, as if it was read last night."""

from datetime import timedelta

from config.demonstration.build import World, at, day
from events.models import FanCalendar, FanMeeting

MEETINGS = (
    (9, 19, "Ledenavond: personeel dat blijft", "Zaal De Schakel"),
    (23, 8, "Ondernemersontbijt", "Hotel aan de Vaart"),
    (44, 16, "Bedrijfsbezoek en borrel", "Werkplaats Noord"),
    (72, 20, "Thema-avond: minder regels, meer ruimte", "Zaal De Schakel"),
)


def add_calendars(world: World) -> None:
    fan = next(iter(world.fans.values()))
    calendar = FanCalendar.objects.create(
        fan=fan, address="https://agenda.ondernemers.example/openbaar.ics", read_at=at(day(1), 4)
    )
    FanMeeting.objects.bulk_create(
        FanMeeting(
            calendar=calendar,
            uid=f"bijeenkomst-{number}@ondernemers.example",
            starts=at(day(-ahead), hour),
            ends=at(day(-ahead), hour) + timedelta(hours=2),
            title=title,
            place=place,
        )
        for number, (ahead, hour, title, place) in enumerate(MEETINGS)
    )
