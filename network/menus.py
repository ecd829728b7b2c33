"""The main menu as the leader writes it: a line each, with the words and the address. Pure rules."""

import re
from dataclasses import dataclass

MOST = 9
LONGEST_LABEL = 40
# A place on this site, or a whole address elsewhere; nothing that a browser would carry out.
ADDRESS = re.compile(r"(/(?!/)[^\s<>\"'\\]*|https://[^\s<>\"'\\]+)")


@dataclass(frozen=True)
class Place:
    label: str
    href: str


def read(text: str) -> list[Place]:
    """The places of a menu; lines that are none are left out."""
    found = []
    for line in text.splitlines():
        label, _bar, href = (part.strip() for part in line.partition("|"))
        if label and len(label) <= LONGEST_LABEL and ADDRESS.fullmatch(href):
            found.append(Place(label, href))
    return found[:MOST]


def faults(text: str) -> list[str]:
    """The lines that are no place."""
    return [line.strip() for line in text.splitlines() if line.strip() and not read(line)]
