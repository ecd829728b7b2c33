"""What a network settles about its rounds."""

from typing import Any

from django.db import transaction

from ambassadors.actions import assessing
from ambassadors.models import RoundRules
from network.history import changed_by
from network.models import Network, User


def settle_rules(*, network: Network, by: User, **values: Any) -> RoundRules:
    """Rounds that are on the calendar keep their days; the next one follows these."""
    with transaction.atomic():
        Network.objects.select_for_update().get(pk=network.pk)
        rules = RoundRules.of(network)
        for name, value in values.items():
            setattr(rules, name, value)
        changed_by(rules, by).save()
        assessing.begin_with_criteria(network)
    return rules
