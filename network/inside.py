"""What lies inside a network: the way from any row to the network it belongs to."""

from functools import cache
from typing import Any

from django.db import models

from network.models import Network, User


@cache
def network_lookup_of(model: Any) -> str | None:
    """How a row leads to its network: "network", "person__network"; None: it belongs to none."""
    if model is Network:
        return "pk"
    if model is User:
        return "roles__network"
    steps: list[tuple[type[models.Model], str]] = [(model, "")]
    seen = {model}
    while steps:  # the shortest way through foreign keys that are never empty
        here, way = steps.pop(0)
        for field in here._meta.get_fields():
            if not isinstance(field, models.ForeignKey) or field.null:
                continue
            target = field.related_model
            if target is Network:
                return f"{way}{field.name}"
            if isinstance(target, type) and target is not User and target not in seen:
                seen.add(target)
                steps.append((target, f"{way}{field.name}__"))
    return None


def inside(model: type[models.Model], network: Network) -> models.QuerySet[Any]:
    """The rows of a model that belong to a network; nothing for a model that leads to none."""
    rows = model._default_manager.all()
    lookup = network_lookup_of(model)
    if lookup is None:
        return rows.none()
    if model is User:
        return rows.filter(pk__in=rows.filter(roles__network=network).values("pk"))
    return rows.filter(**{lookup: network.pk})
