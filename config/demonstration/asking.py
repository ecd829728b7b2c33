"""From question to stage: who asked, who was asked, what they prepare together, and one hall counted twice."""

from dataclasses import dataclass
from datetime import time, timedelta

from django.utils import timezone

from ambassadors.models import PodiumKind
from config.demonstration.build import World, at, day, keep, keep_one, working_day
from events.actions.preparing import usual_things
from events.models import (
    ChecklistItem,
    FileNote,
    HostSays,
    Offer,
    OfferState,
    Podium,
    PodiumFile,
    PodiumOrigin,
    PodiumRequest,
    PodiumStatus,
    RequestState,
    Side,
)


def add_the_way_to_a_podium(world: World) -> None:
    _people_behind_the_requests(world)
    _offers(world)
    _held_and_closed(world)
    for agreed in AGREED:
        _agree(world, agreed)
    _counted_twice(world)


def _request(world: World, title: str) -> PodiumRequest:
    return PodiumRequest.objects.get(network=world.network, title=title)


def _people_behind_the_requests(world: World) -> None:
    for title, contact, sector, days_ago, due, owner in (
        ("Spreker voor de nieuwjaarsbijeenkomst", "Bas van Laar", "bouw", 1, -2, None),
        ("Gastles voor derdejaars", "Nynke Postma", "onderwijs", 9, 6, world.leader),
        ("Wie ontvangt onze afdeling?", "Sander Kamps", "overheid", 4, 1, world.leader),
        ("Stand op de vakbeurs", "Jorrit Leferink", "industrie", 2, -1, None),
    ):
        request = _request(world, title)
        request.contact_name, request.sector, request.owner = contact, sector, owner
        request.due_on = day(due)
        request.save(update_fields=["contact_name", "sector", "owner", "due_on"])
        PodiumRequest.objects.filter(pk=request.pk).update(asked_at=at(working_day(days_ago), 9))
    speaker = _request(world, "Spreker voor de nieuwjaarsbijeenkomst")
    speaker.start_time, speaker.end_time = time(16), time(18)
    speaker.preferred = world.people["bram"]
    speaker.save(update_fields=["start_time", "end_time", "preferred"])


def _offers(world: World) -> None:
    """One waits, one is silent though reminded, one would rather come later; and somebody raised a hand."""
    lesson = _request(world, "Gastles voor derdejaars")
    rows = [
        ("marleen", OfferState.ASKED, "Ze willen vooral horen wat er misging. Dat kun jij.", "", 3, False),
        ("jeroen", OfferState.ASKED, "", "", 9, True),
        (
            "chidi",
            OfferState.NOT_NOW,
            "",
            "Liever na de zomer: dan neem ik een monteur van twintig mee.",
            9,
            False,
        ),
    ]
    for key, state, words, answer, days_ago, silent in rows:
        asked_on = day(days_ago)
        offer = Offer(
            request=lesson,
            person=world.people[key],
            state=state,
            words=words,
            offered_by=world.leader,
            answer_before=asked_on + timedelta(days=7),
            reminded_at=at(asked_on + timedelta(days=4)) if silent else None,
            escalated_at=at(asked_on + timedelta(days=7), 4) if silent else None,
            answered_at=at(asked_on + timedelta(days=1)) if state != OfferState.ASKED else None,
            answer=answer,
        )
        keep_one(offer, offered_at=at(asked_on))
    visit = _request(world, "Wie ontvangt onze afdeling?")
    assert visit.date is not None
    (idea,) = keep(
        [
            Podium(
                network=world.network,
                kind=visit.kind,
                status=PodiumStatus.IDEA,
                title=visit.title,
                date=visit.date,
                place=visit.place,
                host_name=visit.host_name,
                origin=PodiumOrigin.REQUEST,
                request=visit,
                expected=visit.audience,
                changed_on=day(2),
                logged_by=world.people["yusuf"].user,
            )
        ],
        Podium,
    )
    idea.ambassadors.set([world.people["yusuf"]])


def _held_and_closed(world: World) -> None:
    held = PodiumRequest(
        network=world.network,
        state=RequestState.HELD,
        kind=PodiumKind.PRESENTATION,
        host_name="Speaker Growth Agency",
        contact_name="Dana",
        contact_email="dana@speaker-growth.example",
        description="We have 500 speakers! See http://speaker-growth.example and www.more.example today.",
        suspicion="er staan links in",
        due_on=day(-3),
    )
    keep_one(held, asked_at=at(day(1), 3))
    past = PodiumRequest(
        network=world.network,
        state=RequestState.DECLINED,
        title="Braderie met een podiumwagen",
        kind=PodiumKind.FAIR,
        date=working_day(30),
        place="Raalte",
        host_name="Winkelkring Salland",
        contact_name="Ank Bosch",
        contact_email="ank@winkelkring-salland.example",
        description="Tussen de kramen een kwartier op de wagen.",
        owner=world.leader,
        due_on=day(52),
        answered_at=at(day(53)),
        closed_at=at(day(50)),
        closed_by=world.leader,
    )
    keep_one(past, asked_at=at(day(55)))


@dataclass(frozen=True)
class Agreed:
    """What host and speaker prepare together for one podium that is agreed."""

    title: str
    who: str  # key of the ambassador
    contact: tuple[str, str, str]  # name, address, telephone
    question: str
    briefing: str
    technique: str
    ticked: int  # things of the list that are done
    notes: tuple[tuple[Side, str, str, int], ...]  # side, name, words, days ago
    goal: str = ""
    route: str = ""


AGREED = (
    Agreed(
        "Een fabriek zonder chefs",
        "yusuf",
        contact=("Yvonne Kamphuis", "yvonne@cleantech-regio.example", "06 0000 0012"),
        question="Twintig ondernemers met een productiebedrijf. Ze willen zien hoe een ploeg zichzelf stuurt.",
        goal="Dat ieder één ding opschrijft dat maandag anders gaat.",
        briefing="14.00 inloop, 14.15 rondgang in twee groepen, 15.30 gesprek aan de lange tafel.",
        technique="Geen scherm; veiligheidsschoenen staan klaar in maat 38 tot 46.",
        route="Vanaf de A1 afslag 24. Parkeren achter de hal, bezoekers melden zich bij de poort.",
        ticked=2,
        notes=(
            (
                Side.HOST,
                "Yvonne Kamphuis",
                "We komen met achttien mensen. Mag er een foto gemaakt worden?",
                5,
            ),
            (Side.AMBASSADOR, "Yusuf Demir", "Foto's graag, alleen niet bij lijn 3. Ik regel koffie.", 4),
        ),
    ),
    Agreed(
        "Ondernemersontbijt: plannen zonder planner",
        "marleen",
        contact=("Karin Veldhuis", "karin@ondernemershuis-vechtdal.example", "06 0000 0031"),
        question="Zestig leden aan het ontbijt, veel zorg en detailhandel. Graag een eerlijk verhaal.",
        briefing="07.30 ontbijt, 08.00 jouw verhaal, twintig minuten, daarna gesprek aan tafels.",
        technique="Scherm en microfoon zijn er.",
        ticked=1,
        notes=((Side.HOST, "Karin Veldhuis", "Fijn dat je komt! Neem je een planner van vroeger mee?", 3),),
    ),
)


def _agree(world: World, agreed: Agreed) -> None:
    """The podium that is there came from a question and an offer."""
    name, email, _phone = agreed.contact
    podium = Podium.objects.get(network=world.network, title=agreed.title, status=PodiumStatus.AGREED)
    asked_on = podium.changed_on - timedelta(days=6)
    request = PodiumRequest(
        network=world.network,
        state=RequestState.AGREED,
        title=agreed.title,
        kind=podium.kind,
        date=podium.date,
        start_time=podium.start_time,
        end_time=podium.end_time,
        place=podium.place,
        host=podium.host,
        contact_name=name,
        contact_email=email,
        audience=podium.expected,
        description=agreed.question,
        owner=world.leader,
        due_on=asked_on + timedelta(days=3),
        answered_at=at(podium.changed_on),
        closed_at=at(podium.changed_on),
    )
    keep_one(request, asked_at=at(asked_on))
    offer = Offer(
        request=request,
        person=world.people[agreed.who],
        state=OfferState.ACCEPTED,
        offered_by=world.leader,
        answer_before=asked_on + timedelta(days=8),
        answered_at=at(podium.changed_on),
    )
    keep_one(offer, offered_at=at(asked_on + timedelta(days=1)))
    Podium.objects.filter(pk=podium.pk).update(request=request, origin=PodiumOrigin.REQUEST)
    _prepare(podium, agreed)


def _prepare(podium: Podium, agreed: Agreed) -> None:
    """The file of the podium, its list, and what they wrote each other."""
    name, email, phone = agreed.contact
    (file,) = keep(
        [
            PodiumFile(
                podium=podium,
                public=agreed.question,
                goal=agreed.goal,
                briefing=agreed.briefing,
                technique=agreed.technique,
                route=agreed.route,
                contact=f"{name}, {phone}",
                host_email=email,
                host_name=name,
            )
        ],
        PodiumFile,
    )
    ChecklistItem.objects.bulk_create(
        ChecklistItem(
            file=file,
            side=side,
            text=text,
            done_at=at(day(4)) if number < agreed.ticked else None,
            done_by=side if number < agreed.ticked else "",
        )
        for number, (side, text) in enumerate(usual_things())
    )
    for side, who, text, days_ago in agreed.notes:
        note = FileNote.objects.create(file=file, side=side, name=who, text=text)
        FileNote.objects.filter(pk=note.pk).update(written_at=at(day(days_ago), 16))


def _counted_twice(world: World) -> None:
    """The speaker counted the chairs, the host the coats: the leader settles which number counts."""
    podium = Podium.objects.get(network=world.network, title="De vrijdag waarop niets lukte")
    Podium.objects.filter(pk=podium.pk).update(audience=48, expected=50)
    keep(
        [
            PodiumFile(
                podium=podium,
                host_email="karin@ondernemershuis-vechtdal.example",
                host_name="Karin Veldhuis",
                host_says=HostSays.HAPPENED,
                host_words="Warme avond; er kwamen wel minder mensen dan er stoelen stonden.",
                host_answered_at=timezone.now() - timedelta(days=19),
                host_asked_for=podium.date,
            )
        ],
        PodiumFile,
    )
