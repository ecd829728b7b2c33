"""The nightly job that lets go of what is over, rule by rule and a few rows at a time; safe to repeat."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from network import retention
from network.history import changed_by
from network.models import Network, RetentionTerms, User
from network.retention import Rule

log = logging.getLogger("koploper.retention")

AT_ONCE = 200
LOOK_AHEAD = timedelta(days=7)


@dataclass(frozen=True)
class Due:
    """What a rule would let go of now, and within a week."""

    rule: Rule
    now: int
    soon: int


def settle(*, network: Network, by: User, **months: int) -> RetentionTerms:
    """The network's own terms, from the next night on."""
    with transaction.atomic():
        Network.objects.select_for_update().get(pk=network.pk)
        terms = RetentionTerms.of(network)
        for name, value in months.items():
            setattr(terms, name, value)
        changed_by(terms, by).save()
    return terms


def rules_for(network: Network | None) -> list[Rule]:
    return [one for one in retention.rules.values() if one.is_global == (network is None)]


def due(network: Network | None, *, now: datetime) -> list[Due]:
    """Nothing is changed."""
    found = []
    for one in rules_for(network):
        count = one.found(network, now).count()
        found.append(Due(one, count, one.found(network, now + LOOK_AHEAD).count() - count))
    return found


def run(network: Network | None, *, now: datetime) -> dict[str, int]:
    """How many rows each rule let go of. One that fails does not stop the others; it is raised at the end."""
    done: dict[str, int] = {}
    fault: Exception | None = None
    for one in rules_for(network):
        try:
            done[one.name] = _carry_out(one, network, now)
        except Exception as error:
            log.exception("retention rule %s failed", one.name)
            fault = error
    if fault is not None:
        raise fault
    return done


def _carry_out(one: Rule, network: Network | None, now: datetime) -> int:
    done, last = 0, None
    while True:
        rows = one.found(network, now).order_by("pk")
        if last is not None:
            rows = rows.filter(pk__gt=last)
        pks: list[Any] = list(rows.values_list("pk", flat=True)[:AT_ONCE])
        if not pks:
            return done
        with transaction.atomic():
            one.carry_out(rows.model._default_manager.filter(pk__in=pks))
        done, last = done + len(pks), pks[-1]
