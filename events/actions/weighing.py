"""Moving what weighs in the suggestions of a network."""

from collections.abc import Mapping

from django.db import transaction

from events import matching
from events.models import MatchingWeight
from network.models import Network, User


def move(*, network: Network, by: User, weights: Mapping[str, int]) -> int:
    """Keep the weights that differ from the usual ones; how many changed. Unknown names are left alone."""
    with transaction.atomic():
        Network.objects.select_for_update(no_key=True).get(pk=network.pk)
        known = {one.name: one for one in MatchingWeight.objects.filter(network=network)}
        changed = 0
        for name, usual in matching.WEIGHTS.items():
            if name not in weights:
                continue
            wanted, row = weights[name], known.get(str(name))
            if wanted == (row.weight if row else usual):
                continue
            changed += 1
            if wanted == usual and row:
                row.delete()
            elif row:
                row.weight = wanted
                row.save(update_fields=["weight"])
            else:
                MatchingWeight.objects.create(network=network, name=str(name), weight=wanted)
        return changed
