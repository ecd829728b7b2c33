"""Making the demonstration networks: rows in bulk, then the chase itself over the last nine weeks.

A network that is already there is left alone, so that a second run changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.utils import translation
from django.utils.text import slugify
from simple_history.utils import bulk_create_with_history

from ambassadors.actions import printing
from ambassadors.commitment import anniversary
from ambassadors.models import (
    Appointment,
    AppointmentRound,
    ContactMoment,
    Employment,
    HonoraryMembership,
    Person,
    Term,
)
from config.demonstration.cast import ROLES_IN_ENGLISH, Figure
from config.demonstration.portraits import portrait
from config.demonstration.stage import Contact, Fan, Occasion, Request
from events.actions import chasing
from events.models import ChaseStep, Podium, PodiumRequest
from network import clock
from network.models import (
    Company,
    FanContact,
    FanOrganisation,
    Message,
    Network,
    NetworkHost,
    Role,
    RoleKind,
    User,
)


def day(days_ago: int) -> date:
    """That many days ago, or ahead when negative."""
    return clock.today() - timedelta(days=days_ago)


def working_day(days_ago: int) -> date:
    """The same, but not in a weekend: earlier when it lies behind us, later when it lies ahead."""
    on = day(days_ago)
    while on.weekday() > 4:
        on += timedelta(days=1 if days_ago < 0 else -1)
    return on


def at(on: date, hour: int = 10) -> datetime:
    return clock.moment(on, time(hour, 15))


def ceremonies(*ago: tuple[int, int]) -> list[date]:
    """Working days so many years and days ago, or just before."""
    found = []
    for years, days in ago:
        on = anniversary(day(days), -years)
        found.append(on - timedelta(days=max(0, on.weekday() - 4)))
    return found


@dataclass
class World:
    """One network in the making, with its people, fans and accounts by key."""

    network: Network
    mail_domain: str
    people: dict[str, Person] = field(default_factory=dict)
    fans: dict[str, FanOrganisation] = field(default_factory=dict)
    leader: User = field(init=False)  # the first of the accounts


def keep(rows: Iterable[models.Model], model: type[models.Model]) -> list:
    """Rows in one go, each with the first line of its history."""
    return bulk_create_with_history(list(rows), model, default_change_reason="demo")


def keep_one(row: models.Model, **moments: datetime) -> None:
    """One row, with moments that the database would otherwise set to now."""
    keep([row], type(row))
    type(row)._base_manager.filter(pk=row.pk).update(**moments)


def start(network: Network, *, hosts: Sequence[str], mail_domain: str) -> World:
    """The network with its host names; the first is used in links. One that another network has is left to it."""
    network.save()
    taken = set(NetworkHost.objects.filter(host__in=hosts).values_list("host", flat=True))
    NetworkHost.objects.bulk_create(
        NetworkHost(network=network, host=host, is_primary=host == hosts[0])
        for host in hosts
        if host not in taken
    )
    return World(network, mail_domain)


def add_accounts(world: World, roles: Sequence[tuple[RoleKind, str, str]]) -> None:
    """Accounts with a role: kind, name and first part of the address. The first leader is the relations' owner."""
    for kind, name, mail in roles:
        user = User.objects.create_user(f"{mail}@{world.mail_domain}", name=name)
        Role.objects.create(network=world.network, user=user, kind=kind, name=name)
        if kind == RoleKind.LEADER and not hasattr(world, "leader"):
            world.leader = user


def add_fans(world: World, fans: Sequence[Fan], *, with_account: str) -> None:
    """`with_account` is the fan whose contact person can sign in; the others claim their place later."""
    rows = [
        FanOrganisation(
            network=world.network,
            name=fan.name,
            slug=slugify(fan.name),
            kind=fan.kind,
            region=fan.region,
            place=fan.place,
            members_reached=fan.members,
            description=fan.description,
            relationship_owner=world.leader,
        )
        for fan in fans
    ]
    world.fans = dict(zip((fan.key for fan in fans), keep(rows, FanOrganisation), strict=True))
    contacts = []
    for fan in fans:
        name, role, mail = fan.contact
        email = f"{mail}@{slugify(fan.name)}.example"
        user = User.objects.create_user(email, name=name) if fan.key == with_account else None
        contacts.append(
            FanContact(fan=world.fans[fan.key], user=user, name=name, email=email, role=role, start=day(1100))
        )
    keep(contacts, FanContact)


def add_people(world: World, figures: Sequence[Figure], *, with_account: bool) -> None:
    companies = keep(
        [
            Company(
                network=world.network,
                name=figure.company,
                sector=figure.sector,
                employees=figure.employees,
                place=figure.place,
                region=figure.region,
            )
            for figure in figures
        ],
        Company,
    )
    saved = keep([_person(world, figure, with_account=with_account) for figure in figures], Person)
    keep(
        [
            Employment(
                person=person,
                company=company,
                role=figure.role,
                role_en=ROLES_IN_ENGLISH.get(figure.role, ""),
            )
            for person, company, figure in zip(saved, companies, figures, strict=True)
        ],
        Employment,
    )
    world.people |= {figure.key: person for figure, person in zip(figures, saved, strict=True)}


def _person(world: World, figure: Figure, *, with_account: bool) -> Person:
    first, infix, last = figure.name
    full_name = " ".join(filter(None, figure.name))
    email = f"{slugify(first)}@{slugify(figure.company)}.example"
    person = Person(
        network=world.network,
        user=User.objects.create_user(email, name=full_name) if with_account else None,
        first_name=first,
        infix=infix,
        last_name=last,
        slug=slugify(full_name),
        email=email,
        phase=figure.phase,
        profile_type=figure.profile,
        second_profile_type=figure.second,
        themes=list(figure.themes),
        liked_kinds=[str(kind) for kind in figure.likes],
        travel_area=figure.travels,
        spoken_languages=list(figure.speaks),
        biography=figure.biography,
        quote=figure.quote,
        portrait_alt=f"Getekend portret van {full_name}",
        focal_y=42,
        publication_consent_at=at(day(150)) if figure.public else None,
    )
    person.portrait.save(f"{person.slug}.jpg", ContentFile(portrait(figure.looks)), save=False)
    return person


def add_honorary(world: World, keys: Sequence[str], since: date) -> None:
    keep([HonoraryMembership(person=world.people[key], start=since) for key in keys], HonoraryMembership)


def add_podia(world: World, occasions: Sequence[Occasion]) -> None:
    rows = []
    for o in occasions:
        on = working_day(o.days)
        rows.append(
            Podium(
                network=world.network,
                kind=o.kind,
                status=o.status,
                title=o.title,
                date=on,
                start_time=time.fromisoformat(o.at[0]) if o.at else None,
                end_time=time.fromisoformat(o.at[1]) if o.at else None,
                place=o.place,
                host=world.fans.get(o.fan),
                host_name=o.host,
                origin=o.origin,
                audience=o.reached,
                # Fans confirmed what was told, apart from a number in an interview.
                audience_by_host=o.reached if o.fan and o.days > 0 else None,
                expected=o.expected,
                outcome=o.outcome,
                is_private=o.private,
                is_open=o.open,
                changed_on=day(o.changed) if o.changed is not None else on + timedelta(days=1),
                # The question how it went was put on the first working day after it.
                outcome_asked_at=at(on + timedelta(days=1)) if o.status == "agreed" and o.days > 0 else None,
                logged_by=world.people[o.who[0]].user,
            )
        )
    for podium in rows:  # written down then, not when the demonstration was made
        podium._history_date = at(min(podium.changed_on, day(0)))  # type: ignore[attr-defined]
    saved = keep(rows, Podium)
    Podium.ambassadors.through.objects.bulk_create(
        Podium.ambassadors.through(podium=podium, person=world.people[key])
        for podium, occasion in zip(saved, occasions, strict=True)
        for key in occasion.who
    )


def add_contacts(world: World, contacts: Sequence[Contact]) -> None:
    keep(
        [
            ContactMoment(
                person=world.people[c.who],
                date=working_day(c.days),
                kind=c.kind,
                summary=c.summary,
                needs=c.needs,
                follow_up_on=None if c.follow_up is None else working_day(c.follow_up),
                followed_up_at=at(day(c.follow_up)) if c.followed_up and c.follow_up else None,
                by=world.leader,
            )
            for c in contacts
        ],
        ContactMoment,
    )


def add_requests(world: World, requests: Sequence[Request]) -> None:
    keep(
        [
            PodiumRequest(
                network=world.network,
                title=r.title,
                kind=r.kind,
                date=working_day(-r.days),
                place=r.place,
                region=r.region,
                theme=r.theme,
                host=world.fans.get(r.fan),
                host_name="" if r.fan else r.asked_by,
                contact_email=f"vraag@{slugify(r.asked_by)}.example",
                audience=r.audience,
                description=r.description,
            )
            for r in requests
        ],
        PodiumRequest,
    )


def add_term(world: World, key: str, start_on: date, end_on: date, **fields: object) -> Term:
    (term,) = keep([Term(person=world.people[key], start=start_on, end=end_on, **fields)], Term)
    return term


def appoint(world: World, *, year: int, on: date, place: str, terms: dict[str, Term]) -> None:
    """A round that lies behind us, with a plaque number for each of its terms."""
    network = world.network
    appointed = AppointmentRound.objects.create(
        network=network,
        year=year,
        ceremony_on=on,
        place=place,
        official_name=network.official_name,
        official_title=network.official_title,
        official_title_en=network.official_title_en,
        official_signature=network.official_signature.name,
        appointed_at=at(on - timedelta(days=14)),
        appointed_by=world.leader,
    )
    appointed.chosen.set(world.people[key] for key in terms)
    rows = []
    for number, (key, term) in enumerate(terms.items(), 1):
        person = world.people[key]
        company = person.employments.select_related("company").get().company
        rows.append(
            Appointment(
                round=appointed,
                person=person,
                term=term,
                serial_number=f"{network.serial_prefix}-{year}-{number:03}",
                name=person.full_name,
                company=company.name,
                place=company.place,
            )
        )
    keep(rows, Appointment)
    printing.order(round=appointed, by=world.leader)  # made as soon as the worker is there


def let_the_chase_run(world: World, *, days: int) -> None:
    """The nightly run of every one of the last days, up to yesterday. What it mailed counts as sent.

    The run of today is left to the clock, so that there is something to preview.
    """
    with translation.override(settings.LANGUAGE_CODE):
        for days_ago in range(days, 0, -1):
            chasing.run(world.network, on=day(days_ago))
    today = clock.today()
    steps = ChaseStep.objects.filter(person__network=world.network, planned_for__lt=today).exclude(
        message=None
    )
    for step in steps.select_related("message"):
        assert step.message is not None
        Message.objects.filter(pk=step.message.pk).update(
            state=Message.State.SENT,
            created_at=at(step.decided_on, 4),
            sent_at=at(step.planned_for),
            attempts=1,
            message_id=f"<demo-{step.message_id}@{world.mail_domain}>",
        )


def make_uncertain(world: World, key: str) -> None:
    """The last mail to somebody was being handed over when the line went dead."""
    message = Message.objects.filter(
        network=world.network, recipient=world.people[key].email, state=Message.State.SENT
    ).first()
    if message:
        Message.objects.filter(pk=message.pk).update(
            state=Message.State.UNCERTAIN,
            handing_at=message.sent_at,
            sent_at=None,
            last_error="De server antwoordde niet meer nadat hij de mail had aangenomen.",
        )


def build() -> list[Network]:
    """The networks that were made now; none when both are there."""
    from config.demonstration import brabant, pioniers

    made = []
    for module in (pioniers, brabant):
        if not Network.objects.filter(slug=module.SLUG).exists():
            with transaction.atomic():
                made.append(module.make())
    return made
