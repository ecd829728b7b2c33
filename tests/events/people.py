"""Networks full of people at random, to compare two ways of reaching the same answer."""

from datetime import date, timedelta
from random import Random

from ambassadors.models import Pause, Person, Term
from events.models import Podium
from network.models import Network, QuietPeriod


def days(number: int) -> timedelta:
    return timedelta(days=number)


def populate(network: Network, random: Random, around: date, people: int = 12) -> list[Person]:
    """People with one or two terms, pauses and podia about a day, so that every state and edge comes up."""
    made = []
    rounds = [around - days(random.choice([0, 1, 59, 60, 61, 200, 364, 365, 366, 730])) for _ in range(2)]
    for number in range(people):
        person = Person.objects.create(
            network=network,
            first_name=f"P{number}",
            last_name=str(random.random()),
            email=f"p{number}.{random.random()}@x.example",
        )
        made.append(person)
        start = random.choice([*rounds, around - days(random.randint(-20, 1200))])
        end = start + days(random.choice([1096, 1095, 366, 200, 100, (around - start).days + 1, 5]))
        end = max(end, start + days(1))
        Term.objects.create(person=person, start=start, end=end)
        if random.random() < 0.4:
            again = end + days(random.choice([0, 0, 30]))
            Term.objects.create(person=person, start=again, end=again + days(random.randint(20, 800)))
        for _ in range(random.choice([0, 0, 0, 1, 2])):
            begin = around + days(random.randint(-400, 100))
            finish = random.choice([None, begin + days(random.randint(1, 120))])
            Pause.objects.create(person=person, start=begin, end=finish)
        for _ in range(random.choice([0, 1, 2, 3, 5])):
            podium(network, [person], random, around)
    for _ in range(random.choice([0, 1])):
        begin = around + days(random.randint(-20, 10))
        QuietPeriod.objects.create(
            network=network, name="vakantie", start=begin, end=begin + days(random.randint(1, 30))
        )
    return made


def podium(network: Network, people: list[Person], random: Random, around: date) -> Podium:
    made = Podium.objects.create(
        network=network,
        kind="workshop",
        status=random.choice(["done", "done", "done", "agreed", "agreed", "idea", "cancelled"]),
        date=around + days(random.randint(-400, 200)),
        changed_on=around - days(random.choice([0, 13, 14, 100])),
    )
    made.ambassadors.set(people)
    return made
