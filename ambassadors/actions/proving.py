"""The proof of a plaque: everybody who is to be appointed sees how it will stand there, and says so."""

import hashlib

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ambassadors import emails
from ambassadors.actions.refused import Refused
from ambassadors.models import AppointmentRound, Person, PlaqueProof
from network.actions import mailing
from network.history import changed_by
from network.models import User

FIELDS = ("name", "company", "place")


class Changed(Refused):
    """Somebody put something right while it was read."""


def seal_of(proof: PlaqueProof) -> str:
    """Of the words that are shown: whoever approves, approves exactly these."""
    words = "\0".join(getattr(proof, name) for name in FIELDS)
    return hashlib.blake2s(words.encode(), digest_size=12).hexdigest()


def proposed(person: Person, round: AppointmentRound) -> dict[str, str]:
    """What would stand there by what we know; reads `employments`, so it can be prefetched."""
    work = person.company_on(round.ceremony_on)
    company = work.company if work else None
    return {
        "name": person.full_name,
        "company": company.name if company else "",
        "place": company.place if company else "",
    }


def ask(*, round: AppointmentRound, by: User) -> int:
    """Ask everybody chosen who has an address and did not approve yet, each once a time of asking.

    Who was asked before and is silent is asked again: the leader presses the button. How many mails.
    """
    if round.is_appointed:
        raise Refused([_("The round is appointed. Correct a plaque in the list of plaques.")])
    asked = 0
    with transaction.atomic():
        locked = AppointmentRound.objects.select_for_update(of=("self",)).get(pk=round.pk)
        people = locked.chosen.prefetch_related("employments__company").order_by("pk")
        known = {proof.person_id: proof for proof in locked.proofs.all()}
        for person in people:
            proof = known.get(person.pk)
            if proof is None:
                proof = PlaqueProof(round=locked, person=person, **proposed(person, locked))
            if proof.approved_at or not person.email:
                if proof.pk is None:
                    changed_by(proof, by).save()
                continue
            proof.asked_at = timezone.now()
            changed_by(proof, by).save()
            made = mailing.post(
                mailing.Mail(
                    network=locked.network,
                    kind=emails.PLAQUE_PROOF.name,
                    key=f"plaque_proof:{proof.public_id}:{proof.asked_at:%Y%m%d}",
                    to=person.email,
                    name=person.full_name,
                    language=person.language,
                    about=proof,
                    reason=_("Is to be appointed in the round of %(year)s.") % {"year": locked.year},
                )
            )
            asked += made is not None
    return asked


def approve(*, proof: PlaqueProof, by: User | None, seal: str | None = None, **values: str) -> PlaqueProof:
    """Like this, or with what the person put right; the same twice is one. Refused once appointed.

    `seal` is of what they read. Raises Changed when something else stands there by now.
    """
    with transaction.atomic():
        locked = (
            PlaqueProof.objects.select_for_update(of=("self",))
            .select_related("round", "person")
            .get(pk=proof.pk)
        )
        if locked.round.is_appointed:
            raise Refused([_("The plaque has been made. Call us when something is wrong.")])
        if seal is not None and seal != seal_of(locked):
            raise Changed([_("The words were changed while you read them. Read them once more.")])
        changed = [name for name in FIELDS if name in values and getattr(locked, name) != values[name]]
        if locked.approved_at and not changed:
            return locked
        for name in changed:
            setattr(locked, name, values[name])
        locked.approved_at = timezone.now()
        locked.is_corrected = locked.is_corrected or bool(changed)
        changed_by(locked, by).save()
    return locked


def rewrite(*, proof: PlaqueProof, by: User, **values: str) -> PlaqueProof:
    """The leader puts something right; an approval of the earlier words no longer holds."""
    with transaction.atomic():
        locked = PlaqueProof.objects.select_for_update(of=("self",)).select_related("round").get(pk=proof.pk)
        if locked.round.is_appointed:
            raise Refused([_("The round is appointed. Correct a plaque in the list of plaques.")])
        changed = [name for name in FIELDS if name in values and getattr(locked, name) != values[name]]
        if changed:
            for name in changed:
                setattr(locked, name, values[name])
            locked.approved_at, locked.is_corrected = None, False
            changed_by(locked, by).save()
    return locked


def for_plaques(round: AppointmentRound) -> dict[int, PlaqueProof]:
    """By person: the words that were approved, or put right by the leader."""
    return {proof.person_id: proof for proof in PlaqueProof.objects.filter(round=round)}
