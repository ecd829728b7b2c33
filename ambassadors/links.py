"""Personal addresses with which somebody nominates or answers straight from a mail, without signing in."""

from django.core import signing
from django.urls import reverse

from ambassadors.models import Guest, Nomination, Person, PlaqueProof
from network import clock
from network.links import opened, site_url
from network.models import FanContact, Network

FAN_SALT = "a fan nominates"
CANDIDATE_SALT = "a candidate answers"
CONSENT_SALT = "somebody's consents"
FAN_DAYS = 400  # a year and a bit: one round after the other


def fan_nominates_url(contact: FanContact, network: Network) -> str:
    """Where one contact person of a fan puts somebody forward."""
    return site_url(network) + fan_nominates_path(contact)


def fan_nominates_path(contact: FanContact) -> str:
    return reverse("fan_nominates", args=[signing.dumps(contact.pk, salt=FAN_SALT)])


def contact_of(network: Network, token: str) -> FanContact | None:
    """None for anything that is not a link of this network, or of somebody who left the fan."""
    pk = opened(token, salt=FAN_SALT, days=FAN_DAYS)
    if pk is None:
        return None
    contacts = FanContact.objects.filter(fan__network=network).current(clock.today())
    return contacts.select_related("fan").filter(pk=pk).first()


def candidate_url(nomination: Nomination) -> str:
    """Where a candidate reads what is kept, says yes or no, and later answers the invitation."""
    return site_url(nomination.network) + candidate_path(nomination)


def candidate_path(nomination: Nomination) -> str:
    return reverse("candidate", args=[signing.dumps(nomination.public_id, salt=CANDIDATE_SALT)])


def invitation_url(nomination: Nomination) -> str:
    return site_url(nomination.network) + invitation_path(nomination)


def invitation_path(nomination: Nomination) -> str:
    return reverse("invitation", args=[signing.dumps(nomination.public_id, salt=CANDIDATE_SALT)])


def nomination_of(network: Network, token: str) -> Nomination | None:
    public_id = opened(token, salt=CANDIDATE_SALT, days=FAN_DAYS)
    if public_id is None:
        return None
    found = network.nominations.let_in().filter(public_id=public_id)
    nomination = found.select_related("person", "round").first()
    if nomination:
        nomination.network = network
    return nomination


# --- The ceremony --------------------------------------------------------------------------------------

GUEST_SALT = "a guest answers"
PROOF_SALT = "a plaque is approved"


def guest_url(guest: Guest) -> str:
    """Where a guest says whether they come; the ceremony's round and network must be at hand."""
    return site_url(guest.ceremony.round.network) + guest_path(guest)


def guest_path(guest: Guest) -> str:
    return reverse("ceremony_guest", args=[signing.dumps(guest.public_id, salt=GUEST_SALT)])


def guest_of(network: Network, token: str) -> Guest | None:
    public_id = opened(token, salt=GUEST_SALT, days=FAN_DAYS)
    if public_id is None:
        return None
    guests = Guest.objects.filter(ceremony__round__network=network).select_related("ceremony__round")
    found = guests.filter(public_id=public_id).first()
    if found:
        found.ceremony.round.network = network
    return found


def proof_url(proof: PlaqueProof) -> str:
    return site_url(proof.round.network) + proof_path(proof)


def proof_path(proof: PlaqueProof) -> str:
    return reverse("plaque_proof", args=[signing.dumps(proof.public_id, salt=PROOF_SALT)])


def proof_of(network: Network, token: str) -> PlaqueProof | None:
    public_id = opened(token, salt=PROOF_SALT, days=FAN_DAYS)
    if public_id is None:
        return None
    proofs = PlaqueProof.objects.filter(round__network=network).select_related("round", "person")
    found = proofs.filter(public_id=public_id).first()
    if found:
        found.round.network = network
    return found


# --- What somebody agreed to ---------------------------------------------------------------------------


def consents_url(person: Person) -> str:
    """Where somebody reads what they agreed to, and takes it back."""
    return site_url(person.network) + consents_path(person)


def consents_path(person: Person) -> str:
    return reverse("consents_by_link", args=[signing.dumps(person.pk, salt=CONSENT_SALT)])


def consenting_person(network: Network, token: str) -> Person | None:
    pk = opened(token, salt=CONSENT_SALT, days=FAN_DAYS)
    if pk is None:
        return None
    found = Person.objects.filter(network=network, pk=pk, forgotten_at=None).first()
    if found:
        found.network = network
    return found
