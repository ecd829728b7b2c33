"""A nomination through the public page: taken in, or held for the leader when something about it is odd."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ambassadors.actions import nominating
from ambassadors.actions.nominating import Candidate, Nominator, Words
from ambassadors.actions.refused import Refused
from ambassadors.models import Nomination, Person, Voice
from network import clock, suspicion
from network.actions.relaying import REASONS, count_from, refuse_flood
from network.models import Network
from network.suspicion import Signs


def receive(
    *, network: Network, candidate: Candidate, nominator: Nominator, words: Words, signs: Signs
) -> Nomination | None:
    """None: the candidate is in office already; the visitor reads the same thanks, so nothing leaks.

    Raises `relaying.TooMany`.
    """
    from_place = count_from(signs.place)
    refuse_flood(from_place)
    with transaction.atomic():
        sender = (nominator.email or candidate.email).strip().lower()
        since = timezone.now() - timedelta(days=1)
        from_address = Voice.objects.filter(
            nomination__network=network, email=sender, created_at__gt=since
        ).count()
        odd = suspicion.reasons(
            subject=f"{candidate.first_name} {candidate.last_name}",
            name=nominator.name,
            body="\n".join([words.why, *(answer["answer"] for answer in words.answers)]),
            signs=signs,
            from_address=from_address,
            from_place=from_place,
        )
        held_because = "; ".join(str(REASONS[name]) for name in odd)
        if not held_because and _is_known(network, candidate):
            # A stranger may not let a known person look like somebody who applied.
            held_because = _("somebody with this address is known already")
        try:
            return nominating.nominate(
                network=network,
                candidate=candidate,
                nominator=nominator,
                words=words,
                by=None,
                held_because=held_because,
            )
        except Refused:
            return None


def _is_known(network: Network, candidate: Candidate) -> bool:
    """Has an account or a past in the network; a candidate only gets one more voice."""
    known = Person.objects.filter(network=network, email__iexact=candidate.email)
    return known.exclude(user=None, terms=None).exists() and not known.current(clock.today()).exists()
