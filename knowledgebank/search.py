"""The one search: over everything somebody may see, in Dutch or English, the same on both databases.

The database finds what has any of the words (FTS5 on SQLite, full text on PostgreSQL); what comes first is
decided here, by one rule, so that no database can disagree with the other.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import connection
from django.utils.safestring import SafeString

from knowledgebank import search_index, search_shown, search_words
from knowledgebank.models import SearchEntry, Synonyms
from knowledgebank.search_sources import EVERYBODY, TEAM, Side, of_person
from network.models import Network

KINDS = ("story", "tool", "scan", "person", "podium", "fact", "link", "page", "fan", "draft")
# What a word is worth in the title, in the summary and in the rest.
WEIGHTS = (6.0, 2.5, 1.0)
EXACT, SAME_STEM, SYNONYM, SLIP, PART, COMPOUND = 1.0, 0.95, 0.7, 0.75, 0.6, 0.55
# Of two that fit as well, what a visitor came for comes first.
WORTH = {"story": 1.05, "tool": 1.05, "scan": 1.05, "draft": 0.9, "fact": 0.95, "link": 0.95}
LONGEST_QUESTION = 200
MOST_CANDIDATES = 400
MOST_ALTERNATIVES = 24


@dataclass(frozen=True)
class Alternative:
    """One way a word of the question can stand in a text: all of these stems, for this much."""

    stems: tuple[str, ...]
    worth: float


@dataclass(frozen=True)
class Term:
    """One word of the question."""

    word: str
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True)
class Result:
    kind: str
    url: str
    over: str
    title: SafeString  # with marks
    snippet: SafeString
    lang: str
    plain_title: str


@dataclass
class Results:
    question: str
    found: list[Result] = field(default_factory=list)  # those of the page
    total: int = 0
    counts: dict[str, int] = field(default_factory=dict)  # by kind, whatever kind was chosen
    meant: str = ""  # the question with its slips put right
    is_cut: bool = False  # there was more than is looked at


def eyes_of(*, runs: bool = False, person: int | None = None) -> frozenset[str]:
    """Whose things may be found: everybody's, the team's, one's own."""
    eyes = {EVERYBODY}
    if runs:
        eyes.add(TEAM)
    if person is not None:
        eyes.add(of_person(person))
    return frozenset(eyes)


def find(
    network: Network,
    question: str,
    language: str,
    *,
    kind: str = "",
    eyes: frozenset[str] = frozenset({EVERYBODY}),
    start: int = 0,
    most: int = 20,
) -> Results:
    """What fits a question, best first; `start` and `most` cut the page."""
    question = " ".join(question.split())[:LONGEST_QUESTION]
    results = Results(question)
    if not search_words.words_in(question):
        return results
    vocabulary = search_index.vocabulary(network, language)
    terms, results.meant = understood(network, question, language, vocabulary)
    candidates = _candidates(network, language, eyes, terms)
    results.is_cut = len(candidates) >= MOST_CANDIDATES
    ranked = _ranked(candidates, terms, question, vocabulary)
    results.counts = dict(Counter(entry.kind for entry in ranked))
    chosen = [entry for entry in ranked if not kind or entry.kind == kind]
    results.total = len(chosen)
    stems = frozenset(stem for term in terms for way in term.alternatives for stem in way.stems)
    results.found = [_result(entry, stems, language) for entry in chosen[start : start + most]]
    return results


# --- What was asked ----------------------------------------------------------------------------------


def understood(
    network: Network, question: str, language: str, vocabulary: search_index.Vocabulary
) -> tuple[list[Term], str]:
    """The words of the question, each with its other forms; and the question put right, if it had slips."""
    phrases = _same_meaning(network, language)
    terms: list[Term] = []
    meant: dict[str, str] = {}
    words, joined = _take_phrases(search_words.asked(question, language), question, phrases, language)
    terms += joined
    for word in words:
        term, other = _term(word, language, vocabulary, phrases)
        terms.append(term)
        if other:
            meant[word] = other
    if not meant:
        return terms, ""
    return terms, " ".join(meant.get(word, word) for word in search_words.words_in(question))


Phrases = dict[tuple[str, ...], list[tuple[str, ...]]]


def _same_meaning(network: Network, language: str) -> Phrases:
    """Every phrase of the network's list, as stems, with those that mean the same."""
    found: Phrases = {}
    for words in Synonyms.objects.filter(network=network, language=language):
        group = [stems for phrase in words.phrases if (stems := tuple(search_words.stems(phrase, language)))]
        for stems in group:
            found.setdefault(stems, []).extend(other for other in group if other != stems)
    return found


def _take_phrases(
    words: list[str], question: str, phrases: Phrases, language: str
) -> tuple[list[str], list[Term]]:
    """Phrases of more than one word that stand in the question are one term."""
    every = search_words.stems(question, language)
    terms = []
    for phrase, others in phrases.items():
        if len(phrase) < 2 or not _contains(every, phrase):
            continue
        ways = [Alternative(phrase, EXACT), *(Alternative(other, SYNONYM) for other in others)]
        terms.append(Term(" ".join(phrase), tuple(ways)))
        words = [word for word in words if search_words.stem(word, language) not in phrase]
    return words, terms


def _contains(words: Sequence[str], phrase: Sequence[str]) -> bool:
    return any(
        tuple(words[i : i + len(phrase)]) == tuple(phrase) for i in range(len(words) - len(phrase) + 1)
    )


def _term(
    word: str, language: str, vocabulary: search_index.Vocabulary, phrases: Phrases
) -> tuple[Term, str | None]:
    stem = search_words.stem(word, language)
    ways = [Alternative((stem,), SAME_STEM)]
    ways += [Alternative(other, SYNONYM) for other in phrases.get((stem,), ())]
    known = stem in vocabulary.stems
    # By the words as they are written: an ending that is cut off a short word can be part of a long one.
    compounds = {
        *search_words.compounds_with(word, vocabulary.words),
        *search_words.compounds_with(stem, vocabulary.words),
    }
    longer = {vocabulary.stem_of[other] for other in compounds} - {stem}
    ways += [Alternative((other,), COMPOUND) for other in sorted(longer, key=lambda w: (len(w), w))]
    meant = None
    if not known and len(ways) == 1:
        meant = search_words.nearest(word, vocabulary.words.items())
        if meant:
            near = search_words.stem(meant, language)
            ways.append(Alternative((near,), SLIP))
            ways += [Alternative(other, SYNONYM * SLIP) for other in phrases.get((near,), ())]
        elif parts := search_words.parts_of(word, vocabulary.words):
            stems = tuple(search_words.stem(part, language) for part in parts)
            ways += [Alternative(stems, PART), *(Alternative((part,), PART * 0.8) for part in stems)]
    return Term(word, tuple(ways[:MOST_ALTERNATIVES])), meant


# --- What has the words ---------------------------------------------------------------------------

COLUMNS = (
    "kind", "key", "audience", "url", "title", "over", "text", "text_language", "title_words",
    "summary_words", "body_words",
)  # fmt: skip


@dataclass(frozen=True)
class Candidate:
    kind: str
    key: str
    audience: str
    url: str
    title: str
    over: str
    text: str
    text_language: str
    title_words: str
    summary_words: str
    body_words: str


def _candidates(
    network: Network, language: str, eyes: frozenset[str], terms: Sequence[Term]
) -> list[Candidate]:
    """Whatever has any of the stems, the likeliest first. The stems are letters and digits only."""
    stems = sorted({stem for term in terms for way in term.alternatives for stem in way.stems})
    if not stems:
        return []
    columns = ", ".join(f"e.{name}" for name in COLUMNS)
    holes = ", ".join(["%s"] * len(eyes))
    where = f"e.network_id = %s AND e.language = %s AND e.audience IN ({holes})"
    values: tuple[int | str, ...] = (network.pk, language, *sorted(eyes))
    if connection.vendor == "postgresql":
        match = " | ".join(f"'{stem}'" for stem in stems)
        sql = (
            f"SELECT {columns} FROM knowledgebank_searchentry e, to_tsquery('simple', %s) q "
            f"WHERE e.search @@ q AND {where} "
            "ORDER BY ts_rank('{0.1, 0.17, 0.42, 1.0}', e.search, q) DESC, e.kind, e.key LIMIT %s"
        )
    else:
        match = " OR ".join(f'"{stem}"' for stem in stems)
        sql = (
            f"SELECT {columns} FROM knowledgebank_searchentry_words w "
            "JOIN knowledgebank_searchentry e ON e.id = w.rowid "
            f"WHERE knowledgebank_searchentry_words MATCH %s AND {where} "
            "ORDER BY bm25(knowledgebank_searchentry_words, 6.0, 2.5, 1.0), e.kind, e.key LIMIT %s"
        )
    with connection.cursor() as cursor:
        cursor.execute(sql, (match, *values, MOST_CANDIDATES))
        kept = [Candidate(*row) for row in cursor.fetchall()]
    return _put_right(kept, network, language, eyes, frozenset(stems))


def _put_right(
    kept: list[Candidate], network: Network, language: str, eyes: frozenset[str], stems: frozenset[str]
) -> list[Candidate]:
    """Without what the index should not have any more, and with what it does not have yet."""
    instead = dict(search_index.behind(network, Side.OUTSIDE).instead)
    if any(Side.INSIDE.is_of(audience) for audience in eyes):
        instead |= search_index.behind(network, Side.INSIDE).instead
    if not instead:
        return kept
    right = [
        Candidate(*(getattr(entry, name) for name in COLUMNS))
        for entry in instead.values()
        if entry and entry.language == language and entry.audience in eyes and _has_any(entry, stems)
    ]
    right += [one for one in kept if (language, one.kind, one.key, one.audience) not in instead]
    return right[:MOST_CANDIDATES]


def _has_any(entry: SearchEntry, stems: frozenset[str]) -> bool:
    words = f"{entry.title_words} {entry.summary_words} {entry.body_words}"
    return not stems.isdisjoint(words.split())


# --- What comes first ---------------------------------------------------------------------------------


def _ranked(
    candidates: Iterable[Candidate], terms: Sequence[Term], question: str, vocabulary: search_index.Vocabulary
) -> list[Candidate]:
    rarity = {term.word: _rarity(term, vocabulary) for term in terms}
    asked = search_words.words_in(question)
    scored = []
    for entry in candidates:
        fields = [
            Counter(words.split()) for words in (entry.title_words, entry.summary_words, entry.body_words)
        ]
        lengths = [sum(counts.values()) for counts in fields]
        parts = {term.word: _score(term, fields, lengths) for term in terms}
        hits = sum(value > 0 for value in parts.values())
        if not hits:
            continue
        score = sum(value * rarity[word] for word, value in parts.items())
        score *= WORTH.get(entry.kind, 1.0) * (hits / len(terms)) ** 2
        title = search_words.words_in(entry.title)
        if title == asked:
            score *= 2
        elif len(asked) > 1 and _contains(title, asked):
            score *= 1.4
        scored.append((hits, score, entry))
    if not scored:
        return []
    best = max(hits for hits, _score_, _entry in scored)
    least = best if best < 3 else math.ceil(best * 0.6)
    kept = [(score, entry) for hits, score, entry in scored if hits >= least]
    kept.sort(key=lambda pair: (-round(pair[0], 6), KINDS.index(pair[1].kind), pair[1].title, pair[1].key))
    seen: set[tuple[str, str]] = set()
    unique = []
    for _points, entry in kept:  # what everybody and the team may see of one thing is one thing
        if (entry.kind, entry.key) not in seen:
            seen.add((entry.kind, entry.key))
            unique.append(entry)
    return unique


def _rarity(term: Term, vocabulary: search_index.Vocabulary) -> float:
    """A word that stands everywhere says little."""
    total = max(vocabulary.stems.values(), default=1)
    uses = min((vocabulary.stems.get(way.stems[0], 0) for way in term.alternatives[:1]), default=0)
    return 1 + math.log((total + 1) / (uses + 1)) / 2


def _score(term: Term, fields: Sequence[Counter[str]], lengths: Sequence[int]) -> float:
    """The best way in which the term stands in each part of the text."""
    score = 0.0
    for weight, counts, length in zip(WEIGHTS, fields, lengths, strict=True):
        best = 0.0
        for way in term.alternatives:
            times = min(counts[stem] for stem in way.stems)
            if times:
                fullness = times / (times + 0.5 + length / 60)
                best = max(best, way.worth * fullness)
        score += weight * best
    return score


# --- How it is shown -----------------------------------------------------------------------------------


def _result(entry: Candidate, stems: frozenset[str], language: str) -> Result:
    return Result(
        kind=entry.kind,
        url=entry.url,
        over=entry.over,
        title=search_shown.marked(entry.title, stems, language),
        snippet=search_shown.marked(search_shown.cut_out(entry.text, stems, language), stems, language),
        lang=entry.text_language,
        plain_title=entry.title,
    )


# --- While typing -------------------------------------------------------------------------------------

MOST_SUGGESTIONS = 7


def suggestions(network: Network, typed: str, language: str) -> list[tuple[str, str]]:
    """Titles of which a word begins with what was typed, with their addresses; for everybody."""
    words = search_words.words_in(typed[:LONGEST_QUESTION])
    if not words or len(words[-1]) < 2:
        return []
    found = []
    for kind, title, url in _public_titles(network, language):
        there = search_words.words_in(title)
        if all(any(one.startswith(word) for one in there) for word in words):
            first = bool(there) and there[0].startswith(words[0])
            found.append((not first, KINDS.index(kind), title, url))
    return [(title, url) for _first, _kind, title, url in sorted(found)[:MOST_SUGGESTIONS]]


def _public_titles(network: Network, language: str) -> list[tuple[str, str, str]]:
    """Kind, title and address of everything that everybody may find."""
    instead = search_index.behind(network, Side.OUTSIDE).instead
    rows = SearchEntry.objects.filter(network=network, language=language).for_everybody()
    titles = [
        (kind, title, url)
        for kind, key, title, url in rows.order_by("kind", "key").values_list("kind", "key", "title", "url")
        if (language, kind, key, EVERYBODY) not in instead
    ]
    titles += [
        (entry.kind, entry.title, entry.url)
        for entry in instead.values()
        if entry and entry.language == language
    ]
    return titles
