"""The leader's private list of hidden pearls: names that go by themselves, or become candidates."""

from datetime import date, timedelta

from django.db import transaction

from ambassadors.actions import nominating
from ambassadors.models import Nomination, NominationSource, Pearl, RoundRules
from network import clock
from network.models import Network, User


def note(
    *,
    network: Network,
    name: str,
    by: User,
    company: str = "",
    place: str = "",
    found_where: str = "",
    why: str = "",
    next_step: str = "",
) -> Pearl:
    """Keep a name for a few weeks. The same name twice is one row, with the newer notes."""
    days = RoundRules.of(network).scouting_days
    with transaction.atomic():
        Network.objects.select_for_update().get(pk=network.pk)
        kept = network.pearls.kept(clock.today()).filter(name__iexact=name, company__iexact=company).first()
        pearl = kept or Pearl(
            network=network, name=name, company=company, created_by=by,
            expires_on=clock.today() + timedelta(days=days),
        )  # fmt: skip
        pearl.place, pearl.found_where, pearl.why, pearl.next_step = place, found_where, why, next_step
        pearl.save()
    return pearl


def change(*, pearl: Pearl, place: str, found_where: str, why: str, next_step: str) -> None:
    """The day on which it goes stays: a name nobody was told about is not kept by writing about it."""
    pearl.place, pearl.found_where, pearl.why, pearl.next_step = place, found_where, why, next_step
    pearl.save(update_fields=["place", "found_where", "why", "next_step"])


def forget(*, pearl: Pearl) -> None:
    Pearl.objects.filter(pk=pearl.pk).delete()


def put_forward(
    *,
    network: Network,
    candidate: nominating.Candidate,
    words: nominating.Words,
    by: User,
    pearl: Pearl | None = None,
) -> Nomination:
    """The leader puts somebody forward, at once or from the list; the pearl goes with it. Raises Refused."""
    with transaction.atomic():
        nomination = nominating.nominate(
            network=network,
            candidate=candidate,
            nominator=nominating.Nominator(source=NominationSource.LEADER, user=by),
            words=words,
            by=by,
        )
        if pearl:
            forget(pearl=pearl)
    return nomination


def expire(network: Network, *, on: date) -> int:
    """Take away what is past its day; how many. Safe to repeat."""
    gone, _by_model = network.pearls.expired(on).delete()
    return gone
