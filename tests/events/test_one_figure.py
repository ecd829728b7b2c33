"""One rule, one figure: screen, mail, command and nightly run say the same of everybody (promise D4)."""

from random import Random

from django.utils import translation

from ambassadors.models import Person
from events import chase
from events.emails.chase import nudge_context
from events.journal import Journal
from events.management.commands.chase import rows_of
from events.standing import standing_of, standings
from network.models import Message
from tests.events.people import populate


def told(standing):
    return (
        standing.year_start,
        standing.year_end,
        standing.active_days,
        standing.required,
        standing.done,
        standing.agreed,
        str(standing.state),
    )


def test_every_place_tells_the_same(network, today):
    populate(network, Random(11), today, people=15)
    found = {pk: told(standing) for pk, standing in standings(network, today).items()}
    people = {person.pk: person for person in Person.objects.filter(pk__in=found)}
    assert len(found) > 5

    assert {pk: told(standing_of(person, today)) for pk, person in people.items()} == found
    assert {pk: told(Journal(person, today).standing) for pk, person in people.items()} == found
    running = [line for line in chase.survey(network, today) if today < line.standing.year_end]
    assert {line.person_id: told(line.standing) for line in running} == found
    by_email = {row["email"]: row for row in rows_of(network, today) if row["year_end"] > str(today)}
    for pk, figures in found.items():
        row = by_email[people[pk].email]
        assert (row["required"], row["done"], row["agreed"], row["state"]) == figures[3:]
        with translation.override("en"):
            mail = nudge_context(
                Message(network=network, data={"person": pk, "year_start": {"date": str(figures[0])}, "k": 1})
            )
        assert (mail["required"], mail["done"], mail["agreed"]) == figures[3:6]
