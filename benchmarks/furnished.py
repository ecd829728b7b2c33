"""A network of any size to measure pages with."""

from datetime import timedelta
from random import Random
from typing import Any

WORDS = """
rooster team planning overleg klant machine werkplaats vertrouwen experiment vrijdag ploeg idee afspraak
ziekteverzuim loslaten kantoor chauffeur keuken zorg bouw rit leerling bord dagstart verbetering fout winst
gesprek vraag leiding collega week maand begin einde resultaat kosten tijd ruimte plan
"""


def fill(times: int) -> dict[str, Any]:
    """Twenty ambassadors times so much, with their podia, stories and tools; who signs in as what."""
    users = fill_people(20 * times)
    fill_knowledge(50 * times, 30 * times)
    return users


def fill_knowledge(stories: int, tools: int) -> None:
    from ambassadors.models import Person
    from knowledgebank import search_index
    from knowledgebank.models import Fact, Story, StoryVersion, Theme, Tool, ToolStep
    from network import clock
    from network.models import Network

    random, today, network = Random(7), clock.today(), Network.objects.get()

    known = WORDS.split()

    def text(words: int) -> str:
        return " ".join(random.choice(known) for _ in range(words)).capitalize() + "."

    themes = Theme.objects.bulk_create(
        Theme(network=network, name=f"Thema {n}", slug=f"thema-{n}") for n in range(6)
    )
    people = list(Person.objects.order_by("pk"))
    told = Story.objects.bulk_create(
        Story(network=network, person=people[n % len(people)], slug=f"verhaal-{n}", theme=themes[n % 6])
        for n in range(stories)
    )
    StoryVersion.objects.bulk_create(
        StoryVersion(
            story=story, number=1, title=f"{text(5)[:-1]} {n}", lead=text(20), quote=text(10),
            body="\n\n".join(f"## {text(3)}\n\n{text(60)} **{text(4)}** {text(40)}" for _ in range(4)),
            lessons="\n".join(text(8) for _ in range(3)), figures=f"-{n % 50} % | {text(4)}",
            sector=f"sector {n % 9}", company=f"Bedrijf {n}", place="Ommen", employees=48,
            approved_at=clock.now(), approved_via="mijn", publish_on=today - timedelta(n % 700),
        )
        for n, story in enumerate(told)
    )  # fmt: skip
    cards = Tool.objects.bulk_create(
        Tool(
            network=network, slug=f"instrument-{n}", title=f"{text(2)[:-1]} {n}", summary=text(14),
            theme=themes[n % 6], published_on=today - timedelta(n % 400), minutes_run=60, people_least=4,
            people_most=12, purpose=text(40), how=text(60), tips=text(30),
            material=f"- {text(3)}\n- {text(4)}",
        )
        for n in range(tools)
    )  # fmt: skip
    ToolStep.objects.bulk_create(
        ToolStep(tool=card, position=n, title=text(3), text=text(25), minutes=15)
        for card in cards
        for n in range(1, 6)
    )
    first = StoryVersion.objects.select_related("story").order_by("pk")[0].story
    first.tools.set(cards[:2])
    Fact.objects.bulk_create(
        Fact(network=network, figure=f"{n} %", statement=text(10), source="Bron", checked_on=today)
        for n in range(20)
    )
    search_index.rebuild(network, today)


def fill_people(people: int) -> dict[str, Any]:
    """That many ambassadors, each with ten podia over three years."""
    from ambassadors.models import ContactMoment, Employment, Person, PodiumKind, ProfileType, Term
    from events.models import Podium
    from network import clock
    from network.models import Company, FanOrganisation, Network, NetworkHost, Role, RoleKind, Target, User

    today = clock.today()
    network = Network.objects.create(
        slug="pioniers",
        name="Pioniers",
        word_singular="pionier",
        word_plural="pioniers",
        maximum_size=250,
        contact_email="team@pioniers.example",
    )
    NetworkHost.objects.create(network=network, host="pioniers.localhost", is_primary=True)
    leader = User.objects.create_user("leader@pioniers.example", name="Leider")
    Role.objects.create(network=network, user=leader, kind=RoleKind.LEADER)
    Target.objects.create(
        network=network, kind="reached", amount=450, start=today - timedelta(1000), end=today + timedelta(100)
    )
    fans = FanOrganisation.objects.bulk_create(
        FanOrganisation(network=network, name=f"Fan {n}", slug=f"fan-{n}", region="Twente") for n in range(10)
    )
    companies = Company.objects.bulk_create(
        Company(network=network, name=f"Bedrijf {n}", sector=f"sector {n % 9}", employees=48, place="Ommen")
        for n in range(people)
    )
    types = list(ProfileType)
    persons = Person.objects.bulk_create(
        Person(
            network=network,
            first_name=f"Voornaam {n}",
            last_name="Achternaam",
            slug=f"voornaam-{n}-achternaam",
            email=f"p{n}@bedrijf.example",
            profile_type=types[n % 5],
            themes=["zelfsturende teams", f"thema {n % 12}"],
            quote="Wie het werk doet, ziet als eerste hoe het beter kan.",
            biography="Een verhaal van drie zinnen. Het is eerlijk. En het is kort genoeg.",
            publication_consent_at=clock.now(),
        )
        for n in range(people)
    )
    Employment.objects.bulk_create(
        Employment(person=person, company=company, role="directeur")
        for person, company in zip(persons, companies, strict=True)
    )
    Term.objects.bulk_create(
        Term(person=person, start=today - timedelta(900 - n % 400), end=today + timedelta(190 + n % 400))
        for n, person in enumerate(persons)
    )
    ContactMoment.objects.bulk_create(
        ContactMoment(person=person, date=today - timedelta(n % 90), by=leader)
        for n, person in enumerate(persons)
    )
    kinds = sorted(PodiumKind.live())
    podia = Podium.objects.bulk_create(
        Podium(
            network=network,
            kind=kinds[n % len(kinds)],
            status="agreed" if n % 10 == 0 else "done",
            is_open=n % 10 == 0,
            title=f"Podium {n}",
            date=today + timedelta(5 + n % 60) if n % 10 == 0 else today - timedelta(n * 7 % 490),
            host=fans[n % 10],
            audience=40,
            reached=40,
        )
        for n in range(people * 10)
    )
    Podium.ambassadors.through.objects.bulk_create(
        Podium.ambassadors.through(podium=podium, person=persons[n // 10]) for n, podium in enumerate(podia)
    )
    first = persons[0]
    first.user = User.objects.create_user(first.email, name=first.full_name)
    first.save(update_fields=["user"])
    return {"visitor": None, "leader": leader, "ambassador": first.user}
