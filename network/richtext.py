"""What people write at length: their few marks, and the one sanitiser that every rich text passes.

A text is kept as it was typed, with marks and never with HTML: what is pasted or imported as HTML becomes
marks on its way into the database (`RichTextField`), whichever way that is. On its way out it becomes HTML
and passes the same sanitiser once more.
"""

import re
from html.parser import HTMLParser
from typing import Any

import nh3
from django.db import models
from django.utils.translation import gettext_lazy as _

from network import wording

TAGS = {"p", "h2", "h3", "ul", "ol", "li", "strong", "em", "a", "blockquote", "br"}
HELP = _(
    "A blank line starts a paragraph, - a list, 1. a numbered one, ## a heading, > a quotation; **bold** "
    "and [words](https://address)."
)


def clean(html: str) -> str:
    """Only the tags of an ordinary text; links to https and mail. Cleaning twice is cleaning once."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"https", "http", "mailto"},
        link_rel="noopener noreferrer",
    )


# --- From marks to HTML ---------------------------------------------------------------------------------

BLOCK = re.compile(
    r"^(?:(?P<deep>###)\s+(?P<h3>.+)|(?P<mark>##)\s+(?P<h2>.+)|>\s?(?P<quote>.*)|\d{1,2}[.)]\s+(?P<number>.+))$"
)


def from_marks(text: str) -> str:
    """The marks of a mail (see `wording`), headings, quotations and numbered lists, as clean HTML."""
    parts: list[str] = []
    plain: list[str] = []
    gathered: list[str] = []
    gathering = ""

    def close() -> None:
        nonlocal gathering
        if plain:
            parts.append(wording.to_html("\n".join(plain)))
            plain.clear()
        if gathering == "quote":
            parts.append(f"<blockquote>{wording.to_html(chr(10).join(gathered))}</blockquote>")
        elif gathering == "number":
            parts.append("<ol>" + "".join(f"<li>{_inline(item)}</li>" for item in gathered) + "</ol>")
        gathered.clear()
        gathering = ""

    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        found = BLOCK.match(line.strip())
        if found is None:
            if gathering:
                close()
            plain.append(line)
            continue
        kind = next(name for name in ("h2", "h3", "quote", "number") if found[name] is not None)
        if kind != gathering or kind in ("h2", "h3"):
            close()
        if kind in ("h2", "h3"):
            parts.append(f"<{kind}>{_inline(found[kind].strip())}</{kind}>")
        else:
            gathering = kind
            gathered.append(found[kind])
    close()
    return clean("\n".join(part for part in parts if part))


def _inline(line: str) -> str:
    """One line with bold and links; `wording` makes a paragraph of it, of which only the inside is wanted."""
    return wording.to_html(line.lstrip("-*• ")).removeprefix("<p>").removesuffix("</p>")


def to_text(text: str) -> str:
    """Without any marks, on one line: for a description, a snippet or a search."""
    lines = (re.sub(r"^(?:#{2,3}|>|\d{1,2}[.)]|[-*•])\s+", "", line.strip()) for line in text.splitlines())
    return " ".join(wording.to_text(" ".join(line for line in lines if line)).split())


# --- On its way in ----------------------------------------------------------------------------------------

# A tag, a comment or the beginning of one: text that speaks of "a < b" is left alone.
MARKUP = re.compile(r"<[a-zA-Z/!?]")
# What cannot be seen: control characters, and those that turn the direction of the line.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff]")
# The target of a link that is no address of a page or a mail: its words stay.
BAD_TARGET = re.compile(r"\[([^\[\]\n]*)\]\(\s*+(?!https?://|mailto:)[^)\n]*\)", re.IGNORECASE)
MOST_ROUNDS = 5


def stored(text: str) -> str:
    """The text as it is kept: marks, no markup, nothing unseen. Storing it again changes nothing."""
    text = UNSEEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    for _round in range(MOST_ROUNDS):
        if not MARKUP.search(text):
            break
        text = to_marks(text)
    else:
        text = text.replace("<", "‹")  # markup in markup in markup: nobody writes that by accident
    while BAD_TARGET.search(text):
        text = BAD_TARGET.sub(r"\1", text)
    return text


def to_marks(html: str) -> str:
    """HTML of another editor as our marks; what we have no mark for leaves its words."""
    reader = _Reader()
    reader.feed(clean(html))
    reader.close()
    return re.sub(r"\n{3,}", "\n\n", "".join(reader.parts)).strip()


class _Reader(HTMLParser):
    """Reads only what `clean` has let through."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.lists: list[str] = []
        self.numbers: list[int] = []
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "p":
            self.parts.append("\n\n")
        elif tag in ("h2", "h3"):
            self.parts.append("\n\n" + "#" * int(tag[1]) + " ")
        elif tag == "br":
            self.parts.append("\n")
        elif tag in ("ul", "ol"):
            self.lists.append(tag)
            self.numbers.append(0)
            self.parts.append("\n\n")
        elif tag == "li":
            self.parts.append("\n" + self._bullet())
        elif tag == "strong":
            self.parts.append("**")
        elif tag == "blockquote":
            self.parts.append("\n\n> ")
        elif tag == "a":
            self.targets.append(dict(attrs).get("href") or "")
            self.parts.append("[" if self.targets[-1] else "")

    def _bullet(self) -> str:
        if not self.lists or self.lists[-1] == "ul":
            return "- "
        self.numbers[-1] += 1
        return f"{self.numbers[-1]}. "

    def handle_endtag(self, tag: str) -> None:
        if tag == "strong":
            self.parts.append("**")
        elif tag in ("p", "h2", "h3", "blockquote"):
            self.parts.append("\n\n")
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
            self.numbers.pop()
            self.parts.append("\n\n")
        elif tag == "a" and self.targets:
            target = self.targets.pop()
            self.parts.append(f"]({target})" if target else "")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


class RichTextField(models.TextField):
    """Text with marks, stored clean whatever writes it: a form, an import, `update()` or `bulk_create`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", HELP)
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = stored(value)
            setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return stored(value) if isinstance(value, str) else value

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        kwargs.pop("help_text", None)
        return name, "network.richtext.RichTextField", args, kwargs
