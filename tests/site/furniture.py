"""One of everything in the larger rooms of a world: the knowledge bank, a candidate, a ceremony.

`put` keeps what it is given; `mark` stands in what everybody may read, `private` in what they may not.
"""

from datetime import date, time, timedelta
from typing import Any

from django.utils import timezone

from ambassadors.models import (
    ApartPair,
    AppointmentRound,
    Assessment,
    Buddy,
    Ceremony,
    CeremonyItem,
    CeremonyPhoto,
    CeremonyText,
    ClubTask,
    Consent,
    ConsentText,
    Criterion,
    Expectation,
    Guest,
    HonoraryOccasion,
    Invitation,
    Nomination,
    NominationStep,
    Parting,
    Pearl,
    Person,
    PlaqueProof,
    RoundRules,
    Spotlight,
    Voice,
)
from knowledgebank.models import (
    Collection,
    Fact,
    FilledForm,
    FillInForm,
    FormGroup,
    FormQuestion,
    Link,
    Scan,
    ScanAdvice,
    ScanAnswer,
    ScanDimension,
    ScanQuestion,
    ScanTaking,
    Story,
    StoryVersion,
    Synonyms,
    Theme,
    Tool,
    ToolDownload,
    ToolRemark,
    ToolStep,
)
from network.models import Network, User

# For its own ambassador, whoever has the secret link to it, and whoever runs this network.
DRAFT = "NOGNIETAF"


def write_down(put: Any, network: Network, person: Person, mark: str, private: str) -> None:
    """One of everything in the knowledge bank: what is online says `mark`, what is not says `private`."""
    today, now, low = timezone.localdate(), timezone.now(), mark.lower()
    theme = put(Theme(network=network, name=f"Thema {mark}", slug=f"thema-{low}"))
    tool = put(
        Tool(network=network, slug=f"kaart-{low}", title=f"Kaart {mark}", summary=mark, theme=theme,
             published_on=today)
    )  # fmt: skip
    scan = put(Scan(network=network, slug=f"scan-{low}", title=f"Scan {mark}", published_on=today))
    side = put(ScanDimension(scan=scan, position=1, name=f"Kant {mark}"))
    asked = put(ScanQuestion(scan=scan, position=1, text=f"Vraag {mark}", dimension=side))
    put(ScanAnswer(question=asked, position=1, text=f"Antwoord {mark}", points=1))
    put(ScanAdvice(scan=scan, title=f"Advies {mark}"))
    put(ScanTaking(scan=scan, public_id=f"uitslag-{low}"[:24], answers={}, total=0, by_dimension={}))
    put(ToolStep(tool=tool, position=1, title=f"Stap {mark}", minutes=15))
    put(ToolDownload(tool=tool, title=f"Schema {mark}", file="downloads/er-is-niets.pdf"))
    put(ToolRemark(tool=tool, name=f"Lezer {private}", text=private))
    story = put(Story(network=network, person=person, slug=f"verhaal-{low}", theme=theme))
    StoryVersion.objects.create(
        story=story, number=1, title=f"Verhaal {mark}", approved_at=now, approved_via="mijn", publish_on=today
    )
    put(StoryVersion(story=story, number=2, title=f"Concept {DRAFT}", body=DRAFT))
    sheet = put(FillInForm(tool=tool, title=f"Vel {mark}", party_label="jouw club"))
    put(FormQuestion(form=sheet, position=1, label=f"Vraag {mark}"))
    key = f"{low}-{network.pk}"
    group = put(
        FormGroup(form=sheet, name=f"Groep {DRAFT}", view_token=f"zien-{key}", fill_token=f"vul-{key}")
    )
    put(FilledForm(group=group, party=f"Partij {DRAFT}", token=f"vel-{key}"))
    fact = put(Fact(network=network, figure="75 %", statement=mark, source=f"Bron {mark}", checked_on=today))
    put(Synonyms(network=network, words=f"zoekwoord {private}, {private}"))
    link = put(Link(network=network, title=f"Plek {mark}", url="https://example.org/"))
    collection = put(Collection(network=network, slug=f"samen-{low}", title=f"Samen {mark}"))
    collection.stories.add(story)
    collection.tools.add(tool)
    collection.facts.add(fact)
    collection.links.add(link)


def furnish_candidate(
    put: Any,
    network: Network,
    person: Person,
    round_: AppointmentRound,
    leader: User,
    mark: str,
    private: str,
) -> None:
    """A candidate who was judged, chosen and invited, with a private word at every step."""
    today = timezone.localdate()
    nomination = put(
        Nomination(
            network=network,
            round=round_,
            person=person,
            public_id=f"kandidaat-{person.pk}",
            status="suitable",
            selected_at=timezone.now(),
            told_at=timezone.now(),
        )
    )
    put(Voice(nomination=nomination, source="visitor", name=f"Voordrager {private}", why=f"verhaal {mark}"))
    put(NominationStep(nomination=nomination, kind="status", after="suitable", why=f"reden {mark}"))
    put(Criterion(network=network, name=f"criterium {mark}"))
    put(Assessment(nomination=nomination, assessor=leader, facts=private))
    text = put(ConsentText(network=network, purpose="charter", version=1, body=f"handvest {mark}"))
    put(Consent(person=person, text=text, purpose="charter", way="invitation"))
    put(
        Invitation(
            nomination=nomination,
            charter=text,
            sent_on=today,
            answer_by=today + timedelta(days=20),
            answer="talk",
            answered_at=timezone.now(),
            remark=f"opmerking {mark}",
        )
    )
    put(
        Pearl(
            network=network,
            name=f"Parel {private}",
            why=private,
            expires_on=today + timedelta(days=20),
            created_by=leader,
        )
    )
    put(RoundRules(network=network, questions=[f"vraag {mark}?"]))
    furnish_ceremony(put, person, round_, leader, mark, private)
    double = Person.objects.create(network=network, first_name="Dubbel", last_name=mark)
    put(ApartPair(network=network, first=person, second=double))


def furnish_ceremony(
    put: Any, person: Person, round_: AppointmentRound, leader: User, mark: str, private: str
) -> None:
    ceremony = put(Ceremony(round=round_, starts=time(15), ends=time(17), venue=f"Zaal {mark}"))
    put(CeremonyItem(ceremony=ceremony, at=time(15), title=f"draaiboek {private}"))
    put(
        Guest(
            ceremony=ceremony,
            name=f"Gast {mark}",
            email=f"gast.{private}@example.org".lower(),
            remark=f"dieet {private}",
        )
    )
    round_.chosen.add(person)
    put(CeremonyText(round=round_, person=person, kind="speech", language="nl", body=f"speech {private}"))
    put(PlaqueProof(round=round_, person=person, name=f"Naam {mark}"))
    network = round_.network
    put(Parting(term=person.terms.get(), wish="goodbye", wished_at=timezone.now(), wish_words=private))
    put(
        HonoraryOccasion(
            network=network,
            year=2025,
            title=f"feest {private}",
            on=date(2025, 5, 1),
            sent_at=timezone.now(),
        )
    )
    put(Expectation(network=network, words=f"verwacht {mark}"))
    put(ClubTask(network=network, title=f"taak {mark}"))
    put(Spotlight(network=network, person=person, why=f"licht {mark}", start=date(2025, 1, 1)))
    buddy = Person.objects.create(network=network, first_name="Buddy", last_name=DRAFT)
    put(Buddy(round=round_, newcomer=person, buddy=buddy))
    photo = put(CeremonyPhoto(round=round_, image="ceremonies/er-is-niets.jpg", alt=f"foto {DRAFT}"))
    photo.people.add(person)
