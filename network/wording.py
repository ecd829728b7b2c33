"""The few marks in which people write mails: pure, from text to text and to HTML.

A blank line starts a paragraph, lines with `- ` make a list, `**bold**`, `[words](https://…)`, bare
addresses become links, and `{first_name}` is filled in. Nothing else means anything.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
STRAY = re.compile(r"[{}]")
INLINE = re.compile(
    r"\*\*(?P<bold>[^*\n]+)\*\*"
    r"|\[(?P<label>[^\[\]\n]+)\]\((?P<target>https?://[^\s)]+|mailto:[^\s)]+)\)"
    r"|(?P<address>https?://[^\s<>\"]*[^\s<>\".,;:!?)\]])"
)
ITEM = re.compile(r"^\s*[-*•]\s+")


def placeholders_in(words: str) -> list[str]:
    return list(dict.fromkeys(PLACEHOLDER.findall(words)))


def unknown_placeholders(words: str, known: Iterable[str]) -> list[str]:
    """What stands between braces without being a placeholder; a lone brace included."""
    known = set(known)
    faults = [f"{{{name}}}" for name in placeholders_in(words) if name not in known]
    return faults + list(dict.fromkeys(STRAY.findall(PLACEHOLDER.sub("", words))))


def filled(words: str, values: Mapping[str, str]) -> str:
    """The words with the placeholders that are known filled in, in one pass: a value is never read again."""
    return PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), words)


def to_text(words: str) -> str:
    """As plain text: `**bold**` becomes bold's words, a link its words and its address."""

    def plain(match: re.Match[str]) -> str:
        if match["bold"]:
            return match["bold"]
        if match["label"]:
            address = match["target"].removeprefix("mailto:")
            return address if match["label"] == address else f"{match['label']} ({address})"
        return match["address"]

    return INLINE.sub(plain, _unified(words)).strip()


def to_html(words: str) -> str:
    """As paragraphs and lists; everything that was typed is escaped."""
    blocks = re.split(r"\n\s*\n", _unified(words).strip())
    return "\n".join(_block(block.split("\n")) for block in blocks if block.strip())


def _block(lines: list[str]) -> str:
    """A paragraph, a list, or a paragraph that introduces a list."""
    parts: list[str] = []
    text: list[str] = []
    items: list[str] = []

    def close() -> None:
        if text:
            parts.append("<p>" + "<br>".join(text) + "</p>")
            text.clear()
        if items:
            parts.append("<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>")
            items.clear()

    for line in lines:
        mark = ITEM.match(line)
        if bool(mark) == bool(text) and (text or items):
            close()
        (items if mark else text).append(_inline(line[mark.end() :] if mark else line.strip()))
    close()
    return "".join(parts)


def _inline(line: str) -> str:
    parts: list[str] = []
    at = 0
    for match in INLINE.finditer(line):
        parts.append(escape(line[at : match.start()]))
        if match["bold"]:
            parts.append(f"<strong>{escape(match['bold'])}</strong>")
        else:
            target, label = match["target"] or match["address"], match["label"] or match["address"]
            parts.append(f'<a href="{escape(target)}">{escape(label)}</a>')
        at = match.end()
    parts.append(escape(line[at:]))
    return "".join(parts)


def _unified(words: str) -> str:
    return words.replace("\r\n", "\n").replace("\r", "\n")
