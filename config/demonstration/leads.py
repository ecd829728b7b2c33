"""Leads under way in every column of the board, cards, places to refer to, and what a hall said."""

from dataclasses import dataclass
from datetime import timedelta

from config.demonstration.build import World, at, day, keep, working_day
from events.models import (
    AudienceCheckIn,
    AudienceFeedback,
    BusinessCard,
    Lead,
    LeadCheckIn,
    LeadEvent,
    Plan,
    Podium,
    PodiumRequest,
    Referral,
    ReferralKind,
    ReferralPartner,
    Source,
    Stage,
)
from knowledgebank.models import Story
from network import clock

CONSENT = (
    "Pioniers Overijssel mag deze gegevens bewaren om mij te antwoorden, mij door te verwijzen naar iemand die kan"
    " helpen, en na drie en zes maanden te vragen wat ervan is gekomen. Ik kan dit altijd intrekken."
)


@dataclass(frozen=True)
class Place:
    kind: str
    name: str
    about: str
    fan: str = ""
    contact: tuple[str, str] = ("", "")
    themes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    capacity: int | None = None


PLACES = (
    Place(ReferralKind.FAN, "Inloopuur Ondernemershuis Vechtdal",
          "Elke dinsdag een uur met iemand die het in het eigen bedrijf heeft gedaan.", "vechtdal",
          ("Karin Veldhuis", "karin@ondernemershuis-vechtdal.example"), themes=("zelf roosteren", "loslaten", "ideeën van de werkvloer"), regions=("Vechtdal",)),
    Place(ReferralKind.ADVISER, "Coach Roos Wessels", "Drie gesprekken op locatie, zonder verplichting.",
          contact=("Roos Wessels", "roos@wessels-coaching.example"),
          themes=("zelf roosteren", "loslaten", "zelfsturende teams", "roosters op maat"), capacity=4),
    Place(ReferralKind.CIRCLE, "Kring zelf organiseren", "Acht bedrijven, zes ochtenden, onder leiding.",
          contact=("Marit Hofstede", "marit@kringen.example"), themes=("leiderschap", "roosters op maat", "ideeën van de werkvloer"),
          regions=("Twente", "Regio Zwolle"), capacity=8),
    Place(ReferralKind.VOUCHER, "Voucher deskundige", "Een dag een deskundige naar keuze in het bedrijf.",
          contact=("Vouchers provincie", "voucher@overijssel.example"), themes=("meten en verbeteren",), capacity=2),
)  # fmt: skip


@dataclass(frozen=True)
class Asker:
    name: str
    mail: str
    company: str
    place: str
    who: str  # key of the ambassador who brought them
    days: int  # ago
    stage: str
    theme: str = ""
    question: str = ""
    partner: int | None = None  # place in PLACES
    tells: bool = True
    because: str = ""
    step: str = ""


ASKERS = (
    Asker("Petra Olthof", "petra@olthof-bloemen.example", "Olthof Bloemen", "Hengelo", "marleen", 5, Stage.NEW,
          "zelf roosteren", "Wij zijn met elf mensen. Is dat niet te klein om zelf te roosteren?"),
    Asker("Sander Bos", "sander@bos-hekwerk.example", "Bos Hekwerk", "Raalte", "chidi", 0, Stage.NEW,
          "meten en verbeteren", "Mag ik zien hoe jullie bord eruitziet?", tells=False),
    Asker("Leyla Demir", "leyla@demir-schoonmaak.example", "Demir Schoonmaak", "Almelo", "ingrid", 6,
          Stage.ANSWERED, "werken met jongeren", "Hoe vind je jongeren die blijven?"),
    Asker("Tom Reurink", "tom@reurink-bouw.example", "Reurink Bouw", "Ommen", "marleen", 12, Stage.ANSWERED,
          "loslaten", "Mijn uitvoerders willen wel, ik durf nog niet."),
    Asker("Anouk Wiersma", "anouk@wiersma-fysio.example", "Wiersma Fysio", "Zwolle", "marleen", 20,
          Stage.REFERRED, "zelf roosteren", "Wie kan een ochtend meekijken?", partner=1),
    Asker("Gert Nijhuis", "gert@nijhuis-metaal.example", "Nijhuis Metaal", "Enschede", "chidi", 52,
          Stage.REFERRED, "ideeën van de werkvloer", "Kunnen we bij een kring aansluiten?", partner=2, tells=False),
    Asker("Wil Schutte", "wil@schutte-tuinen.example", "Schutte Tuinen", "Dalfsen", "marleen", 40,
          Stage.FIRST_STEP, "loslaten", partner=0, step="Twee ploegen maken deze maand hun eigen planning."),
    Asker("Naima Haddou", "naima@haddou-zorg.example", "Haddou Thuiszorg", "Deventer", "ingrid", 33,
          Stage.FIRST_STEP, "roosters op maat", partner=1, step="Een proef met een leeg rooster in één wijk."),
    Asker("Bas Kolkman", "bas@kolkman-print.example", "Kolkman Print", "Kampen", "chidi", 75, Stage.CLOSED,
          "meten en verbeteren", because="Het bedrijf is overgenomen."),
)  # fmt: skip


def add_leads(world: World) -> None:
    places = _places(world)
    cards = _cards(world)
    leads = [_lead(world, asker, cards[asker.who]) for asker in ASKERS]
    Lead.objects.bulk_create(leads)
    referrals = []
    events = []
    for asker, lead in zip(ASKERS, leads, strict=True):
        events += _events(world, asker, lead)
        if asker.partner is not None:
            assert lead.referred_at
            referrals.append(
                Referral(lead=lead, partner=places[asker.partner], by=world.leader, at=lead.referred_at)
            )
    Referral.objects.bulk_create(referrals)
    LeadEvent.objects.bulk_create(events)
    first = next(lead for lead in leads if lead.stage == Stage.FIRST_STEP)
    LeadCheckIn.objects.create(
        lead=first,
        months=3,
        asked_at=at(day(8)),
        answered_at=at(day(6)),
        answer="first_step",
        line=first.step,
        story=Story.objects.filter(network=world.network, person=first.brought_by).first(),
    )
    _asked_after_reading(world)
    _held(world, cards["chidi"])
    _hall(world)


def _asked_after_reading(world: World) -> None:
    """Whoever asked for somebody who told a story, came from its page."""
    for story in Story.objects.filter(network=world.network):
        PodiumRequest.objects.filter(network=world.network, preferred=story.person).update(story=story)


def _places(world: World) -> list[ReferralPartner]:
    return keep(
        [
            ReferralPartner(
                network=world.network,
                kind=place.kind,
                name=place.name,
                description=place.about,
                fan=world.fans.get(place.fan),
                contact_name=place.contact[0],
                contact_email=place.contact[1],
                themes=list(place.themes),
                regions=list(place.regions),
                capacity=place.capacity,
            )
            for place in PLACES
        ],
        ReferralPartner,
    )


def _cards(world: World) -> dict[str, BusinessCard]:
    """A card for everybody in office; codes that are the same at every making, so that a printed one works."""
    codes = {"marleen": "mrl2345", "chidi": "chd2345", "ingrid": "ngr2345"}
    people = world.network.people.current(clock.today())
    keys = {person.pk: key for key, person in world.people.items()}
    made = {
        keys[person.pk]: BusinessCard(network=world.network, person=person)
        for person in people
        if person.pk in keys
    }
    for key, code in codes.items():
        made[key].code = code
    BusinessCard.objects.bulk_create(made.values())
    return made


def _lead(world: World, asker: Asker, card: BusinessCard) -> Lead:
    came = working_day(asker.days)
    received = at(came, 16)
    later = [at(min(came + timedelta(days=days), clock.today()), 11) for days in (1, 4, 12)]
    order = list(Stage.moving())
    far = order.index(Stage(asker.stage)) if asker.stage in order else 1
    return Lead(
        network=world.network,
        source=Source.CARD,
        card=card,
        brought_by=card.person,
        name=asker.name,
        email=asker.mail,
        company_name=asker.company,
        place=asker.place,
        theme=asker.theme,
        question=asker.question,
        consent_text=CONSENT,
        consent_at=received,
        tells_bringer=asker.tells,
        received_at=received,
        confirmed_at=received + timedelta(minutes=4),
        stage=asker.stage,
        owner=world.leader,
        answer_by=came + timedelta(days=2),
        answered_at=later[0] if far >= 1 else None,
        referred_at=later[1] if far >= 2 else None,
        first_step_at=later[2] if far >= 3 else None,
        closed_at=later[2] if asker.stage == Stage.CLOSED else None,
        closed_because=asker.because,
        step=asker.step,
    )


def _events(world: World, asker: Asker, lead: Lead) -> list[LeadEvent]:
    kind = LeadEvent.Kind
    found = [
        LeadEvent(lead=lead, kind=kind.RECEIVED, text=asker.question, at=lead.received_at),
        LeadEvent(lead=lead, kind=kind.CONFIRMED, at=lead.confirmed_at or lead.received_at),
    ]
    if lead.answered_at:
        text = "Fijn dat je schrijft. Ik bel je morgen."
        found.append(
            LeadEvent(lead=lead, kind=kind.ANSWERED, text=text, at=lead.answered_at, by=world.leader)
        )
    if lead.referred_at and asker.partner is not None:
        name = PLACES[asker.partner].name
        found.append(
            LeadEvent(lead=lead, kind=kind.REFERRED, text=name, at=lead.referred_at, by=world.leader)
        )
    if lead.first_step_at:
        found.append(
            LeadEvent(lead=lead, kind=kind.STAGE, text=asker.step, at=lead.first_step_at, by=world.leader)
        )
    if lead.closed_at:
        found.append(
            LeadEvent(lead=lead, kind=kind.STAGE, text=asker.because, at=lead.closed_at, by=world.leader)
        )
    return found


def _held(world: World, card: BusinessCard) -> None:
    Lead.objects.create(
        network=world.network,
        source=Source.CARD,
        card=card,
        brought_by=card.person,
        name="Growth Team",
        email="deal@best-leads.example",
        question="Koop 10.000 adressen op https://best-leads.example en https://meer-leads.example",
        consent_text=CONSENT,
        consent_at=at(day(1)),
        received_at=at(day(1)),
        held_at=at(day(1)),
        suspicion="er staan links in",
    )


def _hall(world: World) -> None:
    """The next podium has a card; at the last one the hall said that it was there and what it thought."""
    podia = Podium.objects.filter(network=world.network)
    for podium in podia.agreed().filter(date__gte=clock.today()).order_by("date", "pk")[:1]:
        BusinessCard.objects.create(network=world.network, podium=podium, code="pdm2345")
    last = podia.done().order_by("-date", "-pk").first()
    if last is None:
        return
    card = BusinessCard.objects.create(network=world.network, podium=last)
    number = min(last.counted, 24)
    AudienceCheckIn.objects.bulk_create(
        AudienceCheckIn(card=card, token=f"demo{n}", is_entrepreneur=True, at=at(last.date, 19))
        for n in range(number)
    )
    podia.filter(pk=last.pk).update(checked_in=number)
    lines = (
        "Gewoon beginnen met één team.",
        "Ook wat misging kwam op tafel.",
        "Morgen vraag ik het mijn mensen.",
    )
    plans = list(Plan.values)
    AudienceFeedback.objects.bulk_create(
        AudienceFeedback(
            card=card,
            token=f"demo{n}",
            useful=(5, 4, 4, 3, 5)[n % 5],
            plan=plans[n % 4],
            line=lines[n] if n < len(lines) else "",
            at=at(last.date, 20),
        )
        for n in range(min(number, 14))
    )
