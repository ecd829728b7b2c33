"""What one person declared, as it is sealed; and the pseudonyms under which it is found."""

import json
from dataclasses import dataclass, field
from datetime import date

from network import sealing

DECLARATION = "declaration"
COUNTED = "counted"
LENGTH = 512
"""Bytes: room for all answers, so that nothing can be told from how long a box is."""


@dataclass(frozen=True)
class Declared:
    """Answers by trait; what somebody rather does not say is not in them."""

    answers: dict[str, str] = field(default_factory=dict)
    version: int = 0  # of the text that was agreed to
    on: date | None = None  # the day of agreeing; sealed with the rest

    def without(self, trait: str) -> "Declared":
        left = {name: value for name, value in self.answers.items() if name != trait}
        return Declared(left, self.version, self.on)

    def sealed(self) -> str:
        content = {"answers": self.answers, "version": self.version, "on": str(self.on or "")}
        return sealing.seal(json.dumps(content), purpose=DECLARATION, length=LENGTH)


def opened(box: str) -> Declared:
    """Raises sealing.Unopenable when the key is gone."""
    content = json.loads(sealing.unseal(box, purpose=DECLARATION))
    on = date.fromisoformat(content["on"]) if content["on"] else None
    return Declared(content["answers"], content["version"], on)


def pseudonyms_of(network_id: int, person_id: int) -> list[str]:
    return sealing.pseudonyms(network_id, person_id, purpose=DECLARATION)


def marks_of(network_id: int, person_id: int, trait: str) -> list[str]:
    return sealing.pseudonyms(network_id, person_id, trait, purpose=COUNTED)


def key_checks(network_id: int) -> list[str]:
    """By which a picture knows that the key of its marks is still there."""
    return sealing.pseudonyms(network_id, purpose=COUNTED)
