"""Letting a person go: a while after the last term, or when they ask for it.

The row of the person stays, without anything personal: terms, podia and the decisions of a round point at it,
and every figure must stay what it was. An appointment keeps the name on its plaque (GDPR art. 17(3)).
"""

from secrets import token_hex
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext, override

from ambassadors import models
from ambassadors.actions import declaring, printing
from network import clock
from network.actions import accounts, forgetting
from network.models import Company, ContactMessage, FanContact, MergedCompany, Message, Role, User
from network.models.pictured import SIZING
from network.privacy import Gone, Subject, erases

EMPTIED: dict[str, Any] = {
    **dict.fromkeys(
        (
            "email", "phone", "portrait", "portrait_alt", "phase", "profile_type", "second_profile_type",
            "travel_area", "biography", "quote", "calendar_token", *SIZING,
        ),
        "",
    ),
    "themes": [],
    "liked_kinds": [],
    "spoken_languages": [],
    "publication_consent_at": None,
    "photos_refused_at": None,
    "user": None,
}  # fmt: skip
ABOUT: tuple[tuple[type[Model], str], ...] = (
    (models.MotiveAnswers, "person"),
    (models.TypeTalk, "person"),
    (models.Consent, "person"),
    (models.Employment, "person"),
    (models.Spotlight, "person"),
    (models.CeremonyText, "person"),
    (models.PlaqueProof, "person"),
    (models.Nomination, "person"),
    (models.CeremonyPhoto, "people"),
)
"""Rows that go with the person, by the name of the reference."""
EMPTY: tuple[tuple[type[Model], str, tuple[str, ...]], ...] = (
    (models.ContactMoment, "person", ("summary", "needs")),
    (models.Pause, "person", ("reason",)),
    (models.PauseRequest, "person", ("reason",)),
    (models.Term, "person", ("ending",)),
    (models.Parting, "term__person", ("wish_words",)),
    (models.Voice, "person", ("why", "name", "email")),
)
"""Rows that stay without what they say."""


@erases
def forget_person(subject: Subject) -> list[Gone]:
    """What this app keeps of a person."""
    if subject.person is None:
        return []
    person = models.Person.objects.select_for_update(of=("self",)).get(pk=subject.person.pk)
    companies = _companies_of(person)
    found = [Gone(model, forgetting.remove(_rows(model, way, person))) for model, way in ABOUT]
    pairs = (
        (models.ApartPair, Q(first=person) | Q(second=person)),
        (models.Buddy, Q(newcomer=person) | Q(buddy=person)),
    )
    found += [Gone(model, forgetting.remove(model._default_manager.filter(q))) for model, q in pairs]
    found += [
        Gone(model, forgetting.blank(_rows(model, way, person), *fields), "emptied")
        for model, way, fields in EMPTY
    ]
    models.Voice.objects.filter(person=person).update(answers=[])
    models.Voice.history.filter(person=person.pk).update(answers=[])
    found.append(Gone(models.Guest, _forget_guests(models.Guest.objects.filter(person=person)), "emptied"))
    found.append(Gone(models.ClubTask, _leave_tasks(person), "emptied"))
    for scenario in models.Scenario.objects.filter(people=person):
        scenario.people.remove(person)
    if subject.on_request:
        _leave_rounds(person, subject.name)
        found.append(Gone(models.PlaqueFile, printing.anew_without(person)))
    declaring.withdraw(person)
    found.append(Gone(Company, _leave_companies(companies)))
    mails = _empty(person, on_request=subject.on_request)
    return [*found, Gone(models.Person, 1, "emptied"), Gone(Message, mails, "emptied")]


@erases
def forget_outsider(subject: Subject) -> list[Gone]:
    """Guests and visitors who put somebody forward, known by their address only."""
    if not (subject.email and subject.on_request):
        return []
    address = {"email__iexact": subject.email}
    guests = models.Guest.objects.filter(ceremony__round__network=subject.network, **address)
    voices = models.Voice.objects.filter(nomination__network=subject.network, **address)
    return [
        Gone(models.Guest, _forget_guests(guests), "emptied"),
        Gone(models.Voice, forgetting.blank(voices, "why", "name", "email", answers=[]), "emptied"),
    ]


def _rows(model: type[Model], way: str, person: models.Person) -> "QuerySet[Any]":
    return model._default_manager.filter(pk__in=model._default_manager.filter(**{way: person}).values("pk"))


def _forget_guests(guests: "QuerySet[models.Guest]") -> int:
    return forgetting.blank(guests, "name", "email", "remark", person=None)


def _leave_tasks(person: models.Person) -> int:
    taken = models.ClubTask.objects.filter(taken_by=person)
    pks = list(taken.values_list("pk", flat=True))
    models.ClubTask.history.filter(taken_by=person.pk).update(taken_by=None)
    taken.update(taken_by=None)
    return len(pks)


def _leave_rounds(person: models.Person, name: str) -> None:
    """No honorary member any more, chosen for nothing, in no running order; no double from before a merge."""
    today = clock.today()
    running = person.honorary_memberships.filter(Q(end=None) | Q(end__gt=today))
    forgetting.remove(running.filter(start__gte=today))
    for membership in running:
        membership.end = today
        membership.save(update_fields=["end"])
    for round in person.chosen_in.filter(appointed_at=None):
        round.chosen.remove(person)
    if name:
        forgetting.blank(
            models.CeremonyItem.objects.filter(ceremony__round__network=person.network, who__icontains=name),
            "who",
        )
    same = Q(first_name=person.first_name, infix=person.infix, last_name=person.last_name)
    if person.email:
        same |= Q(email__iexact=person.email)
    doubles = models.Person.history.filter(same, network=person.network_id)
    known = models.Person.objects.filter(network=person.network).values("pk")
    doubles.exclude(id__in=known).delete()


def _companies_of(person: models.Person) -> list[int]:
    return list(person.employments.values_list("company", flat=True))


def _leave_companies(pks: list[int]) -> int:
    """A company that nothing else points at was known because of this person only."""
    alone = [
        company.pk
        for company in Company.objects.filter(pk__in=pks)
        if not any(
            other.related_model._base_manager.filter(**{other.field.name: company}).exists()
            for other in Company._meta.related_objects
            if other.related_model is not MergedCompany
        )
    ]
    return forgetting.remove(Company.objects.filter(pk__in=alone)) if alone else 0


def _empty(person: models.Person, *, on_request: bool) -> int:
    """The person itself, every earlier version, account, mail and files; how many mails and messages."""
    network_id, user = person.network_id, person.user
    addresses = {person.email, user.email if user else ""} | set(
        models.Person.history.filter(id=person.pk).values_list("email", flat=True)
    )
    addresses.discard("")
    for name in forgetting.files_of(models.Person, [person.pk]):
        forgetting.drop_file(name)
    values = {**EMPTIED, "forgotten_at": timezone.now()}
    if on_request:
        with override(settings.LANGUAGE_CODE):
            last_name = gettext("name erased")
        values |= {
            "first_name": "", "infix": "", "last_name": last_name, "slug": f"{token_hex(4)}",
        }  # fmt: skip
    models.Person.objects.filter(pk=person.pk).update(**values)
    forgetting.forget_history(models.Person, [person.pk])
    forgetting.forget_traces(models.Person, [person.pk])
    mails = forgetting.forget_addresses(network_id, addresses)
    letters = ContactMessage.objects.filter(network=network_id, for_person=person.pk)
    forgetting.remove(letters) if on_request else letters.update(for_name="")
    if user is not None:
        leave_account(user)
    return mails


def leave_account(user: User) -> None:
    """The account goes when nothing is left that it opens. A judgement of others stays, by an account with
    no name or address that nobody can use.
    """
    places = (
        Role.objects.filter(user=user),
        models.Person.objects.filter(user=user),
        FanContact.objects.filter(user=user),
    )
    if user.is_superuser or any(found.exists() for found in places):
        return
    accounts.end_all_sessions(user)
    if not models.Assessment.objects.filter(assessor=user).exists():
        forgetting.remove(User.objects.filter(pk=user.pk))
        return
    Authenticator.objects.filter(user=user).delete()
    EmailAddress.objects.filter(user=user).delete()
    user.set_unusable_password()
    user.email, user.name, user.is_active = f"{token_hex(8)}@erased.invalid", "", False
    user.save(update_fields=["password", "email", "name", "is_active"])


# --- A candidate who never became more --------------------------------------------------------------------


def remove_candidacies(rows: "QuerySet[models.Nomination]") -> None:
    """The nominations, and the people of whom nothing else is known."""
    with transaction.atomic():
        pks = list(rows.values_list("person", flat=True))
        forgetting.remove(rows)
        for person in models.Person.objects.filter(pk__in=pks).select_related("user"):
            if not is_more_than_candidate(person):
                _remove(person)


def is_more_than_candidate(person: models.Person) -> bool:
    return any(
        found.exists()
        for found in (
            person.nominations, person.terms, person.appointments, person.honorary_memberships,
            person.podia, person.stories, person.offers, person.contact_moments, person.voices,
        )
    )  # fmt: skip


def _remove(person: models.Person) -> None:
    """Row, account and mail: of a candidate nothing stays."""
    user, addresses, companies = person.user, {person.email} - {""}, _companies_of(person)
    declaring.withdraw(person)
    _forget_guests(models.Guest.objects.filter(person=person))
    forgetting.remove(models.Person.objects.filter(pk=person.pk))
    _leave_companies(companies)
    forgetting.forget_addresses(person.network_id, addresses)
    if user is not None:
        leave_account(user)
