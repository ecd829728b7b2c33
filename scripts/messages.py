"""The Dutch catalogue: `python -m scripts.messages update` brings it up to date, `check` judges it.

Finds the strings with Python's own parser and Django's own reader of templates, so that no gettext tools
have to be installed. Source strings are English; English is complete when every text of a template is marked.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import polib
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "locale/nl/LC_MESSAGES/django.po"
APPS = ("config", "events", "knowledgebank", "ambassadors", "network")

# Which argument of which function is what: (context, text, plural).
FUNCTIONS = {
    "_": (None, 0, None), "gettext": (None, 0, None), "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None), "ngettext": (None, 0, 1), "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None), "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2), "npgettext_lazy": (0, 1, 2),
}  # fmt: skip
CALL = re.compile(r"\b(npgettext|ngettext|pgettext|gettext|_)\(")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
DUTCH = re.compile(r"\b(het|een|niet|jouw|deze|wordt|naar|voor|zijn|bij)\b", re.IGNORECASE)
# Words that are the same in every language: names, formats, addresses.
NAMES = {"Koploper", "PDF", "CSV", "XLSX", "xlsx", "csv", "Excel", "ZIP", "JSON", "QR", "LinkedIn", "utf",
         "nl", "en", "English", "Nederlands"}  # fmt: skip


class Text(NamedTuple):
    context: str | None
    text: str
    plural: str | None


class Place(NamedTuple):
    path: Path
    line: int

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line}"


def python_files() -> list[Path]:
    return sorted(p for app in APPS for p in (ROOT / app).rglob("*.py") if "migrations" not in p.parts)


def templates() -> list[Path]:
    kinds = (".html", ".txt", ".svg", ".xml")
    return sorted(path for path in (ROOT / "templates").rglob("*") if path.suffix in kinds)


def read_call(call: ast.Call, name: str) -> Text | None:
    """None where the text is not written out: a variable, or a call of something else."""

    def argument(index: int | None) -> str | None:
        if index is None or index >= len(call.args):
            return None
        node = call.args[index]
        return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None

    context, text, plural = (argument(index) for index in FUNCTIONS[name])
    return Text(context, text, plural) if text else None


def in_python(path: Path) -> Iterator[tuple[Text, int]]:
    for node in ast.walk(ast.parse(path.read_text(), str(path))):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in FUNCTIONS and (text := read_call(node, name)):
                yield text, node.lineno


def in_template(path: Path) -> Iterator[tuple[Text, int]]:
    source = templatize(path.read_text(), origin=str(path))
    for match in CALL.finditer(source):
        end = match.end()
        while (end := source.find(")", end) + 1) > 0:
            try:
                call = ast.parse(source[match.start() : end], mode="eval").body
            except SyntaxError:
                continue
            if isinstance(call, ast.Call) and (text := read_call(call, match[1])):
                yield text, source.count("\n", 0, match.start()) + 1
            break


def strings() -> dict[tuple[str | None, str], tuple[Text, Place]]:
    found: dict[tuple[str | None, str], tuple[Text, Place]] = {}
    for files, reader in ((python_files(), in_python), (templates(), in_template)):
        for path in files:
            for text, line in reader(path):
                key = (text.context, text.text)
                if key not in found or (text.plural and not found[key][0].plural):
                    found[key] = (text, Place(path, line))
    return found


def unmarked(path: Path) -> Iterator[tuple[str, int]]:
    """Text of a template that no translation tag surrounds; such text would have one language only."""

    def blank(match: re.Match) -> str:
        return re.sub(r"[^\n]", " ", match[0])

    source = path.read_text()
    for pattern in (
        r"\{%\s*block\s+\w+\s*%\}[a-z-]+ ?(?=\{%\s*(?:end)?block)",  # a class or a type, not a text
        r"\bown:[\w-]+",
        r"\{%\s*comment.*?endcomment\s*%\}", r"\{#.*?#\}", r"<!--.*?-->", r"<!\[CDATA\[|<!DOCTYPE[^>]*>",
        r"\{%\s*blocktrans(?:late)?\b.*?endblocktrans(?:late)?\s*%\}", r"\{%.*?%\}", r"\{\{.*?\}\}",
        r"<(style|script)\b.*?</\1>", r"&#?\w+;",
    ):  # fmt: skip
        source = re.sub(pattern, blank, source, flags=re.DOTALL)
    if path.suffix != ".txt":
        # Of the tags only the attributes that are read aloud or shown remain.
        def attributes(match: re.Match) -> str:
            spoken = r"\b(?:alt|title|aria-label|placeholder|content)=\"([^\"]*)\""
            if match[0].startswith("<meta") and "description" not in match[0]:
                return blank(match)
            kept = " ".join(re.findall(spoken, match[0]))
            return kept + "\n" * match[0].count("\n")

        source = re.sub(r"<[^<>]*>", attributes, source)
    for number, line in enumerate(source.splitlines(), 1):
        words = [word for word in re.findall(r"[^\W\d_]{2,}", line) if word not in NAMES]
        if words and not re.search(r"https?:|mailto:", line):
            yield " ".join(line.split()), number


def faults() -> list[str]:
    if not CATALOGUE.exists():
        return [f"{CATALOGUE.relative_to(ROOT)} is missing"]
    catalogue = polib.pofile(str(CATALOGUE))
    known = {(entry.msgctxt, entry.msgid): entry for entry in catalogue if not entry.obsolete}
    said = []
    for key, (text, place) in strings().items():
        entry = known.pop(key, None)
        if entry is None:
            said.append(f"{place}: no Dutch for {text.text!r}")
        elif entry.fuzzy:
            said.append(f"{place}: the Dutch of {text.text!r} is marked fuzzy")
        elif (text.plural and sorted(entry.msgstr_plural) != [0, 1]) or not entry.translated():
            said.append(f"{place}: the Dutch of {text.text!r} is incomplete")
        else:
            sources = set(PLACEHOLDER.findall(text.text)) | set(PLACEHOLDER.findall(text.plural or ""))
            for dutch in entry.msgstr_plural.values() if text.plural else [entry.msgstr]:
                if unknown := set(PLACEHOLDER.findall(dutch)) - sources:
                    said.append(f"{place}: the Dutch of {text.text!r} has {', '.join(sorted(unknown))}")
        if len(DUTCH.findall(text.text)) > 1:
            said.append(f"{place}: {text.text!r} is not English; source strings are")
    said += [
        f"{CATALOGUE.relative_to(ROOT)}: {text!r} is used nowhere; run make messages" for _, text in known
    ]
    said += [
        f"{Place(path, line)}: no translation tag around {text!r}"
        for path in templates()
        if path.parent.name != "style"  # sheets of samples for developers
        for text, line in unmarked(path)
    ]
    return said


def update() -> None:
    catalogue = polib.pofile(str(CATALOGUE), wrapwidth=110)
    known = {(entry.msgctxt, entry.msgid): entry for entry in catalogue if not entry.obsolete}
    fresh = polib.POFile(wrapwidth=110)
    fresh.metadata = catalogue.metadata
    for (context, msgid), (text, _) in sorted(
        strings().items(), key=lambda item: (item[0][1], item[0][0] or "")
    ):
        entry = known.get((context, msgid)) or polib.POEntry(msgctxt=context, msgid=msgid)
        if text.plural and not entry.msgid_plural:
            entry.msgid_plural, entry.msgstr_plural, entry.msgstr = text.plural, {0: entry.msgstr, 1: ""}, ""
        fresh.append(entry)
    fresh.save(str(CATALOGUE))
    fresh.save_as_mofile(str(CATALOGUE.with_suffix(".mo")))
    print(f"{len(fresh)} strings, {len(fresh.untranslated_entries())} to translate.")


def main() -> int:
    if sys.argv[1:] == ["update"]:
        update()
        return 0
    found = faults()
    print("\n".join(found) or "Every string has its Dutch.")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
