"""The index of the search: made from the things themselves, and made anew when anything public has changed.

The worker writes it (`freshen`); a page only reads it. Where the index is behind, the page keeps in memory
what differs (`behind`) and answers with that, so whatever was taken off the site is not found any more, by
whatever way it was taken off, whether the worker came by or not. Each process remembers under which stamp
(`network.freshness`) and on which day it last looked.
"""

import hashlib
import logging
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import DatabaseError, connection, transaction
from django.utils.translation import override

from knowledgebank import search_words
from knowledgebank.models import SearchEntry, SearchVocabulary
from network import clock, freshness
from network.models import Network

log = logging.getLogger("koploper.search")

EVERYBODY = ""
TEAM = "team"
LONGEST_TEXT = 20_000
UNSHOWN = "\x1e"  # in the text of an entry: what comes after it is searched and never shown
WORDS_ON_SQLITE = "knowledgebank_searchentry_words"


def of_person(pk: int) -> str:
    """The audience of one person."""
    return f"person-{pk}"


@dataclass(frozen=True)
class Found:
    """One thing as its app hands it over, in the language that is active."""

    kind: str
    key: str
    url: str
    title: str
    over: str = ""  # who, where, from which source: shown above the title and found as the summary is
    summary: str = ""
    body: Sequence[str] = ()  # each part a passage of its own: a snippet never runs on into the next
    also: Sequence[str] = ()  # words it is found by and that are not shown: sector, place, tags
    audience: str = EVERYBODY
    text_language: str = ""  # where it is not that of the page


Source = Callable[[Network, date], Iterable[Found]]
_sources: list[Source] = []

Key = tuple[str, str, str, str]  # language, kind, key and audience of an entry


def source(contributor: Source) -> Source:
    if contributor not in _sources:
        _sources.append(contributor)
    return contributor


# --- Up to date? -------------------------------------------------------------------------------------

Moment = tuple[str, date]  # the stamp and the day under which something was read

_written: dict[int, Moment] = {}  # network -> when this process last brought its index up to date


def freshen(network: Network) -> None:
    """Bring the index up to date if anything may have changed; the worker's, every few minutes."""
    now, today = freshness.stamp(), clock.today()
    if now is not None and _written.get(network.pk) == (now, today):
        return
    try:
        rebuild(network, today)
    except DatabaseError as error:  # somebody else is writing; the next round tries again
        log.warning("search index left as it was", extra={"reason": type(error).__name__})
        return
    if now is not None:
        _written[network.pk] = (now, today)


def rebuild(network: Network, on: date) -> dict[str, int]:
    """Read everything, write what differs; how many entries were written and taken away, by word."""
    wanted = _wanted(network, on)
    with transaction.atomic():
        return _write(network, network.languages, wanted)


def forget(network: Network) -> None:
    """Make the index anew without what was erased. SQLite keeps the words of rows that are gone in its
    full-text table until the parts of it are joined.
    """
    rebuild(network, clock.today())
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {WORDS_ON_SQLITE} ({WORDS_ON_SQLITE}) VALUES ('optimize')")


@dataclass(frozen=True)
class Behind:
    """What the index does not know yet: by key, the entry as it should be, or None where it is to go."""

    instead: Mapping[Key, SearchEntry | None] = field(default_factory=dict)
    vocabularies: Mapping[str, "Vocabulary"] = field(default_factory=dict)  # by language


_behind: dict[int, tuple[Moment, Behind]] = {}
UP_TO_DATE = Behind()


def behind(network: Network) -> Behind:
    """Worked out once for every change, in each process; writes nothing; true whatever the worker does."""
    now, today = freshness.stamp(), clock.today()
    known = _behind.get(network.pk)
    if now is not None and known is not None and known[0] == (now, today):
        return known[1]
    found = _difference(network, today)
    if now is not None:
        _behind[network.pk] = ((now, today), found)
    return found


def _difference(network: Network, on: date) -> Behind:
    wanted = _wanted(network, on)
    kept = {
        (language, kind, key, audience): digest
        for language, kind, key, audience, digest in SearchEntry.objects.filter(network=network).values_list(
            "language", "kind", "key", "audience", "digest"
        )
    }
    instead: dict[Key, SearchEntry | None] = {key: None for key in kept if key not in wanted}
    instead |= {key: _with_words(entry) for key, entry in wanted.items() if kept.get(key, "") != entry.digest}
    if not instead:
        return UP_TO_DATE
    texts: dict[str, list[Texts]] = {language: [] for language in network.languages}
    for entry in wanted.values():
        if entry.audience == EVERYBODY:
            texts[entry.language].append((entry.title, entry.over, entry.text))
    return Behind(
        instead, {language: _vocabulary(*_words_of(rows), language) for language, rows in texts.items()}
    )


def _wanted(network: Network, on: date) -> dict[Key, SearchEntry]:
    """Every entry as it should be, by its key."""
    wanted: dict[Key, SearchEntry] = {}
    for language in network.languages:
        with override(language):
            for found in _everything(network, on):
                entry = _entry(network, language, found)
                wanted[key_of(entry)] = entry
    return wanted


def _everything(network: Network, on: date) -> Iterable[Found]:
    for contributor in _sources:
        yield from contributor(network, on)


def key_of(entry: SearchEntry) -> Key:
    return (entry.language, entry.kind, entry.key, entry.audience)


def _entry(network: Network, language: str, found: Found) -> SearchEntry:
    """Without its words: they are worked out only where the text is new."""
    body = "\n".join(" ".join(part.split()) for part in found.body if part)[:LONGEST_TEXT]
    also = " ".join(part for part in found.also if part)
    text = "\n".join(part for part in (" ".join(found.summary.split()), body) if part)
    parts = (found.url, found.title, found.over, found.summary, body, also, found.text_language)
    entry = SearchEntry(
        network=network,
        language=language,
        kind=found.kind,
        key=found.key,
        audience=found.audience,
        url=found.url[:500],
        title=found.title[:300],
        over=found.over[:300],
        text=f"{text}{UNSHOWN}{also}" if also else text,
        text_language=found.text_language,
        digest=hashlib.blake2s("\x1f".join(parts).encode(), digest_size=16).hexdigest(),
    )
    entry.parts = (found.title, f"{found.over} {found.summary}", f"{body} {also}")  # type: ignore[attr-defined]
    return entry


def _with_words(entry: SearchEntry) -> SearchEntry:
    title, summary, body = entry.parts  # type: ignore[attr-defined]
    entry.title_words = " ".join(search_words.stems(title, entry.language))
    entry.summary_words = " ".join(search_words.stems(summary, entry.language))
    entry.body_words = " ".join(search_words.stems(body, entry.language))
    return entry


def _write(network: Network, languages: Iterable[str], wanted: dict[Key, SearchEntry]) -> dict[str, int]:
    kept = {
        (language, kind, key, audience): (pk, digest)
        for pk, language, kind, key, audience, digest in SearchEntry.objects.filter(
            network=network
        ).values_list("pk", "language", "kind", "key", "audience", "digest")
    }
    differs = [entry for key, entry in wanted.items() if kept.get(key, (0, ""))[1] != entry.digest]
    gone = [pk for key, (pk, _digest) in kept.items() if key not in wanted]
    gone += [kept[key_of(entry)][0] for entry in differs if key_of(entry) in kept]
    if gone:
        SearchEntry.objects.filter(pk__in=gone).delete()
    if differs:
        SearchEntry.objects.bulk_create(map(_with_words, differs), batch_size=200, ignore_conflicts=True)
    if gone or differs:
        for language in languages:
            _keep_vocabulary(network, language)
    return {"written": len(differs), "gone": len(gone)}


def _keep_vocabulary(network: Network, language: str) -> None:
    """The words of what everybody may find, and in how many entries each stands."""
    rows = SearchEntry.objects.filter(network=network, language=language, audience=EVERYBODY)
    known, digest = _words_of(rows.values_list("title", "over", "text"))
    SearchVocabulary.objects.update_or_create(
        network=network, language=language, defaults={"words": known, "digest": digest}
    )


Texts = tuple[str, str, str]  # title, over and text of an entry


def _words_of(rows: Iterable[Texts]) -> tuple[dict[str, int], str]:
    """Every word with the number of entries it stands in, and a digest of them all."""
    counts: Counter[str] = Counter()
    for texts in rows:
        counts.update({word for text in texts for word in search_words.words_in(text)})
    known = {word: count for word, count in counts.items() if not word.isdigit()}
    return known, hashlib.blake2s(repr(sorted(known.items())).encode(), digest_size=16).hexdigest()


# --- The words that are there --------------------------------------------------------------------------


@dataclass(frozen=True)
class Vocabulary:
    digest: str
    words: dict[str, int]  # folded word → in how many entries
    stems: dict[str, int]  # stem → in how many entries, about
    stem_of: dict[str, str]


_vocabularies: dict[tuple[int, str], Vocabulary] = {}
NOTHING = Vocabulary("", {}, {}, {})


def vocabulary(network: Network, language: str) -> Vocabulary:
    """Kept in the process; one query tells whether it still holds."""
    late = behind(network)
    if late.instead:
        return late.vocabularies.get(language, NOTHING)
    rows = SearchVocabulary.objects.filter(network=network, language=language)
    known = _vocabularies.get((network.pk, language))
    digest = rows.values_list("digest", flat=True).first()
    if digest is None:
        return NOTHING
    if known is None or known.digest != digest:
        words = rows.values_list("words", flat=True).first() or {}
        known = _vocabularies[(network.pk, language)] = _vocabulary(words, digest, language)
    return known


def _vocabulary(words: dict[str, int], digest: str, language: str) -> Vocabulary:
    stem_of = {word: search_words.stem(word, language) for word in words}
    stems: Counter[str] = Counter()
    for word, count in words.items():
        stems[stem_of[word]] += count
    return Vocabulary(digest, words, dict(stems), stem_of)
