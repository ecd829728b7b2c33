"""The index of the search: made from the things themselves, and put right when anything public has changed.

The worker writes it (`freshen`); a page only reads it. Where the index is behind, the page keeps in memory
what differs (`behind`) and answers with that, so whatever was taken off the site is not found any more, by
whatever way it was taken off, whether the worker came by or not. Each process remembers under which stamp
(`network.freshness`) and on which day it last looked. To see what differs, it reads everything as plain
values and compares their marks; only of what differs texts and words are made.
"""

import hashlib
import logging
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import DatabaseError, connection, transaction
from django.utils.translation import override

from knowledgebank import search_words
from knowledgebank.models import SearchEntry, SearchVocabulary
from knowledgebank.models.search import SearchEntryQuerySet
from knowledgebank.search_sources import Findable, Side, everything
from network import clock, freshness
from network.models import Network

log = logging.getLogger("koploper.search")

LONGEST_TEXT = 20_000
UNSHOWN = "\x1e"  # in the text of an entry: what comes after it is searched and never shown
WORDS_ON_SQLITE = "knowledgebank_searchentry_words"
MOST_ASKED_APART = 500

Key = tuple[str, str, str, str]  # language, kind, key and audience of an entry


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
    wanted = {key: one for side in Side for key, one in _wanted(side, network, on).items()}
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


_behind: dict[tuple[int, Side], tuple[Moment, Behind]] = {}
UP_TO_DATE = Behind()


def behind(network: Network, side: Side) -> Behind:
    """Worked out once for every change, in each process; writes nothing; true whatever the worker does."""
    now, today = freshness.stamp(), clock.today()
    known = _behind.get((network.pk, side))
    if now is not None and known is not None and known[0] == (now, today):
        return known[1]
    found = _difference(side, network, today)
    if now is not None:
        _behind[network.pk, side] = ((now, today), found)
    return found


def _difference(side: Side, network: Network, on: date) -> Behind:
    wanted = _wanted(side, network, on)
    entries = SearchEntry.objects.filter(network=network)
    kept = _kept(entries.for_everybody() if side is Side.OUTSIDE else entries.for_some())
    differs, gone = _compared(wanted, kept)
    if not differs and not gone:
        return UP_TO_DATE
    instead: dict[Key, SearchEntry | None] = dict.fromkeys(gone)
    instead |= {key: _entry(network, key, wanted[key]) for key in differs}
    if side is Side.INSIDE:
        return Behind(instead)
    return Behind(
        instead, _vocabularies_with(network, instead, [kept[key][0] for key in instead if key in kept])
    )


def _wanted(side: Side, network: Network, on: date) -> dict[Key, Findable]:
    """Everything that should be in the index, by its key."""
    wanted: dict[Key, Findable] = {}
    for language in network.languages:
        with override(language):
            for one in everything(side, network, on):
                wanted[language, one.kind, one.key, one.audience] = one
    return wanted


Kept = dict[Key, tuple[int, str]]  # by key: the entry that is there, and its mark


def _kept(entries: SearchEntryQuerySet) -> Kept:
    rows = entries.values_list("language", "kind", "key", "audience", "pk", "digest")
    return {(language, kind, key, audience): (pk, mark) for language, kind, key, audience, pk, mark in rows}


def _compared(wanted: Mapping[Key, Findable], kept: Kept) -> tuple[list[Key], list[Key]]:
    """What is new or another than it was, and what is to go."""
    differs = [key for key, one in wanted.items() if key not in kept or kept[key][1] != one.mark]
    return differs, [key for key in kept if key not in wanted]


def _entry(network: Network, key: Key, findable: Findable) -> SearchEntry:
    language, kind, name, audience = key
    with override(language):
        found = findable.made()
    body = "\n".join(" ".join(part.split()) for part in found.body if part)[:LONGEST_TEXT]
    also = " ".join(part for part in found.also if part)
    text = "\n".join(part for part in (" ".join(found.summary.split()), body) if part)
    return SearchEntry(
        network=network,
        language=language,
        kind=kind,
        key=name,
        audience=audience,
        url=found.url[:500],
        title=found.title[:300],
        over=found.over[:300],
        text=f"{text}{UNSHOWN}{also}" if also else text,
        text_language=found.text_language,
        title_words=" ".join(search_words.stems(found.title, language)),
        summary_words=" ".join(search_words.stems(f"{found.over} {found.summary}", language)),
        body_words=" ".join(search_words.stems(f"{body} {also}", language)),
        digest=findable.mark,
    )


def _write(network: Network, languages: Iterable[str], wanted: dict[Key, Findable]) -> dict[str, int]:
    kept = _kept(SearchEntry.objects.filter(network=network))
    differs, gone = _compared(wanted, kept)
    stale = [kept[key][0] for key in (*gone, *differs) if key in kept]
    if stale:
        SearchEntry.objects.filter(pk__in=stale).delete()
    if differs:
        entries = (_entry(network, key, wanted[key]) for key in differs)
        SearchEntry.objects.bulk_create(entries, batch_size=200, ignore_conflicts=True)
    if stale or differs:
        for language in languages:
            _keep_vocabulary(network, language)
    return {"written": len(differs), "gone": len(stale)}


# --- The words that are there --------------------------------------------------------------------------


@dataclass(frozen=True)
class Vocabulary:
    """The words of what everybody may find, and in how many entries each stands."""

    digest: str
    words: dict[str, int]  # folded word → in how many entries
    stems: dict[str, int]  # stem → in how many entries, about
    stem_of: dict[str, str]


_vocabularies: dict[tuple[int, str], Vocabulary] = {}
NOTHING = Vocabulary("", {}, {}, {})


def vocabulary(network: Network, language: str) -> Vocabulary:
    """Kept in the process; one query tells whether it still holds."""
    late = behind(network, Side.OUTSIDE)
    if late.instead:
        return late.vocabularies.get(language, NOTHING)
    return _kept_vocabulary(network, language)


def _kept_vocabulary(network: Network, language: str) -> Vocabulary:
    rows = SearchVocabulary.objects.filter(network=network, language=language)
    known = _vocabularies.get((network.pk, language))
    digest = rows.values_list("digest", flat=True).first()
    if digest is None:
        return NOTHING
    if known is None or known.digest != digest:
        words = rows.values_list("words", flat=True).first() or {}
        known = _vocabularies[(network.pk, language)] = _vocabulary(words, digest, language)
    return known


def _vocabularies_with(
    network: Network, instead: Mapping[Key, SearchEntry | None], stale: Collection[int]
) -> dict[str, Vocabulary]:
    """By language: the words that are kept, without those of entries that are to go, and with the new ones.

    Read in this order, a worker that writes meanwhile can make a word rarer, and never keep one that is gone.
    """
    counts: dict[str, Counter[str]] = {language: Counter() for language in network.languages}
    for language, *texts in _texts(stale):
        if language in counts:
            counts[language].subtract(_words_in(texts))
    for entry in instead.values():
        if entry:
            counts[entry.language].update(_words_in((entry.title, entry.over, entry.text)))
    found = {}
    for language, changes in counts.items():
        known = _kept_vocabulary(network, language)
        words = dict(known.words)
        for word, change in changes.items():
            words[word] = words.get(word, 0) + change
            if words[word] <= 0:
                del words[word]
        found[language] = _vocabulary(words, "", language)
    return found


def _texts(entries: Collection[int]) -> Iterable[tuple[str, str, str, str]]:
    """Language, title, over and text of these entries."""
    pks = list(entries)
    for start in range(0, len(pks), MOST_ASKED_APART):
        asked = SearchEntry.objects.filter(pk__in=pks[start : start + MOST_ASKED_APART])
        yield from asked.values_list("language", "title", "over", "text")


def _keep_vocabulary(network: Network, language: str) -> None:
    rows = SearchEntry.objects.filter(network=network, language=language).for_everybody()
    counts: Counter[str] = Counter()
    for texts in rows.values_list("title", "over", "text"):
        counts.update(_words_in(texts))
    digest = hashlib.blake2s(repr(sorted(counts.items())).encode(), digest_size=16).hexdigest()
    SearchVocabulary.objects.update_or_create(
        network=network, language=language, defaults={"words": dict(counts), "digest": digest}
    )


def _words_in(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in search_words.words_in(text) if not word.isdigit()}


def _vocabulary(words: dict[str, int], digest: str, language: str) -> Vocabulary:
    stem_of = {word: search_words.stem(word, language) for word in words}
    stems: Counter[str] = Counter()
    for word, count in words.items():
        stems[stem_of[word]] += count
    return Vocabulary(digest, words, dict(stems), stem_of)
