"""Which kind of podium a meeting in a fan's calendar would be. Pure: a title and hours in, a guess out.

The rule: the first line of SIGNS with a word that stands in the title decides, in the order of what would be
asked of an ambassador: a drink after a lecture is a lecture. Where no word says it, the hours do: at most
SHORT is a business meeting, where people talk and nobody speaks; everything else is a presentation, and so is
what takes the whole day. The leader sees what it was judged by, and may choose another kind.
"""

import re
from dataclasses import dataclass
from datetime import timedelta

from ambassadors.models import PodiumKind

SHORT = timedelta(minutes=75)

SIGNS: tuple[tuple[PodiumKind, tuple[str, ...]], ...] = (
    (
        PodiumKind.COMPANY_VISIT,
        (
            r"\w*bezoek(en)?",
            "excursie",
            "rondleiding",
            "kijkje",
            "op locatie bij",
            "te gast bij",
            "company visits?",
            "tour",
        ),
    ),
    (
        PodiumKind.WORKSHOP,
        (
            r"\w*workshops?",
            "masterclass(es)?",
            r"\w*training(en)?",
            r"\w*cursus(sen)?",
            "werksessies?",
            "intervisie",
            "leerkring(en)?",
            "hackathon",
            "bootcamp",
        ),
    ),
    (
        PodiumKind.ONE_TO_ONE,
        (
            r"\w*spreekuur",
            "inloopuur",
            "speed ?dat(e|en|ing)",
            "matchmaking",
            "[eé][eé]n op [eé][eé]n",
            "one to one",
        ),
    ),
    (
        PodiumKind.PANEL,
        (
            r"\w*panel\w*",
            r"\w*debat",
            "ronde ?tafel\\w*",
            "round ?table",
            "talkshow",
            r"\w*discussie",
            "dialoog",
        ),
    ),
    (
        PodiumKind.FAIR,
        (
            r"(?!studie)\w*beurs(vloer)?",
            "(banen|kennis|innovatie|bedrijven|ideeën)markt",
            "expo",
            "fair",
            "contactdagen",
        ),
    ),
    (
        PodiumKind.PRESENTATION,
        (
            r"\w*congres",
            r"\w*conferentie",
            "conference",
            "symposium",
            "seminar",
            r"\w*lezing(en)?",
            "lectures?",
            "talks?",
            r"\w*presentaties?",
            r"(inspiratie|kennis|informatie)(sessie|bijeenkomst|avond|middag|ochtend)",
            r"thema ?(sessie|bijeenkomst|avond|middag|ochtend|dag)",
            "webinar",
        ),
    ),
    (
        PodiumKind.BUSINESS_MEETING,
        (
            r"\w*borrel",
            r"\w*ontbijt(sessie)?",
            r"\w*lunch",
            r"\w*diner",
            r"\w*caf[eé]",
            r"netwerk(bijeenkomst|avond|middag|ochtend|en)",
            "meet ?ups?",
            r"\w*drinks?",
            "breakfast",
            "dinner",
            r"(leden|jaar)vergadering",
        ),
    ),
)
"""Words as they stand in titles, Dutch and English; a compound ends with them in Dutch."""

_FOUND = tuple((kind, re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)) for kind, words in SIGNS)
_BETWEEN = re.compile(r"[\s\-–_/]+")


@dataclass(frozen=True)
class Guess:
    kind: PodiumKind
    word: str = ""
    """What in the title says so; empty when the hours decided."""


def guess(title: str, lasts: timedelta | None) -> Guess:
    """What kind it would be; `lasts` is None for what takes the whole day, or says no end."""
    line = _BETWEEN.sub(" ", title)
    for kind, sign in _FOUND:
        if found := sign.search(line):
            return Guess(kind, found.group())
    if lasts is not None and lasts <= SHORT:
        return Guess(PodiumKind.BUSINESS_MEETING)
    return Guess(PodiumKind.PRESENTATION)
