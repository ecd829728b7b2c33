"""What stands in the addresses of a place: keys, words and secret parts."""

from collections.abc import Callable
from typing import Any

from ambassadors import links as candidate_links
from ambassadors.models import (
    AppointmentRound,
    Guest,
    Nomination,
    Person,
)
from events import fan_links
from events import links as podium_links
from events.models import (
    BusinessCard,
    Podium,
    PodiumFile,
)
from knowledgebank import links as story_links
from knowledgebank.models import (
    Scan,
    ScanTaking,
    StoryVersion,
)
from network import links
from network.models import FanContact
from tests.site.doors import Door, Row, Values
from tests.site.world import Place, World


def pk_of(model: Any, name: str = "pk") -> Values:
    return lambda place, world: {name: place[model].pk}


def slug_of(model: Any) -> Values:
    return lambda place, world: {"slug": place[model].slug}


def by_link(token: Callable[[Place], str], *, missing: bool = False) -> Row:
    """The address itself is the key: `token` is its secret part."""
    return Row(Door.EVERYBODY, lambda place, world: {"token": token(place)}, secret=True, missing=missing)


def last_part(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]


def story_token(place: Place) -> str:
    return last_part(story_links.approval_url(place[StoryVersion]))


def guest_token(place: Place) -> str:
    return last_part(candidate_links.guest_path(place[Guest]))


def outcome_token(place: Place) -> str:
    return last_part(podium_links.outcome_url(place[Podium], place[Person]))


def fan_token(place: Place) -> str:
    return fan_links.fan_token(place[FanContact])


def file_token(place: Place) -> str:
    return podium_links.file_token(place[PodiumFile])


def mail_token(place: Place) -> str:
    return links.seal(place.network, place[Person].email, "chase")


def of_candidate(place: Place, world: World) -> dict[str, Any]:
    return {"year": place[AppointmentRound].year, "pk": place[Nomination].pk}


def year_of(place: Place, world: World) -> dict[str, Any]:
    return {"year": place[AppointmentRound].year}


def in_round(model: Any) -> Values:
    return lambda place, world: {"year": place[AppointmentRound].year, "pk": place[model].pk}


def text_in_round(place: Place, world: World) -> dict[str, Any]:
    return {**year_of(place, world), "kind": "speech", "language": "nl"}


def of_card(place: Place, world: World) -> dict[str, Any]:
    return {"code": place[BusinessCard].code}


def result_of(place: Place, world: World) -> dict[str, Any]:
    return {"slug": place[Scan].slug, "public_id": place[ScanTaking].public_id}


def nothing_there(place: Place, world: World) -> dict[str, Any]:
    return {"pk": 999_999}


def as_csv(place: Place, world: World) -> dict[str, Any]:
    return {"form": "csv"}
