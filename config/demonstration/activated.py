"""480 companies that took a step, of the 100 that were asked: rows, made cheaply, that add up to the record.

Most are from years ago: their leads have lost every personal detail by then, as the term for keeping asks, and
what stays is the company, the step and the day. Names are put together from two lists and are nobody's.
"""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from ambassadors.models import Person
from config.demonstration.build import World, at, day, keep
from events.models import Lead, LeadEvent, Podium, Proof, Source, Stage
from network.models import Company

COMPANIES = 480
FIRST = (
    "Wilgen", "Kade", "Molen", "Linde", "Heide", "Ijssel", "Regge", "Dinkel", "Eiken", "Hazel", "Veen", "Stuw",
    "Brink", "Esch", "Kolk", "Meander", "Rietveld", "Sluis", "Zomer", "Noorder",
)  # fmt: skip
LAST = (
    ("techniek", "installatietechniek"), ("bouw", "bouw"), ("zorg", "zorg"), ("hout", "maakindustrie"),
    ("metaal", "maakindustrie"), ("transport", "logistiek"), ("groen", "groenvoorziening"),
    ("print", "grafisch"), ("advies", "zakelijke diensten"), ("kaas", "voeding"), ("mode", "detailhandel"),
    ("software", "ict"), ("schilders", "bouw"), ("glas", "bouw"), ("motoren", "maakindustrie"),
    ("keukens", "detailhandel"), ("koeling", "installatietechniek"), ("tuin", "groenvoorziening"),
    ("verpakking", "maakindustrie"), ("catering", "voeding"), ("scholing", "onderwijs"),
    ("wonen", "bouw"), ("licht", "installatietechniek"), ("textiel", "maakindustrie"),
)  # fmt: skip
PLACES = (
    ("Hardenberg", "Vechtdal"), ("Dalfsen", "Vechtdal"), ("Enschede", "Twente"), ("Almelo", "Twente"),
    ("Hengelo", "Twente"), ("Zwolle", "Regio Zwolle"), ("Kampen", "Regio Zwolle"), ("Deventer", "Cleantech regio"),
    ("Raalte", "Salland"), ("Steenwijk", "Kop van Overijssel"),
)  # fmt: skip
STEPS = (
    "Teams maken hun eigen rooster.",
    "Een dag in de maand voor verbeteringen van de werkvloer.",
    "De leiding is verdeeld over vijf vakmensen.",
    "Medewerkers rekenen mee met de cijfers.",
    "Leerlingen leiden elkaar op.",
    "Klanten zitten aan tafel bij het ontwerp.",
)
AREA = sorted(
    {region for _place, region in PLACES} | {place for place, _region in PLACES} | {"Ommen", "Overijssel"}
)


def add_activated(world: World) -> None:
    """Companies, leads and one line of what happened for each, spread over the podia that were done."""
    podia = list(Podium.objects.filter(network=world.network).done().order_by("date", "pk"))
    people = {podium.pk: next(iter(podium.ambassadors.all()), None) for podium in podia}
    companies = keep(_companies(world), Company)
    leads = Lead.objects.bulk_create(
        _lead(world, company, podium, people[podium.pk], number)
        for number, (company, podium) in enumerate(
            zip(companies, (podia[n % len(podia)] for n in range(COMPANIES)), strict=True)
        )
    )
    LeadEvent.objects.bulk_create(
        LeadEvent(
            lead=lead, kind=LeadEvent.Kind.STAGE, text=lead.step, at=at(lead.activated_on), by=world.leader
        )
        for lead in leads
        if lead.activated_on
    )


def _companies(world: World) -> Iterator[Company]:
    for number in range(COMPANIES):
        first, (last, sector) = FIRST[number % len(FIRST)], LAST[number // len(FIRST)]
        place, region = PLACES[number * 7 % len(PLACES)]
        yield Company(
            network=world.network,
            name=f"{first}{last}",
            kvk_number=f"99{number:06}" if number % 3 else "",
            sector=sector,
            employees=6 + number * 37 % 240,
            turnover=400_000 + number * 9_000,
            place=place,
            region=region,
        )


def _lead(world: World, company: Company, podium: Podium, person: Person | None, number: int) -> Lead:
    came = podium.date + timedelta(days=1 + number % 5)
    stepped = min(came + timedelta(days=20 + number % 70), day(1))
    return Lead(
        network=world.network,
        source=Source.CARD if number % 4 else Source.HAND,
        brought_by=person,
        podium=podium,
        company=company,
        company_name=company.name,
        place=company.place,
        region=company.region,
        theme=world.network.theme,
        received_at=at(min(came, stepped)),
        confirmed_at=at(min(came, stepped)),
        stage=Stage.ACTIVATED,
        owner=world.leader,
        answered_at=at(min(came + timedelta(days=1), stepped)),
        referred_at=at(min(came + timedelta(days=4), stepped)),
        activated_on=stepped,
        proof=(Proof.CONFIRMED, Proof.SHOWN, Proof.SHOWN, Proof.SAID)[number % 4],
        step=STEPS[number % len(STEPS)],
        erased_at=timezone.now(),
    )
