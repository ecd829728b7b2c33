"""The audience of the demonstration network, declarations, scenarios for its coming round, and whom it does not reach."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from ambassadors.actions import declaring, mirroring, profiling
from ambassadors.actions.mirroring import Share
from ambassadors.consent_words import DECLARATION, DECLARATION_EN
from ambassadors.models import AppointmentRound, AudienceGap, OrganisationToAsk, Trait
from ambassadors.profile_types import STATEMENTS
from config.demonstration.build import World, day, working_day
from network import clock

# Percentages of a made-up count; only the proportions are used.
AUDIENCES: dict[Trait, list[tuple[str, str, tuple[str, ...]]]] = {
    Trait.SECTOR: [
        ("industrie", "16", ("maakindustrie", "metaal")),
        ("bouw en installatie", "15", ("bouw", "installatietechniek")),
        ("handel", "18", ("detailhandel", "groothandel")),
        ("zorg en welzijn", "12", ("zorg", "kinderopvang")),
        ("zakelijke diensten", "14", ("ict", "facilitair", "advies", "grafisch")),
        ("landbouw en groen", "10", ("landbouw", "groen")),
        ("horeca en voeding", "9", ("horeca", "voeding")),
        ("logistiek", "6", ("transport",)),
    ],
    Trait.SIZE: [("micro", "0", ()), ("small", "81", ()), ("medium", "19", ()), ("large", "0", ())],
    Trait.PHASE: [("first", "45", ()), ("growing", "35", ()), ("seasoned", "20", ())],
    Trait.REGION: [
        ("Twente", "43", ()),
        ("Regio Zwolle", "22", ("Zwolle",)),
        ("Cleantech regio", "15", ("Deventer",)),
        ("Vechtdal", "9", ()),
        ("Salland", "6", ()),
        ("Kop van Overijssel", "5", ("Noordwest-Overijssel",)),
    ],
    Trait.ROLE: [
        ("eigenaar", "68", ("oprichter", "mede-eigenaar")),
        ("directeur", "24", ("algemeen directeur",)),
        ("leidinggevende", "8", ("manager", "hoofd", "teamleider")),
    ],
}
SOURCE = "eigen telling bij het handelsregister (verzonnen)"

GAPS = (
    (
        "jonge ondernemers",
        "Wie het bedrijf net overnam of begon, komt nog niet. Proberen: een avond op een eigen plek.",
        (
            (None, "Jonge Ondernemers Kring Oost", 24, "noemt voor de kerst twee namen"),
            ("boost", "", None, ""),
        ),
    ),
    (
        "ondernemers met een migratieachtergrond",
        "In de steden kennen we er genoeg, op het podium niet.",
        (
            ("twente", "", 40, "stelt ons voor op de ledenavond"),
            (None, "Stichting Nieuw Ondernemen", None, ""),
        ),
    ),
    ("bedrijven in Salland", "Eén pionier, en bijna geen podia.", (("deventer", "", None, ""),)),
)


def add_composition(world: World) -> None:
    for trait, groups in AUDIENCES.items():
        mirroring.set_audience(
            network=world.network,
            trait=trait,
            shares=[Share(name, Decimal(weight), also) for name, weight, also in groups],
            source=SOURCE,
            as_of=date(clock.today().year, 1, 1),
            by=world.leader,
        )
    for name, note, organisations in GAPS:
        gap = AudienceGap.objects.create(network=world.network, name=name, note=note, noted_on=day(70))
        OrganisationToAsk.objects.bulk_create(
            OrganisationToAsk(
                gap=gap,
                fan=world.fans[fan] if fan else None,
                name=other,
                asked_on=None if asked is None else day(asked),
                outcome=outcome,
            )
            for fan, other, asked, outcome in organisations
        )


def add_scenarios(world: World, round: AppointmentRound, choices: Mapping[str, Sequence[str]]) -> None:
    """Choices of people by the keys of the cast; whoever is not in it is left out."""
    for name, keys in choices.items():
        mirroring.keep_scenario(
            round=round,
            name=name,
            people=[world.people[key] for key in keys if key in world.people],
            by=world.leader,
        )


# Made up, as the people are. Who is not named here said nothing.
DECLARED = {
    "marleen": {"age": "middle", "gender": "woman"},
    "chidi": {"age": "middle", "gender": "man"},
    "ingrid": {"age": "older", "gender": "woman"},
    "samira": {"age": "young", "gender": "woman"},
    "bram": {"gender": "man"},
    "ruben": {"age": "young"},
}


def add_declarations(world: World) -> None:
    declaring.set_rules(
        network=world.network,
        by=world.leader,
        asks_age=True,
        asks_gender=True,
        asks_origin=False,
        dpia_reference="",
        words=DECLARATION,
        words_en=DECLARATION_EN,
    )
    text = declaring.latest_text(world.network)
    assert text is not None
    for key, answers in DECLARED.items():
        declaring.declare(world.people[key], answers=answers, text=text)


# Answers by type: three statements each. The first two talked it over with the leader; the third did not yet.
MOTIVES = {
    "marleen": ({"teacher": (5, 5, 4), "coach": (4, 4, 4)}, ("teacher", "coach", 60)),
    "chidi": ({"player": (5, 4, 5), "teacher": (4, 4, 3)}, ("player", "teacher", 41)),
    "ruben": ({"seller": (4, 5, 4), "player": (4, 4, 3)}, None),
}


def add_motives(world: World) -> None:
    for key, (strong, talk) in MOTIVES.items():
        person, left = world.people[key], {name: list(values) for name, values in strong.items()}
        answers = {
            statement.key: left[statement.type].pop(0) if left.get(statement.type) else 2
            for statement in STATEMENTS
        }
        profiling.fill_in(person, answers=answers)
        if talk:
            first, second, days = talk
            profiling.settle(
                person,
                first=first,
                second=second,
                talked_on=working_day(days),
                by=world.leader,
            )
