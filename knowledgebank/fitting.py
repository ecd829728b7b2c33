"""How well something from the knowledge bank fits an occasion: pure, plain words in, a number out."""

import re
import unicodedata
from collections.abc import Iterable

WORD = re.compile(r"[a-z0-9]{4,}")
# Said about everything here, so it tells nothing.
EMPTY = frozenset(
    ("aanpak", "andere", "anders", "bedrijf", "bedrijven", "cijfers", "deze", "elke", "iedereen", "jouw",
     "maar", "meer", "mensen", "naar", "niet", "over", "podium", "samen", "sociale", "innovatie", "verhaal",
     "voor", "waar", "werk", "zelf", "zijn", "about", "from", "their", "what", "with", "work", "your")
)  # fmt: skip
ENDINGS = ("eren", "ende", "en", "ing", "er", "e", "s", "t")
SHORTEST = 4

THEME, TAG, TEXT, OWN = 4, 3, 1, 10


def words_of(*texts: str) -> frozenset[str]:
    """The telling words of some texts, without accents and endings."""
    found = set()
    for text in texts:
        plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
        found |= {_stem(word) for word in WORD.findall(plain) if word not in EMPTY}
    return frozenset(found)


def _stem(word: str) -> str:
    """What is left without endings: roosteren, roosters and rooster meet at roos."""
    while ending := next((e for e in ENDINGS if word.endswith(e) and len(word) - len(e) >= SHORTEST), None):
        word = word.removesuffix(ending)
    return word[:-1] if len(word) > SHORTEST and word[-1] == word[-2] else word


def score(
    wanted: frozenset[str], *, theme: str = "", tags: Iterable[str] = (), text: str = "", own: bool = False
) -> int:
    """0: nothing speaks for it. A theme weighs most, then keywords, then words; one's own comes first."""
    return (
        THEME * bool(wanted & words_of(theme))
        + TAG * len(wanted & words_of(*tags))
        + TEXT * min(len(wanted & words_of(text)), 3)
        + OWN * own
    )
