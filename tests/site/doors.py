"""Who comes in where: the doors of the site, the roles they admit, and what a row about an address says."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from tests.site.world import Place, World


class Door(Enum):
    """Who comes in."""

    EVERYBODY = "everybody"
    SIGNED_IN = "signed in"
    PERSON = "person"  # ambassador, honorary, former, candidate of this network
    AMBASSADOR = "ambassador"  # in office
    NOMINATES = "nominates"  # in office, or an honorary member
    RUNS = "runs"  # leader, facilitator, superuser
    READS = "reads"  # the client too
    LEADER = "leader"  # leader, superuser
    SUPERUSER = "superuser"
    GUARD = "guard"  # the door itself: sends everybody where they can go on


ALL = frozenset({
    "visitor", "ambassador", "other_ambassador", "honorary", "former", "candidate", "fan", "client",
    "facilitator", "leader", "other_leader", "other_network_ambassador", "superuser",
})  # fmt: skip
ADMITTED: dict[Door, frozenset[str]] = {
    Door.EVERYBODY: ALL,
    Door.GUARD: ALL,
    Door.SIGNED_IN: ALL - {"visitor"},
    Door.PERSON: frozenset({"ambassador", "other_ambassador", "honorary", "former", "candidate"}),
    Door.AMBASSADOR: frozenset({"ambassador", "other_ambassador"}),
    Door.NOMINATES: frozenset({"ambassador", "other_ambassador", "honorary"}),
    Door.RUNS: frozenset({"leader", "facilitator", "superuser"}),
    Door.READS: frozenset({"leader", "facilitator", "superuser", "client"}),
    Door.LEADER: frozenset({"leader", "superuser"}),
    Door.SUPERUSER: frozenset({"superuser"}),
}

Values = Callable[[Place, World], dict[str, Any]]


@dataclass(frozen=True)
class Row:
    door: Door
    values: Values | None = None
    query: str = ""
    post_only: bool = False  # a GET is a 404
    own: bool = False  # the thing belongs to the ambassador: another ambassador gets a 404
    secret: bool = False  # the address itself is the key (a signed or unguessable part)
    missing: bool = False  # nothing is there in the test: a 404 for whoever is admitted
