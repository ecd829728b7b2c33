"""Signed addresses with which somebody answers straight from a mail, without signing in."""

from django.core import signing
from django.urls import reverse
from django.utils.http import urlencode

from ambassadors.models import Person, Term
from events.actions.logging import Outcome
from events.models import Podium
from network import clock
from network.links import site_url
from network.models import Network

OUTCOME_SALT = "how did it go"
OUTCOME_DAYS = 60
NOT_NOW_SALT = "not now, but"
NOT_NOW_DAYS = 60


class Expired(Exception):
    """The link was ours, and its time is over."""


def outcome_url(podium: Podium, person: Person, choice: Outcome | str | None = None) -> str:
    """Where one person tells how one podium went, for 60 days. `choice` is only chosen beforehand."""
    token = signing.dumps([podium.pk, person.pk], salt=OUTCOME_SALT)
    query = f"?{urlencode({'keuze': str(choice)})}" if choice else ""
    return site_url(podium.network) + reverse("my_outcome_by_link", args=[token]) + query


def podium_and_person(network: Network, token: str) -> tuple[Podium, Person] | None:
    """Whom a link is about; None for anything that is not, or no longer, a link of this network."""
    try:
        podium_pk, person_pk = signing.loads(token, salt=OUTCOME_SALT, max_age=OUTCOME_DAYS * 86_400)
    except signing.SignatureExpired as error:
        raise Expired from error
    except (signing.BadSignature, ValueError, TypeError):
        return None
    podium = Podium.objects.filter(pk=podium_pk, network=network, ambassadors=person_pk).first()
    person = Person.objects.filter(pk=person_pk, network=network).first()
    if podium is None or person is None:
        return None
    podium.network = person.network = network
    return podium, person


def not_now_url(person: Person) -> str:
    """Where somebody says what does suit them, for 60 days."""
    token = signing.dumps(person.pk, salt=NOT_NOW_SALT)
    return site_url(person.network) + reverse("my_not_now_by_link", args=[token])


def person_who_answers(network: Network, token: str) -> Person | None:
    """Whose link it is; None for anything that is not, or no longer, a link of somebody in office here."""
    try:
        pk = signing.loads(token, salt=NOT_NOW_SALT, max_age=NOT_NOW_DAYS * 86_400)
    except signing.BadSignature:
        return None
    in_office = Term.objects.current(clock.today()).filter(person__network=network, person=pk)
    term = in_office.select_related("person__user").first()
    if term is None:
        return None
    term.person.network = network
    return term.person
