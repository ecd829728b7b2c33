"""Words as the search sees them: without accents, as stems, near each other when mistyped. Pure rules.

Both databases get the words prepared here, so that they find the same.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any

import snowballstemmer

STEMMERS = {"nl": "dutch", "en": "english"}
WORD = re.compile(r"[^\W_]+")
LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "œ": "oe", "þ": "th", "ð": "d"})
LONGEST_WORD = 40

# What a question is made of, and says nothing about what is looked for.
STOP_WORDS = {
    "nl": frozenset((
        "aan", "al", "alle", "als", "bij", "dan", "dat", "de", "der", "deze", "die", "dit", "doe", "doen",
        "door", "een", "en", "er", "geen", "had", "heb", "hebben", "heeft", "het", "hoe", "hoeveel", "ik",
        "in", "is", "je", "jij", "jullie", "kan", "kun", "kunnen", "maar", "me", "meer", "men", "met",
        "mij", "mijn", "moet", "na", "naar", "niet", "nog", "nu", "of", "om", "ons", "onze", "ook", "op",
        "over", "te", "tot", "u", "uit", "uw", "van", "veel", "voor", "waar", "waarom", "wanneer", "was",
        "wat", "we", "wel", "welk", "welke", "werd", "wie", "wij", "wil", "word", "worden", "wordt", "ze",
        "zelf", "zich", "zij", "zijn", "zo", "zonder", "zou",
    )),
    "en": frozenset((
        "a", "about", "all", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "do",
        "does", "for", "from", "had", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its",
        "me", "my", "no", "not", "of", "on", "or", "our", "so", "some", "than", "that", "the", "their",
        "them", "then", "there", "they", "this", "to", "was", "we", "were", "what", "when", "where",
        "which", "who", "why", "will", "with", "would", "you", "your",
    )),
}  # fmt: skip


def folded(text: str) -> str:
    """Small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def words_in(text: str) -> list[str]:
    """The words of a text, folded; only letters a–z and digits, whatever was typed."""
    found = (re.sub(r"[^a-z0-9]", "", word) for word in WORD.findall(folded(text)))
    return [word[:LONGEST_WORD] for word in found if word]


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """The stem of one folded word."""
    result: str = _stemmer(language).stemWord(word)
    return folded(result) or word


@lru_cache(maxsize=4)
def _stemmer(language: str) -> Any:
    return snowballstemmer.stemmer(STEMMERS.get(language, "dutch"))


def stems(text: str, language: str) -> list[str]:
    return [stem(word, language) for word in words_in(text)]


def asked(text: str, language: str, most: int = 12) -> list[str]:
    """The words of a question that say something, each once; when none does, all of them."""
    every = list(dict.fromkeys(words_in(text)))
    telling = [word for word in every if word not in STOP_WORDS.get(language, frozenset())]
    return (telling or every)[:most]


# --- Mistyped ---------------------------------------------------------------------------------------


def slips_allowed(word: str) -> int:
    """How many slips of the finger still make it the same word."""
    return 0 if len(word) < 4 or word.isdigit() else 1 if len(word) < 8 else 2


def slips(one: str, other: str, most: int) -> int:
    """Letters added, left out, changed or swapped between two words; `most` + 1 when there are more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        now = [i]
        for j, b in enumerate(other, 1):
            cost = min(row[j] + 1, now[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        before, row = row, now
    return min(row[-1], most + 1)


def nearest(word: str, known: Iterable[tuple[str, int]]) -> str | None:
    """The known word that was meant: fewest slips, same first letter, then the one used most."""
    most = slips_allowed(word)
    best: tuple[int, bool, int, str] | None = None
    for other, uses in known:
        if len(other) < 4 or abs(len(other) - len(word)) > most:
            continue
        count = slips(word, other, most)
        if count <= most:
            candidate = (count, other[0] != word[0], -uses, other)
            best = min(best, candidate) if best else candidate
    return best[3] if best else None


# --- Compounds --------------------------------------------------------------------------------------

SHORTEST_PART = 4
LINKS = ("", "s", "en", "e")


def parts_of(word: str, known: Collection[str]) -> tuple[str, ...]:
    """The known words of a compound that nobody wrote: roosterplanning is made of rooster and planning.

    Two where both halves are known, else the longest beginning that is, else nothing.
    """
    beginnings = []
    for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        head, tail = word[:cut], word[cut:]
        bare = next((head.removesuffix(link) for link in LINKS if head.removesuffix(link) in known), "")
        if len(bare) < SHORTEST_PART:
            continue
        if tail in known:
            return bare, tail
        beginnings.append(bare)
    return tuple(beginnings[:1]) if beginnings and len(beginnings[0]) > SHORTEST_PART else ()


def compounds_with(word: str, known: Iterable[str]) -> list[str]:
    """Longer words that begin or end with this one: kaart is in belangenkaart and kaartspel."""
    if len(word) < SHORTEST_PART:
        return []
    return [
        other
        for other in known
        if len(other) > len(word) and (other.startswith(word) or other.endswith(word))
    ]
