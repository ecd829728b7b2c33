"""Drafts of what is said and written about the newcomers. Pure: facts in, text out, in the active language.

What somebody's own story says is known higher up: whoever keeps stories registers a source here, found by
`autodiscover` the way the worklist finds its sources.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.own_words import with_article


@dataclass(frozen=True)
class Told:
    """What somebody told in a story of their own that visitors may read."""

    title: str
    summary: str = ""
    lessons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Subject:
    """One person as the drafts see them."""

    first_name: str
    full_name: str
    role: str = ""
    company: str = ""
    place: str = ""
    sector: str = ""
    employees: int | None = None
    quote: str = ""
    biography: str = ""
    themes: tuple[str, ...] = ()
    said_by_others: tuple[str, ...] = ()  # why they were put forward
    told: Told | None = None

    @property
    def work(self) -> str:
        if self.role and self.company:
            return _("%(role)s of %(company)s") % {"role": self.role, "company": self.company}
        return self.company or self.role


@dataclass(frozen=True)
class Occasion:
    network: str
    word: str
    words: str
    theme: str
    region: str
    client: str
    official: str
    day: date
    place: str
    podia: int
    term_years: int
    contact: str = ""
    official_title: str = ""  # as far as it is part of `official`


Source = Callable[[Collection[int], date], dict[int, Told]]
_sources: list[Source] = []


def source(ask: Source) -> Source:
    """Register who can say what people, given by their number, told in a public story."""
    if ask not in _sources:
        _sources.append(ask)
    return ask


def told_by(people: Collection[int], on: date) -> dict[int, Told]:
    found: dict[int, Told] = {}
    for ask in _sources:
        found |= ask(people, on)
    return found


# --- About one person ----------------------------------------------------------------------------------


def speech(one: Subject, occasion: Occasion) -> str:
    """Notes for whoever hands over the plaque: short lines, in the order in which they are said."""
    lines = [f"{one.full_name}{', ' if one.work else ''}{one.work}"]
    where = " · ".join(part for part in (capfirst(one.sector), one.place) if part)
    if one.employees:
        people = ngettext("%(n)d person works there", "%(n)d people work there", one.employees)
        where = " · ".join(part for part in (where, people % {"n": one.employees}) if part)
    if where:
        lines.append(where)
    if one.biography:
        lines.append(_("Who: %(text)s") % {"text": _first_sentences(one.biography, 2)})
    if one.told:
        story = _titled(one.told.title, _first_sentences(one.told.summary, 2))
        lines.append(_("The story: %(text)s") % {"text": story})
        lines += [_("Learned: %(lesson)s") % {"lesson": lesson} for lesson in one.told.lessons[:3]]
    if one.said_by_others:
        lines.append(_("Why others wanted this: %(text)s") % {"text": one.said_by_others[0]})
    if one.quote:
        lines.append(_("In their own words: “%(quote)s”") % {"quote": one.quote})
    if one.themes:
        lines.append(_("Ask %(name)s about: %(themes)s") % {
            "name": one.first_name, "themes": ", ".join(one.themes),
        })  # fmt: skip
    return "\n".join(f"– {line}" for line in lines)


def press_about(one: Subject, occasion: Occasion) -> str:
    parts = [
        _("%(name)s is %(a_word)s of %(network)s") % {
            "a_word": with_article(occasion.word), "name": one.full_name, "network": occasion.network,
        },
        _("%(place)s, %(day)s – %(who)s was appointed %(word)s of %(network)s today%(by)s.") % {
            **_names(one, occasion),
            "place": occasion.place or occasion.region,
            "day": date_format(occasion.day, "j F Y"),
            "who": f"{one.full_name} ({one.work})" if one.work else one.full_name,
            "by": _by(occasion),
        },
        _story_paragraph(one),
        _said(one.quote, one.first_name),
        _promise(occasion, one.full_name),
        _contact(occasion),
    ]  # fmt: skip
    return "\n\n".join(part for part in parts if part)


def social_about(one: Subject, occasion: Occasion) -> str:
    parts = [
        _("Congratulations to %(name)s, from today %(word)s of %(network)s!") % _names(one, occasion),
        f"“{one.quote}”" if one.quote else "",
        _("Ask %(first)s about %(themes)s.") % {"first": one.first_name, "themes": ", ".join(one.themes)}
        if one.themes
        else "",
        _hashtags(occasion),
    ]
    return "\n\n".join(part for part in parts if part)


# --- About the round -----------------------------------------------------------------------------------


def speech_for_all(people: Sequence[Subject], occasion: Occasion) -> str:
    lines = [
        ngettext(
            "Today %(n)d entrepreneur becomes %(words)s of %(network)s.",
            "Today %(n)d entrepreneurs become %(words)s of %(network)s.",
            len(people),
        )
        % {
            "n": len(people),
            "words": occasion.word if len(people) == 1 else occasion.words,
            "network": occasion.network,
        },
        _("Entrepreneurs believe entrepreneurs: they tell what they tried, what worked and what did not."),
        _("Sectors: %(sectors)s.") % {"sectors": ", ".join(_sectors(people))} if _sectors(people) else "",
        _promise(occasion),
        _("Thank who put them forward, and the people at home and at work."),
    ]
    return "\n".join(f"– {line}" for line in lines if line)


def press(people: Sequence[Subject], occasion: Occasion) -> str:
    names = "\n".join(
        f"– {one.full_name}{', ' if one.work else ''}{one.work}{f' ({one.place})' if one.place else ''}"
        for one in people
    )
    quoted = next((one for one in people if one.quote), None)
    parts = [
        ngettext(
            "%(n)d new %(word)s of %(network)s", "%(n)d new %(words)s of %(network)s", len(people)
        )
        % {"n": len(people), "word": occasion.word, "words": occasion.words, "network": occasion.network},
        _("%(place)s, %(day)s – These entrepreneurs were appointed today%(by)s:") % {
            "place": occasion.place or occasion.region,
            "day": date_format(occasion.day, "j F Y"),
            "by": _by(occasion),
        },
        names,
        _said(quoted.quote, quoted.full_name) if quoted else "",
        _promise(occasion),
        _contact(occasion),
    ]  # fmt: skip
    return "\n\n".join(part for part in parts if part)


def social(people: Sequence[Subject], occasion: Occasion) -> str:
    parts = [
        ngettext(
            "Today we welcome %(n)d new %(word)s: %(names)s.",
            "Today we welcome %(n)d new %(words)s: %(names)s.",
            len(people),
        )
        % {
            "n": len(people),
            "word": occasion.word,
            "words": occasion.words,
            "names": ", ".join(one.full_name for one in people),
        },
        _("They tell what they tried, what worked and what did not. On your stage too?"),
        _hashtags(occasion),
    ]
    return "\n\n".join(part for part in parts if part)


# --- What a draft in another language leaves out -------------------------------------------------------


@dataclass(frozen=True)
class Untranslated:
    who: str  # empty: nobody in particular
    what: str
    words: str


ABOUT_ONE = {
    "speech": ("role", "sector", "biography", "told", "said_by_others", "quote", "themes"),
    "press": ("role", "told", "biography", "quote"),
    "social": ("quote", "themes"),
}
ABOUT_ALL = {"speech": ("sector",), "press": ("role", "quote"), "social": ()}


def untranslated(
    kind: str,
    own: tuple[Sequence[Subject], Occasion],
    other: tuple[Sequence[Subject], Occasion],
    *,
    is_about_all: bool,
) -> list[Untranslated]:
    """The facts that a draft of this kind says in our own language and cannot say in the other."""
    names = (ABOUT_ALL if is_about_all else ABOUT_ONE)[kind]
    found = []
    if kind == "press" and own[1].official_title and not other[1].official_title:
        found.append(Untranslated("", _("appointing official"), own[1].official))
    if own[1].theme and not other[1].theme:
        found.append(Untranslated("", _("theme"), own[1].theme))
    for ours, theirs in zip(own[0], other[0], strict=True):
        found += [
            Untranslated(ours.full_name, _called(name), _as_text(getattr(ours, name)))
            for name in names
            if getattr(ours, name) and not getattr(theirs, name)
        ]
    return found


def _called(fact: str) -> str:
    return {
        "role": _("role in the company"),
        "sector": _("sector"),
        "biography": _("short biography"),
        "told": _("story"),
        "said_by_others": _("why others put them forward"),
        "quote": _("quote"),
        "themes": _("themes"),
    }[fact]


def _as_text(fact: str | tuple[str, ...] | Told) -> str:
    if isinstance(fact, Told):
        return _titled(fact.title, fact.summary)
    return fact if isinstance(fact, str) else ", ".join(fact)


# --- Parts of them -------------------------------------------------------------------------------------


def _said(quote: str, who: str) -> str:
    """Words and whose they are, in one sentence: a full stop gives way, a question mark stays."""
    words = quote.strip()
    if not words:
        return ""
    if words.endswith("...") or words[-1] in "?!…":
        return _("“%(quote)s” says %(who)s.") % {"quote": words, "who": who}
    return _("“%(quote)s”, says %(who)s.") % {"quote": words.rstrip(" .,;:"), "who": who}


def _titled(title: str, summary: str) -> str:
    """A story's title as a sentence of its own, and what it is about."""
    stop = "" if title.rstrip()[-1:] in ("?", "!", "…") else "."
    return f"“{title.strip()}”{stop} {summary}".strip()


def _names(one: Subject, occasion: Occasion) -> dict[str, str]:
    return {"name": one.full_name, "word": occasion.word, "network": occasion.network}


def _by(occasion: Occasion) -> str:
    if occasion.official:
        return _(" by %(who)s") % {"who": occasion.official}
    return _(" by %(who)s") % {"who": occasion.client} if occasion.client else ""


def _story_paragraph(one: Subject) -> str:
    if one.told:
        whole = _("The whole story: %(title)s") % {"title": _titled(one.told.title, "")}
        return " ".join(part for part in (one.told.summary, whole) if part)
    return _first_sentences(one.biography, 3)


def _promise(occasion: Occasion, name: str = "") -> str:
    """What all of them agree to, or the one who is named."""
    times = ngettext("at least once a year", "at least %(n)d times a year", occasion.podia) % {
        "n": occasion.podia
    }
    years = ngettext("for %(n)d year", "for %(n)d years", occasion.term_years) % {"n": occasion.term_years}
    about = _(" about %(theme)s") % {"theme": occasion.theme} if occasion.theme else ""
    words = (
        _("%(name)s takes the stage %(times)s, %(years)s, and tells a story of their own%(about)s.")
        if name
        else _("They take the stage %(times)s, %(years)s, and tell their own story%(about)s.")
    )
    return words % {"name": name, "times": times, "years": years, "about": about}


def _contact(occasion: Occasion) -> str:
    return _("For the press: %(contact)s") % {"contact": occasion.contact} if occasion.contact else ""


def _hashtags(occasion: Occasion) -> str:
    words = (occasion.network, occasion.theme)
    return " ".join("#" + "".join(capfirst(part) for part in text.split()) for text in words if text)


def _sectors(people: Sequence[Subject]) -> list[str]:
    return list(dict.fromkeys(one.sector for one in people if one.sector))


def _first_sentences(text: str, most: int) -> str:
    """Whole sentences from the beginning; a text without full stops stays as it is."""
    flat = " ".join(text.split())
    ends = [n for n, sign in enumerate(flat) if sign in ".!?" and flat[n + 1 : n + 2] in ("", " ")]
    return flat[: ends[most - 1] + 1] if len(ends) >= most else flat
