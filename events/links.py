"""Signed addresses with which somebody answers straight from a mail, without signing in."""

from typing import Any

from django.core import signing
from django.db.models import Q
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.http import urlencode

from ambassadors.models import Person, Term
from events.actions.logging import Outcome
from events.models import Offer, OfferState, Podium, PodiumFile, PodiumRequest
from network import clock
from network.links import opened, opened_in_time, site_url
from network.models import FanContact, Network

OUTCOME_SALT = "how did it go"
OUTCOME_DAYS = 60
NOT_NOW_SALT = "not now, but"
NOT_NOW_DAYS = 60


def outcome_url(podium: Podium, person: Person, choice: Outcome | str | None = None) -> str:
    """Where one person tells how one podium went, for 60 days. `choice` is only chosen beforehand."""
    token = signing.dumps([podium.pk, person.pk], salt=OUTCOME_SALT)
    query = f"?{urlencode({'keuze': str(choice)})}" if choice else ""
    return site_url(podium.network) + reverse("my_outcome_by_link", args=[token]) + query


def podium_and_person(network: Network, token: str) -> tuple[Podium, Person] | None:
    """Whom a link is about; None for anything that is not, or no longer, a link of this network.

    Raises Expired.
    """
    podium_pk, person_pk = opened(token, salt=OUTCOME_SALT, days=OUTCOME_DAYS) or (0, 0)
    podium = Podium.objects.filter(pk=podium_pk, network=network, ambassadors=person_pk).first()
    person = Person.objects.filter(pk=person_pk, network=network, forgotten_at=None).first()
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
    pk = opened_in_time(token, salt=NOT_NOW_SALT, days=NOT_NOW_DAYS)
    in_office = Term.objects.current(clock.today()).filter(person__network=network, person=pk)
    term = in_office.select_related("person__user").first()
    if term is None:
        return None
    term.person.network = network
    return term.person


# --- Requests, offers and files --------------------------------------------------------------------------

REQUEST_SALT, OFFER_SALT, FILE_SALT = "podium request", "offer of a podium", "file of a podium"
LONG_DAYS = 400
"""From the question to the podium, and the talk about it afterwards."""


def request_path(request: PodiumRequest, *, reader: str = "") -> str:
    """Where whoever asked follows and changes their request; the address is the key.

    It is made for one reader, by e-mail address: whoever asked, or who is contact person now. Handing over
    ends the links of whoever was it before.
    """
    key = [request.pk, mark_of(reader or request.contact_email)]
    return reverse("request_by_link", args=[signing.dumps(key, salt=REQUEST_SALT)])


def request_url(request: PodiumRequest) -> str:
    return site_url(request.network) + request_path(request)


def offer_url(offer: Offer, choice: str = "") -> str:
    """Where an ambassador answers, without signing in. `choice` is only chosen beforehand."""
    token = signing.dumps(offer.pk, salt=OFFER_SALT)
    query = f"?{urlencode({'keuze': choice})}" if choice else ""
    return site_url(offer.request.network) + reverse("offer_by_link", args=[token]) + query


def file_token(file: PodiumFile, *, mark: str = "") -> str:
    return signing.dumps([file.pk, mark or mark_of(file.host_email)], salt=FILE_SALT)


def file_url(file: PodiumFile, *, outcome: bool = False, mark: str = "") -> str:
    """The file of a podium for its host, or the question how it went; for one reader, as above."""
    name = "host_outcome" if outcome else "file_by_link"
    return site_url(file.podium.network) + reverse(name, args=[file_token(file, mark=mark)])


def mark_of(email: str) -> str:
    """Stands for an address in a link, and cannot be read there."""
    return salted_hmac("koploper.link", email.lower(), algorithm="sha256").hexdigest()[:20]


def request_of(network: Network, token: str) -> PodiumRequest | None:
    """With `reader_mark`: for whom this link was made."""
    pk, mark = _opened_for(token, REQUEST_SALT)
    found = PodiumRequest.objects.select_related("host", "preferred").filter(pk=pk, network=network).first()
    if found is None or not _still_reads(mark, found.contact_email, found.host_id):
        return None
    found.reader_mark = mark
    return _inside(found, network)


def offer_of(network: Network, token: str) -> Offer | None:
    """None too when somebody whose term ended was still to answer: a podium is for who is in office."""
    pk = opened_in_time(token, salt=OFFER_SALT, days=LONG_DAYS)
    found = (
        Offer.objects.select_related("request__host", "person")
        .filter(pk=pk, request__network=network, person__network=network)
        .filter(Q(state=OfferState.ACCEPTED) | Q(person__in=Person.objects.current(clock.today())))
        .first()
    )
    if found:
        _inside(found.request, network)
        _inside(found.person, network)
    return found


def file_of(network: Network, token: str) -> PodiumFile | None:
    """With `reader_mark`: for whom this link was made."""
    pk, mark = _opened_for(token, FILE_SALT)
    found = (
        PodiumFile.objects.select_related("podium__host", "podium__request")
        .filter(pk=pk, podium__network=network)
        .first()
    )
    if found is None or not _still_reads(mark, found.host_email, found.podium.host_id):
        return None
    found.reader_mark = mark
    _inside(found.podium, network)
    return found


def _still_reads(mark: str, own_email: str, fan: int | None) -> bool:
    """Whoever it was made for still is the one who asked, or contact person of the fan that did."""
    contacts = list(FanContact.objects.filter(fan=fan)) if fan else []
    today = clock.today()
    if any(mark_of(one.email) == mark for one in contacts if one.email and one.covers(today)):
        return True
    left = any(mark_of(one.email) == mark for one in contacts)
    return mark == mark_of(own_email) and not left


def _opened_for(token: str, salt: str) -> tuple[int, str]:
    """The number and the reader in a link of ours; 0, which nothing has, for anything else."""
    pk, mark = opened_in_time(token, salt=salt, days=LONG_DAYS) or (0, "")
    return pk, mark


def _inside(found: Any, network: Network) -> Any:
    if found is not None:
        found.network = network
    return found
