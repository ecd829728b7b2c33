"""The round that is under way: nineteen candidates in every column, three pearls, and one nomination to look at.

Its ceremony lies about 75 days ahead, so nominating is over and the decision is due next week.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from ambassadors.actions import assessing, consenting
from ambassadors.actions.running_rounds import days_of
from ambassadors.models import (
    AppointmentRound,
    Assessment,
    ContactMoment,
    Criterion,
    InnovationPhase,
    Nomination,
    NominationSource,
    NominationStatus,
    NominationStep,
    Pearl,
    Person,
    Purpose,
    RoundRules,
    RoundStep,
    Score,
    Voice,
)
from ambassadors.round_calendar import Step, step_days
from config.demonstration.build import World, add_people, at, day, keep, keep_one
from config.demonstration.cast import Figure
from network.models import Company, FanContact, Role, RoleKind, User

FIRST, GROWING, SEASONED = InnovationPhase.FIRST, InnovationPhase.GROWING, InnovationPhase.SEASONED
Kind = NominationStep.Kind
S = NominationStatus


@dataclass(frozen=True)
class Aspirant:
    key: str
    status: str
    source: str
    by: str  # key of a person or fan; empty: themselves, or the name in `name`
    why: str
    scores: tuple[tuple[int, ...], ...] = ()  # one row per assessor; an empty row is not handed in
    chosen: bool = False
    told: bool = True
    name: str = ""


def _figure(key: str, name: tuple[str, str, str], company: str, sector: str, employees: int, place: str,
            region: str, looks: str, phase: str = GROWING) -> Figure:  # fmt: skip
    return Figure(
        key, name, company, sector, employees, place, region, phase=phase, looks=looks, public=False
    )


FIGURES = (
    _figure("femke", ("Femke", "", "Nijhuis"), "Nijhuis Transport", "logistiek", 35, "Almelo", "Twente", "1,1,0,1,bun,v"),
    _figure("teun", ("Teun", "", "Wessels"), "Wessels Horeca", "horeca", 14, "Kampen", "Regio Zwolle", "4,0,1,0,short,round", FIRST),
    _figure("aylin", ("Aylin", "", "Kaya"), "Kaya Thuiszorg", "zorg", 60, "Hengelo", "Twente", "2,0,2,2,long,round"),
    _figure("wout", ("Wout", "", "Lubbers"), "Lubbers Tuinen", "groen", 11, "Raalte", "Salland", "0,3,3,3,short,shirt,beard", FIRST),
    _figure("joke", ("Joke", "", "Meijerink"), "Bakkerij Meijerink", "voeding", 27, "Borne", "Twente", "0,5,4,4,bob,round,glasses"),
    _figure("rob", ("Rob", "", "Kuipers"), "Kuipers Bouw", "bouw", 90, "Raalte", "Salland", "3,2,5,5,bald,shirt", SEASONED),
    _figure("lieke", ("Lieke", "", "Bos"), "Bos Besturingen", "techniek", 28, "Enschede", "Twente", "3,0,0,6,bob,v"),
    _figure("jan", ("Jan", "", "Hof"), "Hof Betonwerken", "bouw", 45, "Ommen", "Vechtdal", "0,3,1,1,short,shirt", SEASONED),
    _figure("ilse", ("Ilse", "ter", "Haar"), "Ter Haar Optiek", "detailhandel", 19, "Deventer", "Cleantech regio", "0,6,2,0,long,v,glasses"),
    _figure("karim", ("Karim", "", "Bouzid"), "Bouzid Autoschade", "mobiliteit", 22, "Zwolle", "Regio Zwolle", "3,0,3,2,short,shirt,beard", FIRST),
    _figure("nadia", ("Nadia", "", "Haddou"), "Haddou Metaal", "industrie", 120, "Deventer", "Cleantech regio", "3,0,4,3,long,v"),
    _figure("okke", ("Okke", "de", "Wit"), "De Wit Software", "ict", 18, "Zwolle", "Regio Zwolle", "0,1,5,4,short,round,beard", FIRST),
    _figure("marit", ("Marit", "", "Roelofs"), "Roelofs Wonen", "detailhandel", 31, "Almelo", "Twente", "1,2,0,5,bun,round", FIRST),
    _figure("bas", ("Bas", "", "Wolters"), "Wolters Installaties", "installatietechniek", 260, "Hardenberg", "Vechtdal", "0,4,1,6,bald,shirt"),
    _figure("sietske", ("Sietske", "", "Postma"), "Postma Advies", "dienstverlening", 7, "Steenwijk", "Kop van Overijssel", "0,5,2,1,bob,v"),
)  # fmt: skip

ASPIRANTS = (
    Aspirant("wout", S.NOMINATED, NominationSource.AMBASSADOR, "marleen",
             "Zijn ploeg plant zelf, ook in het hoogseizoen. Hij vertelt eerlijk dat het eerst misging.", told=False),
    Aspirant("joke", S.NOMINATED, NominationSource.VISITOR, "", "Ik leerde bij haar het vak, en hoe je fouten op tafel legt.",
             name="Tess Olde Hampsink"),
    Aspirant("femke", S.IN_CONVERSATION, NominationSource.FAN, "twente",
             "Chauffeurs verdelen de ritten. Zij staat er ontspannen bij.", scores=((4, 4, 3, 4), ())),
    Aspirant("teun", S.IN_CONVERSATION, NominationSource.SELF, "", "Ik heb de keuken een stem gegeven en wil daarover vertellen.",
             scores=((), ())),
    Aspirant("aylin", S.IN_CONVERSATION, NominationSource.AMBASSADOR, "chidi", "Haar wijkteams hebben geen manager meer, en minder verzuim."),
    Aspirant("ilse", S.IN_CONVERSATION, NominationSource.HONORARY, "gerda", "Bij haar beslist wie de klant spreekt."),
    Aspirant("karim", S.IN_CONVERSATION, NominationSource.FAN, "kennispoort", "Leidt jongeren op die elders niet binnenkwamen.",
             scores=((5, 4, 4, 3), ())),
    Aspirant("rob", S.SUITABLE, NominationSource.AMBASSADOR, "willem", "Bouwt zonder opzichters. Iedereen durft te stoppen als het niet klopt.",
             scores=((4, 4, 4, 4), (4, 3, 5, 4))),
    Aspirant("lieke", S.SUITABLE, NominationSource.FAN, "twente", "Jonge ploeg, eigen ideeënbord, elke maand een proef.",
             scores=((4, 5, 4, 3), (3, 4, 4, 4))),
    Aspirant("jan", S.SUITABLE, NominationSource.AMBASSADOR, "bram", "Dertig jaar ervaring met meedenkende vloeren.",
             scores=((5, 2, 4, 1), (3, 4, 4, 4))),
    Aspirant("mehmet", S.SUITABLE, NominationSource.FAN, "kennispoort", "Werkt met jongeren en laat ze leiden.", scores=((4, 4, 4, 4), (4, 4, 3, 4))),
    Aspirant("bas", S.SUITABLE, NominationSource.SELF, "", "Onze monteurs kiezen hun eigen opleiding.", scores=((4, 4, 4, 3), (4, 4, 4, 4))),
    Aspirant("samira", S.SUITABLE, NominationSource.AGAIN, "", "Wil nog een termijn, en vooral scholen bezoeken."),
    Aspirant("nadia", S.SUITABLE, NominationSource.AMBASSADOR, "noor", "Lasrobots gekozen door de lassers zelf.",
             scores=((5, 5, 5, 5), (5, 5, 4, 5)), chosen=True),
    Aspirant("sanne", S.SUITABLE, NominationSource.FAN, "twente", "Net begonnen, en nu al een half jaar zonder klachten.",
             scores=((4, 5, 4, 4), (4, 4, 4, 5)), chosen=True),
    Aspirant("okke", S.SUITABLE, NominationSource.AMBASSADOR, "yusuf", "Vier dagen werken, vijf dagen resultaat. Hij kan het uitleggen.",
             scores=((4, 4, 4, 5), (4, 5, 3, 4)), chosen=True),
    Aspirant("marit", S.SUITABLE, NominationSource.SELF, "", "Mijn winkelteam maakt de inkoop. Daar wil ik over praten.",
             scores=((4, 4, 5, 4), (5, 4, 4, 3)), chosen=True),
    Aspirant("sietske", S.NOT_NOW, NominationSource.VISITOR, "", "Kan prachtig vertellen.", name="Gijs Wiersema"),
    Aspirant("chidi", S.WITHDRAWN, NominationSource.AGAIN, "", "Dacht na over nog een termijn."),
)  # fmt: skip


def open_round(world: World, coming: AppointmentRound) -> None:
    """Fill the coming round with its days, rules, candidates and judgements."""
    add_people(world, FIGURES, with_account=False)
    _fill_in_company_figures(world)
    _rules(world)
    _days(coming)
    judges = _judges(world)
    for number, aspirant in enumerate(ASPIRANTS):
        _candidate(world, coming, aspirant, judges, came_in=100 - 3 * number)
    _double(world)
    _held(world)
    _pearls(world)


def _fill_in_company_figures(world: World) -> None:
    """Some gave their turnover, some did not: the SME test has all three outcomes."""
    for name, turnover in (
        ("Haddou Metaal", 21_000_000), ("Kruitbosch Interieur", 6_400_000), ("De Wit Software", 2_100_000),
        ("Roelofs Wonen", 4_900_000), ("Kuipers Bouw", 17_500_000), ("Wolters Installaties", 58_000_000),
    ):  # fmt: skip
        Company.objects.filter(network=world.network, name=name).update(turnover=Decimal(turnover))


def _rules(world: World) -> None:
    network = world.network
    ceremony = network.rounds.get(appointed_at=None).ceremony_on
    RoundRules.objects.create(
        network=network,
        ceremony_month=ceremony.month,
        ceremony_day=ceremony.day,
        questions=["Wat ging er eerst mis, en wat leverde dat op?", "Wie merkte het verschil het meest?"],
        blind_fields=["nominator"],
    )
    assessing.begin_with_criteria(network)
    for purpose in (Purpose.CANDIDACY, Purpose.CHARTER, Purpose.PUBLICATION, Purpose.PHOTO):
        consenting.kept_text_for(network, purpose)


def _days(coming: AppointmentRound) -> None:
    coming.opens_on = coming.ceremony_on - timedelta(days=180)
    coming.nominations_until = coming.ceremony_on - timedelta(days=92)
    coming.decide_on = coming.ceremony_on - timedelta(days=66)
    coming.answer_by = coming.ceremony_on - timedelta(days=42)
    coming.save()
    days = days_of(coming)
    assert days is not None
    RoundStep.objects.bulk_create(
        RoundStep(round=coming, kind=step, due_on=due_on)
        for step, due_on in step_days(days).items()
        if step is not Step.INVITED
    )


def _judges(world: World) -> list[User]:
    roles = Role.objects.filter(network=world.network, kind__in=[RoleKind.LEADER, RoleKind.FACILITATOR])
    return [role.user for role in roles.select_related("user").order_by("-kind")]


def _candidate(
    world: World, coming: AppointmentRound, aspirant: Aspirant, judges: Sequence[User], *, came_in: int
) -> None:
    moment, leader = at(day(came_in)), world.leader
    again = aspirant.source == NominationSource.AGAIN
    nomination = Nomination(
        network=world.network,
        round=coming,
        person=world.people[aspirant.key],
        status=aspirant.status,
        look_again_on=day(-200) if aspirant.status == S.NOT_NOW else None,
        selected_at=at(day(2)) if aspirant.chosen else None,
        selected_by=leader if aspirant.chosen else None,
        told_at=at(day(came_in - 5)) if aspirant.told else None,
        agreed_at=at(day(came_in - 8)) if aspirant.told else None,
    )
    # A nomination that nobody was told about came in the other day.
    keep_one(nomination, created_at=moment if aspirant.told else at(day(6)))
    fan = world.fans.get(aspirant.by)
    own = aspirant.source == NominationSource.SELF
    voice = Voice(
        nomination=nomination,
        source=aspirant.source,
        person=world.people.get(aspirant.by),
        fan_contact=FanContact.objects.get(fan=fan) if fan else None,
        user=leader if again else None,
        name=world.people[aspirant.key].full_name if own else aspirant.name,
        why=aspirant.why,
    )
    keep_one(voice, created_at=moment)
    _steps(nomination, aspirant, came_in, leader)
    if again:
        ContactMoment.objects.create(
            person=world.people[aspirant.key], date=day(came_in - 14), kind="visit", by=leader,
            summary=aspirant.why,
        )  # fmt: skip
    _judgements(world, nomination, aspirant, judges, came_in)


def _steps(nomination: Nomination, aspirant: Aspirant, came_in: int, leader: User) -> None:
    """What was done with a candidate so far, in its order."""
    steps: list[tuple[str, str, str, str, datetime, User | None]] = [
        (Kind.CAME_IN, "", aspirant.source, "", at(day(came_in)), None)
    ]
    if aspirant.told:
        steps.append((Kind.TOLD, "", "", "Eerste contact.", at(day(came_in - 5)), leader))
        steps.append((Kind.AGREED, "", "", "", at(day(came_in - 8)), None))
    if aspirant.status != S.NOMINATED:
        why = {S.NOT_NOW: "Verhuist dit jaar met het bedrijf.", S.WITHDRAWN: "Kiest voor zijn gezin."}
        said = why.get(S(aspirant.status), "Na een gesprek op de werkvloer.")
        steps.append((Kind.STATUS, S.NOMINATED, aspirant.status, said, at(day(came_in - 14)), leader))
    if aspirant.chosen:
        steps.append((Kind.SELECTED, "", "", "", at(day(2)), leader))
    for kind, before, after, why_so, when, by in steps:
        step = NominationStep.objects.create(
            nomination=nomination, kind=kind, before=before, after=after, why=why_so, by=by
        )
        NominationStep.objects.filter(pk=step.pk).update(at=when)


def _judgements(
    world: World, nomination: Nomination, aspirant: Aspirant, judges: Sequence[User], came_in: int
) -> None:
    criteria = list(Criterion.objects.filter(network=world.network))
    facts = "Sprak ruim een uur, tussen de mensen op de werkvloer. Noemde vier voorbeelden met cijfers."
    for judge, scores in zip(judges, aspirant.scores, strict=False):
        assessment = Assessment.objects.create(
            nomination=nomination,
            assessor=judge,
            asked_by=world.leader,
            facts=facts if scores else "",
            submitted_at=at(day(came_in - 20)) if scores else None,
        )
        Assessment.objects.filter(pk=assessment.pk).update(asked_at=at(day(min(came_in - 15, 9))))
        Score.objects.bulk_create(
            Score(assessment=assessment, criterion=criterion, value=value)
            for criterion, value in zip(criteria, scores, strict=False)
        )


def _double(world: World) -> None:
    """Somebody on the board whom a visitor put forward once more, with another address."""
    teun = world.people["teun"]
    Person.objects.filter(pk=teun.pk).update(phone="06 10 20 30 40")
    (double,) = keep(
        [
            Person(
                network=world.network, first_name="Teunis", last_name="Wessels", slug="teunis-wessels",
                email="t.wessels@kampereiland.example", phone="+31 6 10203040",
            )
        ],
        Person,
    )  # fmt: skip
    world.people["teunis"] = double


def _held(world: World) -> None:
    """Through the public page, and odd: it waits for the leader."""
    (person,) = keep(
        [Person(network=world.network, first_name="Best", last_name="Ranking", slug="best-ranking",
                email="vote@best-ranking.example")],
        Person,
    )  # fmt: skip
    (nomination,) = keep(
        [
            Nomination(
                network=world.network,
                person=person,
                held_because="er staan links in; sneller verstuurd dan iemand kan typen",
            )
        ],
        Nomination,
    )
    Voice.objects.create(
        nomination=nomination,
        source=NominationSource.VISITOR,
        name="Growth Team",
        email="offer@best-ranking.example",
        why="Dear sir, see www.best-ranking.example and www.best-ranking.example/vote",
    )


def _pearls(world: World) -> None:
    for name, company, place, where, why, left in (
        ("Hilde Averdijk", "Averdijk Zaden", "Dedemsvaart", "Ontbijt van Ondernemershuis Vechtdal",
         "Laat de zaadveredelaars zelf met klanten praten.", 24),
        ("Dirk Lammertink", "Lammertink Hout", "Haaksbergen", "Stuk in de regiokrant",
         "Maakte van afval een tweede bedrijf, samen met de ploeg.", 11),
        ("Sofie Ekkel", "Ekkel Events", "Zwolle", "Tip van Marleen", "Jong, scherp, en durft te zeggen wat mislukte.", 3),
    ):  # fmt: skip
        Pearl.objects.create(
            network=world.network, name=name, company=company, place=place, found_where=where, why=why,
            next_step="Koffie drinken", expires_on=day(-left), created_by=world.leader,
        )  # fmt: skip
