"""Pioniers Overijssel: the figures of the real network's record, with made-up people.

The rounds lie so that on any day somebody is in each state of the commitment:

| round | appointed | who |
|---|---|---|
| first | 4 years and 100 days ago | honorary members, somebody who left, two who were appointed again |
| second | 2 years and 290 days ago | met, planned, paused, behind with a call task; terms end in 75 days |
| third | 1 year and 40 days ago | last year met or missed; nothing asked, planned, on pace |
| fourth | 200 days ago | behind for the first time, without outcome, on pace |
"""

from datetime import date, timedelta
from decimal import Decimal

from django.core.files.base import ContentFile

from ambassadors.commitment import anniversary
from ambassadors.models import AppointmentRound, Pause, PauseRequest, Term
from ambassadors.models.terms import TermEnding
from config.demonstration import stage
from config.demonstration.activated import AREA, add_activated
from config.demonstration.asking import add_the_way_to_a_podium
from config.demonstration.build import (
    World,
    add_accounts,
    add_contacts,
    add_fans,
    add_honorary,
    add_people,
    add_podia,
    add_requests,
    add_term,
    appoint,
    at,
    ceremonies,
    day,
    keep,
    let_the_chase_run,
    make_uncertain,
    start,
    working_day,
)
from config.demonstration.calendars import add_calendars
from config.demonstration.cast import CANDIDATES, FORMER, PIONEERS
from config.demonstration.ceremony import add_belonging, add_ceremony
from config.demonstration.composition import add_composition, add_declarations, add_motives, add_scenarios
from config.demonstration.knowledge import add_knowledge
from config.demonstration.leads import add_leads
from config.demonstration.newsletters import add_newsletters
from config.demonstration.portraits import signature
from config.demonstration.reporting import add_reports
from config.demonstration.round import open_round
from config.demonstration.scans import add_scans
from config.demonstration.searching import add_synonyms
from events.models import Contribution
from network import clock
from network.models import BudgetLine, ContactMessage, Network, QuietPeriod, RoleKind, Target, TargetKind

SLUG = "pioniers"
HOSTS = ("pioniers.localhost", "localhost", "127.0.0.1", "[::1]")
OFFICIAL = ("Els Nieuwenhuis", "gedeputeerde economie", "deputy for the economy")


def make() -> Network:
    world = start(_network(), hosts=HOSTS, mail_domain="pioniers.example")
    add_accounts(
        world,
        [
            (RoleKind.LEADER, "Hanneke Broekhuis", "hanneke"),
            (RoleKind.FACILITATOR, "Daan Assink", "daan"),
            (RoleKind.CLIENT, "Robert Veneman", "robert"),
        ],
    )
    add_fans(world, stage.FANS, with_account="vechtdal")
    add_people(world, PIONEERS, with_account=True)
    add_people(world, FORMER, with_account=True)
    add_people(world, CANDIDATES, with_account=False)
    _targets_and_budget(world)
    _rounds(world)
    _pauses(world)
    add_podia(world, (*stage.DONE, *stage.OTHER))
    add_contacts(world, stage.CONTACTS)
    add_requests(world, stage.REQUESTS)
    add_composition(world)
    add_the_way_to_a_podium(world)
    add_declarations(world)
    add_scans(world)
    add_motives(world)
    _the_rest(world)
    add_knowledge(world)
    add_synonyms(world)
    add_calendars(world)
    add_newsletters(world)
    add_activated(world)
    add_leads(world)
    let_the_chase_run(world, days=75)
    make_uncertain(world, "jeroen")
    add_reports(world)
    return world.network


def _network() -> Network:
    network = Network(
        slug=SLUG,
        name="Pioniers Overijssel",
        theme="sociale innovatie",
        theme_en="social innovation",
        region="Overijssel",
        working_area="\n".join(AREA),
        client_name="provincie Overijssel",
        client_name_en="the province of Overijssel",
        official_name=OFFICIAL[0],
        official_title=OFFICIAL[1],
        official_title_en=OFFICIAL[2],
        word_singular="pionier",
        word_plural="pioniers",
        word_singular_en="pioneer",
        word_plural_en="pioneers",
        brand_colour="#0B5D4E",
        accent_colour="#C8741A",
        headline="Anders organiseren begint met een goed verhaal.",
        headline_en="Working differently starts with a good story.",
        introduction=(
            "Ondernemers uit Overijssel vertellen hoe zij hun bedrijf samen met hun mensen vernieuwden. "
            "Eerlijk, praktisch en graag bij jou op het podium."
        ),
        introduction_en=(
            "Entrepreneurs from Overijssel tell how they renewed their company together with their people. "
            "Honest, practical and happy to come to your stage."
        ),
        maximum_size=25,
        serial_prefix="PO",
        plaque_title="pionier sociale innovatie",
        plaque_title_en="pioneer of social innovation",
        plaque_text="als ondernemer die het eigen verhaal vertelt en anderen in beweging brengt",
        plaque_text_en="as an entrepreneur who tells their own story and sets others in motion",
        contact_email="team@pioniers.example",
        contact_phone="038 000 00 00",
        contact_address="Pioniers Overijssel\nKade 12\n8000 AA Zwolle",
    )
    network.official_signature.save("els-nieuwenhuis.png", ContentFile(signature(7)), save=False)
    return network


def _targets_and_budget(world: World) -> None:
    first, last = date(day(1561).year, 1, 1), date(clock.today().year + 1, 1, 1)
    Target.objects.bulk_create(
        Target(network=world.network, kind=kind, amount=amount, start=first, end=last)
        for kind, amount in ((TargetKind.REACHED, 450), (TargetKind.ACTIVATED, 100))
    )
    BudgetLine.objects.bulk_create(
        BudgetLine(network=world.network, name=name, amount=Decimal(amount), spent=Decimal(spent))
        for name, amount, spent in (
            ("Ontwikkeling en uitvoering", 200_000, 148_500),
            ("Leren-van-elkaar-kringen", 150_000, 96_000),
            ("Middelen en bijeenkomsten", 50_000, 31_250),
        )
    )
    QuietPeriod.objects.bulk_create(
        QuietPeriod(network=world.network, name=name, start=start_on, end=end_on)
        for name, start_on, end_on in _holidays()
    )


def _holidays() -> list[tuple[str, date, date]]:
    """School holidays of the coming year; one that has just begun would silence the demonstration."""
    this_year = clock.today().year
    every = [
        (name, date(year, *first), date(year + turn, *last))
        for year in (this_year, this_year + 1)
        for name, first, turn, last in (
            ("Zomervakantie", (7, 18), 0, (8, 31)),
            ("Kerstvakantie", (12, 19), 1, (1, 4)),
        )
    ]
    return [holiday for holiday in every if holiday[1] > clock.today() + timedelta(days=7)][:2]


def _rounds(world: World) -> None:
    first, second, third, fourth = ceremonies((4, 100), (2, 290), (1, 40), (0, 200))
    years = [fourth.year, third.year, second.year, first.year]
    for i in (1, 2, 3):  # two ceremonies within one calendar year belong to the rounds of two
        years[i] = min(years[i], years[i - 1] - 1)
    later = {"bram": third, "yusuf": third}  # extended until they were appointed again
    terms: dict[tuple[date, str], Term] = {}

    def term(ceremony: date, key: str, end: date, **fields: object) -> None:
        terms[ceremony, key] = add_term(world, key, ceremony, end, **fields)

    for key in ("bram", "yusuf", "gerda", "henk", "aaltje", "pim"):
        planned = anniversary(first, 3)
        term(first, key, later.get(key, planned), planned_end=planned if key in later else None)
    for key in ("chidi", "ingrid", "samira", "willem"):
        term(second, key, anniversary(second, 3))
    term(
        second,
        "lotte",
        day(400),
        planned_end=anniversary(second, 3),
        ending=TermEnding.MOVED,
        ended_by=world.leader,
    )
    for key in ("marleen", "jeroen", "bram", "noor", "yusuf"):
        term(third, key, anniversary(third, 3))
    for key in ("anneke", "ruben", "fatima"):
        term(fourth, key, anniversary(fourth, 3))

    places = (
        "Provinciehuis, Zwolle",
        "Stadsschouwburg, Deventer",
        "Museumfabriek, Enschede",
        "Kasteel, Ommen",
    )
    for ceremony, year, place in zip((fourth, third, second, first), years, places, strict=True):
        keys = [key for on, key in terms if on == ceremony]
        appoint(world, year=year, on=ceremony, place=place, terms={key: terms[ceremony, key] for key in keys})
    add_honorary(world, ("gerda", "henk", "aaltje"), anniversary(first, 3))

    _coming_round(world, anniversary(second, 3), year=years[0] + 1)
    add_belonging(world)


def _coming_round(world: World, ceremony: date, *, year: int) -> None:
    """The one that is under way, in `year` at the earliest."""
    coming = AppointmentRound.objects.create(
        network=world.network,
        year=max(ceremony.year, year),
        ceremony_on=ceremony,
        place="Provinciehuis, Zwolle",
        official_name=OFFICIAL[0],
        official_title=OFFICIAL[1],
        official_title_en=OFFICIAL[2],
        official_signature=world.network.official_signature.name,
    )
    open_round(world, coming)
    scenarios = {
        "Ervaring houden": ("chidi", "samira", "ingrid", "willem"),
        "Meer industrie en Zwolle": ("samira", "nadia", "okke", "mehmet"),
        "Fris van een eerste succes": ("okke", "marit", "karim", "lieke"),
    }
    add_scenarios(world, coming, scenarios)
    add_ceremony(world, coming)


def _pauses(world: World) -> None:
    keep(
        [
            Pause(
                person=world.people["willem"], start=day(110), end=day(-45), reason="herstel na een operatie"
            ),
            Pause(
                person=world.people["noor"], start=day(-20), end=day(-320), reason="verlof en een lange reis"
            ),
        ],
        Pause,
    )
    PauseRequest.objects.create(
        person=world.people["fatima"], start=day(-21), end=day(-84), reason="jaarrekeningen van klanten"
    )


def _the_rest(world: World) -> None:
    keep(
        [
            Contribution(
                person=world.people["marleen"],
                date=working_day(52),
                title="Las mee met de nieuwe folder",
                notes="Drie zinnen eruit, één erin.",
            ),
            Contribution(
                person=world.people["chidi"], date=working_day(110), title="Maakte een filmpje voor de site"
            ),
        ],
        Contribution,
    )
    ContactMessage.objects.bulk_create(
        [
            ContactMessage(
                network=world.network,
                name="Petra Olthof",
                email="petra@olthof-bloemen.example",
                organisation="Olthof Bloemen",
                subject="Mag ik een keer meelopen?",
                body="Ik hoorde Marleen in Apeldoorn. Mag ik met twee collega's een ochtend komen kijken?",
                for_person=world.people["marleen"].pk,
                for_name=world.people["marleen"].full_name,
                state=ContactMessage.State.PASSED,
                decided_at=at(day(8)),
            ),
            ContactMessage(
                network=world.network,
                name="Growth Team",
                email="offer@best-ranking.example",
                subject="Nummer 1 in de zoekmachine",
                body="Dear owner, we bring your site on page 1. Click http://best-ranking.example now!",
                state=ContactMessage.State.HELD,
                suspicion="Er staat een link in, en het bericht is niet in het Nederlands.",
            ),
        ]
    )
