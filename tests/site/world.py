"""Two networks with one of everything, each text marked, so that whatever leaks can be seen."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.contrib.admin.sites import site
from django.db.models import Model
from django.test import Client
from django.utils import timezone

from ambassadors.models import (
    Appointment,
    AppointmentRound,
    Audience,
    AudienceGap,
    ContactMoment,
    DeclarationRules,
    Employment,
    HonoraryMembership,
    MotiveAnswers,
    Pause,
    PauseRequest,
    Person,
    Scenario,
    Term,
    TypeTalk,
)
from events.actions import receiving_leads
from events.models import (
    BusinessCard,
    ChaseStep,
    ChecklistItem,
    Contribution,
    FanCalendar,
    FanMeeting,
    FileNote,
    Lead,
    LeadCheckIn,
    MatchingWeight,
    Newsletter,
    Offer,
    Podium,
    PodiumDraft,
    PodiumFile,
    PodiumRequest,
    Referral,
    ReferralPartner,
    Subscription,
)
from knowledgebank.models import (
    Page,
)
from network.actions import reporting, signing_in
from network.models import (
    BudgetLine,
    Company,
    ContactMessage,
    Erasure,
    FanContact,
    FanOrganisation,
    MergedCompany,
    Message,
    MessageText,
    Network,
    NetworkHost,
    QuietPeriod,
    Report,
    RetentionTerms,
    Role,
    RoleKind,
    Target,
    User,
)
from tests.conftest import client_for, user_with_role
from tests.site.furniture import furnish_candidate, write_down

FOREIGN = "BUITENSTAANDER"  # in every text of the other network: nobody here ever sees it
LEADERS = "LEIDERSNOTITIE"  # for whoever runs this network
OTHERS = "ANDERMANS"  # of another ambassador of this network, for them and whoever runs it


@dataclass
class Place:
    """A network and one of each of its things, by model."""

    network: Network
    things: dict[type[Model], Model] = field(default_factory=dict)

    def __getitem__(self, model: type[Model]) -> Any:
        return self.things[model]


@dataclass
class World:
    here: Place
    there: Place
    other: Place  # what is another ambassador's, in the network of here
    users: dict[str, User | None]

    def client(self, role: str) -> Client:
        return client_for(self.users[role], self.here.network)


def person_of(network: Network, mark: str, *, term: bool = True, private: str = "") -> Person:
    number = Person.objects.count()
    user = User.objects.create_user(f"{mark}{number}@example.org", name=f"Iemand {mark}")
    person = Person.objects.create(
        network=network,
        user=user,
        first_name="Iemand",
        last_name=f"{mark} {number}",
        email=user.email,
        phone=f"06 {private or mark}",
        biography=f"Ik ben {mark}",
        publication_consent_at=timezone.now(),
        calendar_token=f"{mark}-{number}-een-lange-sleutel",
    )
    if term:
        Term.objects.create(person=person, start=date(2025, 4, 1), end=date(2028, 4, 1))
    return person


def furnish(network: Network, person: Person, leader: User, mark: str, private: str) -> Place:
    """One of everything, around one ambassador."""
    today = timezone.localdate()
    place = Place(network, {Network: network, Person: person, User: leader})

    def put(thing: Model) -> Any:
        thing.save()
        place.things[type(thing)] = thing
        return thing

    place.things[Term] = person.terms.first()
    company = put(Company(network=network, name=f"Bedrijf {mark}", place=f"Dorp {mark}"))
    branch = f"Filiaal {mark}"
    put(MergedCompany(company=company, name=branch, values={"name": branch, "network": str(network.pk)}))
    put(Employment(person=person, company=company, role=f"directeur {mark}"))
    fan = put(FanOrganisation(network=network, name=f"Fan {mark}", notes=f"notitie {private}"))
    put(FanContact(fan=fan, name=f"Contact {mark}", email=f"contact.{mark}@example.org".lower()))
    calendar = put(FanCalendar(fan=fan, address=f"https://agenda.example/{mark}.ics".lower()))
    evening = timezone.now() + timedelta(days=9)
    put(FanMeeting(calendar=calendar, uid=mark, starts=evening, ends=evening, title=f"avond {private}"))
    put(
        ContactMoment(
            person=person, date=today, summary=f"samenspraak {private}", needs=f"nood {private}", by=leader
        )
    )
    put(Pause(person=person, start=today - timedelta(days=400), end=today - timedelta(days=390), reason=mark))
    put(PauseRequest(person=person, start=today + timedelta(days=30), reason=f"reden {mark}"))
    put(HonoraryMembership(person=person, start=date(2030, 1, 1)))
    put(Contribution(person=person, date=today, title=f"bijdrage {mark}", notes=mark))
    request = put(
        PodiumRequest(
            network=network,
            title=f"aanvraag {mark}",
            kind="workshop",
            date=today + timedelta(days=40),
            contact_email=f"vraag.{private}@example.org".lower(),
        )
    )
    podium = put(
        Podium(
            network=network,
            kind="workshop",
            status="agreed",
            title=f"podium {mark}",
            date=today - timedelta(days=3),
            host=fan,
            notes=f"aantekening {mark}",
            is_private=True,
            request=request,
        )
    )
    podium.ambassadors.add(person)
    put(Offer(request=request, person=person, words=f"vraag aan {mark}", answer_before=today))
    # An agreed podium that visitors may see, with its file.
    public = Podium.objects.create(
        network=network, kind="panel", status="agreed", title=f"openbaar {mark}", host=fan,
        date=today + timedelta(days=20),
    )  # fmt: skip
    public.ambassadors.add(person)
    file = put(PodiumFile(podium=public, goal=f"doel {mark}", host_email=f"h.{private}@example.org".lower()))
    put(ChecklistItem(file=file, side="host", text=f"taak {mark}"))
    put(FileNote(file=file, side="leader", name=mark, text=f"bericht {mark}"))
    put(MatchingWeight(network=network, name="nearby", weight=5))
    put(BusinessCard(network=network, podium=podium))  # of a podium; the ambassador's own comes last
    put(BusinessCard(network=network, person=person))
    put(ReferralPartner(network=network, kind="fan", name=f"verwijsplek {private}", fan=fan))
    lead = put(
        Lead(
            network=network,
            card=place[BusinessCard],
            brought_by=person,
            podium=podium,
            name=f"lead {private}",
            email=f"lead.{private}@example.org".lower(),
            company_name=f"leadbedrijf {private}",
            company=company,
            question=f"vraag {private}",
            owner=leader,
        )
    )
    put(Referral(lead=lead, partner=place[ReferralPartner], by=leader))
    # Somebody who reads their own details by a link from the mail: the address is the key.
    outsider = Lead.objects.create(
        network=network,
        card=place[BusinessCard],
        name=f"zelf {mark}",
        email=f"zelf.{mark}@example.org".lower(),
        token_hash=receiving_leads.hash_of(lead_token(network)),
        token_until=timezone.now() + timedelta(hours=40),
    )
    put(LeadCheckIn(lead=outsider, months=3))
    put(PodiumDraft(person=person, token=f"t{person.pk}", values={"title": [f"concept {mark}"]}))
    put(
        ChaseStep(
            person=person,
            year_start=date(2026, 4, 1),
            year_end=date(2027, 4, 1),
            missing=1,
            kind="call",
            decided_on=today,
            planned_for=today,
            reason=f"waarom {private}",
        )
    )
    round_ = put(
        AppointmentRound(network=network, year=2025, ceremony_on=date(2025, 4, 1), place=f"Zaal {mark}")
    )
    put(
        Appointment(
            round=round_,
            person=person,
            term=place[Term],
            serial_number=f"{network.slug}-2025-01",
            name=f"Naam {mark}",
            company=f"Bedrijf {mark}",
        )
    )
    furnish_candidate(put, network, person, round_, leader, mark, private)
    put(
        ContactMessage(
            network=network,
            name=mark,
            email="a@example.org",
            subject=f"vraag {private}",
            body=private,
            state="held",
        )
    )
    put(
        Message(
            network=network,
            kind="role_given",
            key=f"role_given:{mark}",
            recipient=f"{mark}@example.org".lower(),
            subject=f"onderwerp {private}",
            words=f"tekst {private}",
            not_before=timezone.now() + timedelta(days=1),
        )
    )
    put(MessageText(network=network, kind="thanks", subject=f"tekst {private}", body=private))
    put(Page(network=network, slug="eigen", title=f"Pagina {mark}", body=mark))
    write_down(put, network, person, mark, private)
    put(Newsletter(network=network, title=f"Brief {mark}", introduction=mark, sent_at=timezone.now()))
    put(
        Subscription(
            network=network, email=f"lezer.{private}@example.org".lower(), asked_at=timezone.now(),
            consent_text="1",
        )
    )  # fmt: skip
    put(RetentionTerms(network=network))
    put(Erasure(network=network))
    put(QuietPeriod(network=network, name=f"stil {mark}", start=date(2026, 1, 1), end=date(2026, 1, 8)))
    put(Target(network=network, kind="reached", amount=450, start=date(2026, 1, 1), end=date(2027, 1, 1)))
    put(BudgetLine(network=network, name=f"post {private}", amount=1000))
    audience = put(Audience(network=network, trait="sector", source=f"bron {private}", as_of=today))
    audience.shares.create(name=f"sector {private}", weight=10)
    put(MotiveAnswers(person=person, answers={"help": 5}, filled_at=timezone.now(), version=0))
    put(TypeTalk(person=person, first="coach", talked_on=today, settled_by=leader))
    put(DeclarationRules(network=network, asks_age=True))
    put(AudienceGap(network=network, name=f"groep {private}", noted_on=today))
    put(Scenario(round=round_, name=f"keuze {private}")).people.add(person)
    drafted = reporting.draft(
        by=leader, network=network, title=f"verslag {mark}", start=date(2026, 1, 1), end=date(2027, 1, 1)
    )
    place.things[Report] = reporting.approve(drafted, by=leader)
    place.things[NetworkHost] = network.hosts.first()
    place.things[Role] = Role.objects.get(network=network, kind=RoleKind.LEADER)
    return place


def lead_token(network: Network) -> str:
    """What stands in the link with which the lead of a place confirms the address."""
    return f"sleutel-van-{network.slug}"


def build(network: Network, other_network: Network) -> World:
    other_network.name = f"Netwerk {FOREIGN}"
    other_network.save()
    leader = user_with_role(network, "leider@example.org", RoleKind.LEADER)
    foreign_leader = user_with_role(other_network, f"leider.{FOREIGN}@example.org", RoleKind.LEADER)
    ambassador = person_of(network, "Marleen")
    other = person_of(network, "Bram", private=OTHERS)
    candidate = person_of(network, "Kees", term=False)
    former = person_of(network, "Frits", term=False)
    Term.objects.create(person=former, start=date(2019, 1, 1), end=date(2022, 1, 1))
    honorary = person_of(network, "Erelid", term=False)
    Term.objects.create(person=honorary, start=date(2019, 1, 1), end=date(2022, 1, 1))
    HonoraryMembership.objects.create(person=honorary, start=date(2022, 1, 1))
    foreign = person_of(other_network, FOREIGN)
    here = furnish(network, ambassador, leader, "Marleen", LEADERS)
    there = furnish(other_network, foreign, foreign_leader, FOREIGN, FOREIGN)
    podium = Podium.objects.create(
        network=network, kind="panel", status="agreed", title=f"eigen {OTHERS}", notes=OTHERS,
        is_private=True,
        date=timezone.localdate() - timedelta(days=2),
    )  # fmt: skip
    podium.ambassadors.add(other)
    contribution = Contribution.objects.create(person=other, date=timezone.localdate(), title=OTHERS)
    place = Place(network, {Person: other, Podium: podium, Contribution: contribution})
    fan_user = User.objects.create_user("fan@example.org", name="Fan")
    FanContact.objects.filter(pk=here[FanContact].pk).update(user=fan_user)
    users: dict[str, User | None] = {
        "visitor": None,
        "ambassador": ambassador.user,
        "other_ambassador": other.user,
        "honorary": honorary.user,
        "former": former.user,
        "candidate": candidate.user,
        "fan": fan_user,
        "client": user_with_role(network, "opdrachtgever@example.org", RoleKind.CLIENT),
        "facilitator": user_with_role(network, "begeleider@example.org", RoleKind.FACILITATOR),
        "leader": leader,
        "other_leader": foreign_leader,
        "other_network_ambassador": foreign.user,
        "superuser": User.objects.create_superuser("root@example.org"),
    }
    return World(here, there, place, users)


def sign_in_link(place: Place) -> str:
    link = signing_in.one_time_link(place[Person].user, place.network)
    return link.rstrip("/").rpartition("/")[2]


def admin_models() -> list[type[Model]]:
    return list(site._registry)
