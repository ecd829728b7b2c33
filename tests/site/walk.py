"""A walk past every address, and the row of each: those of the table and the admin's standard pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.sites import site
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import translation

from network.admin.base import NetworkModelAdmin
from tests.site.addresses import LEADER, ROWS, RUNS
from tests.site.doors import Row
from tests.site.values import pk_of


@dataclass(frozen=True)
class Address:
    name: str  # as reverse() knows it; for the admin's nameless ones the pattern
    route: str


def addresses() -> list[Address]:
    """Every pattern there is, in Dutch."""
    with translation.override("nl"):
        return sorted(set(_walk(get_resolver().url_patterns)), key=lambda address: address.route)


def _walk(patterns: Any, prefix: str = "", space: str = "") -> Iterator[Address]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, route, inner)
        elif isinstance(pattern, URLPattern):
            yield Address(f"{space}{pattern.name}" if pattern.name else route, route)


def admin_rows() -> dict[str, Row]:
    """The standard pages of every ModelAdmin; whoever may not add or delete gets a 403 or 404."""
    rows: dict[str, Row] = {}
    for model, admin in site._registry.items():
        assert isinstance(admin, NetworkModelAdmin)
        door = LEADER if admin.leader_only else RUNS
        base = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        thing = pk_of(model, "object_id")
        rows[f"{base}_changelist"] = Row(door)
        rows[f"{base}_change"] = Row(door, thing)
        rows[f"{base}_history"] = Row(door, thing)
        rows[f"{base}_add"] = Row(door)
        rows[f"{base}_delete"] = Row(door, thing)
    return rows


def all_rows() -> dict[str, Row]:
    there = {address.name for address in addresses()}
    standard = {name: row for name, row in admin_rows().items() if name in there}
    return {**standard, **ROWS}


# Django's admin has two more kinds of patterns: old addresses that redirect, and versions of the history.
def needs_no_row(address: Address) -> bool:
    return address.name.endswith("_simple_history") or (
        address.route.startswith("beheer/") and address.name == address.route
    )
