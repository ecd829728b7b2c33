"""Which people could be the same person, told from what was typed. Pure, and one pass over all of them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

SAME_AT_MOST = 20  # a name that half the region has says nothing


class Sign(StrEnum):
    """What two people share; in the order of how much it says."""

    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"


@dataclass(frozen=True)
class Known:
    pk: int
    first_name: str
    last_name: str
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Pair:
    """`first` has the lower key."""

    first: int
    second: int
    signs: tuple[Sign, ...]


def alike(people: Iterable[Known]) -> list[Pair]:
    """Every two people who share a sign, the strongest first."""
    found: dict[tuple[int, int], set[Sign]] = {}
    together: dict[tuple[Sign, str], list[int]] = {}
    for person in people:
        for sign, key in keys(person):
            together.setdefault((sign, key), []).append(person.pk)
    for (sign, _key), pks in together.items():
        if len(pks) <= SAME_AT_MOST:
            for pair in combinations(sorted(pks), 2):
                found.setdefault(pair, set()).add(sign)
    pairs = [
        Pair(first, second, tuple(sign for sign in Sign if sign in signs))
        for (first, second), signs in found.items()
    ]
    return sorted(pairs, key=lambda pair: ([list(Sign).index(sign) for sign in pair.signs], pair.first))


def keys(person: Known) -> Iterator[tuple[Sign, str]]:
    if email := person.email.strip().lower():
        yield Sign.EMAIL, email
    if phone := digits(person.phone):
        yield Sign.PHONE, phone
    last, first = plain(person.last_name), plain(person.first_name)
    if last and first:
        yield Sign.NAME, f"{last} {first[0]}"


def plain(name: str) -> str:
    """Without accents, capitals, hyphens and spaces: Müller-Bos is mullerbos."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in apart if sign.isalnum())


def digits(phone: str) -> str:
    """The last nine digits, so that +31 6 and 06 are one; empty when there are fewer."""
    found = re.sub(r"\D", "", phone)
    return found[-9:] if len(found) >= 9 else ""
