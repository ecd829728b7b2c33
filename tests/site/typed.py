"""The forms that stand on a page, as a browser would send them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser

# What somebody types freely; the others are chosen, or carried along.
TYPED = {"text", "search", "url", "email", "tel", "textarea", ""}


@dataclass
class Input:
    name: str
    kind: str  # the type of an input, or textarea, select, submit
    value: str
    is_checked: bool = False
    options: list[str] = field(default_factory=list)  # of a select; those chosen beforehand in `chosen`
    chosen: list[str] = field(default_factory=list)


@dataclass
class Form:
    action: str
    method: str
    inputs: list[Input] = field(default_factory=list)

    def sent(
        self, typed: Callable[[Input], str] | None = None, press: Input | None = None
    ) -> dict[str, list[str]]:
        """What leaves with the form: in free text what `typed` says, everything else as it stands there."""
        data: dict[str, list[str]] = {}
        for one in self.inputs:
            if not one.name or one.kind in ("file", "submit", "button", "image", "reset"):
                continue
            if one.kind in TYPED:
                data.setdefault(one.name, []).append(typed(one) if typed else one.value)
            elif one.kind == "select":
                data.setdefault(one.name, []).extend(one.chosen or one.options[:1])
            elif one.kind not in ("checkbox", "radio") or one.is_checked:
                data.setdefault(one.name, []).append(one.value)
        if press is not None and press.name:
            data[press.name] = [press.value]
        return data

    @property
    def buttons(self) -> list[Input]:
        return [one for one in self.inputs if one.kind == "submit"]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.by_id: dict[str, Form] = {}
        self.is_open = False
        self.text: Input | None = None
        self.select: Input | None = None

    def _form(self, attrs: dict[str, str]) -> Form | None:
        if attrs.get("form") in self.by_id:
            return self.by_id[attrs["form"]]
        return self.forms[-1] if self.is_open else None

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        attrs = {name: value or "" for name, value in pairs}
        if tag == "form":
            self.forms.append(Form(attrs.get("action", ""), attrs.get("method", "get").lower()))
            self.by_id[attrs.get("id", "")] = self.forms[-1]
            self.is_open = True
        elif tag == "option" and self.select:
            self.select.options.append(attrs.get("value", ""))
            if "selected" in attrs:
                self.select.chosen.append(attrs.get("value", ""))
        elif tag in ("input", "textarea", "select", "button"):
            kind = {"input": attrs.get("type", ""), "button": attrs.get("type", "submit")}.get(tag, tag)
            found = Input(attrs.get("name", ""), kind, attrs.get("value", ""), "checked" in attrs)
            if form := self._form(attrs):
                form.inputs.append(found)
            self.text = found if tag == "textarea" else self.text
            self.select = found if tag == "select" else self.select

    handle_startendtag = handle_starttag

    def handle_data(self, data: str) -> None:
        if self.text is not None:
            self.text.value += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.is_open = False
        elif tag == "textarea":
            self.text = None
        elif tag == "select":
            self.select = None


def forms_on(html: str) -> list[Form]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.forms
