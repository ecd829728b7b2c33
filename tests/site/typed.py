"""The forms that stand on a page, as a browser would send them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser

# What somebody types freely; the others are chosen, or carried along.
TYPED = {"text", "search", "url", "email", "tel", "textarea", ""}
FITTING = {"date": "2026-12-01", "time": "12:00", "number": "1", "datetime-local": "2026-12-01T12:00"}
NOT_SENT = {"file", "submit", "button", "image", "reset"}


@dataclass
class Input:
    name: str
    kind: str  # the type of an input, or textarea, select, submit
    value: str
    is_checked: bool = False
    options: list[str] = field(default_factory=list)  # of a select
    chosen: list[str] = field(default_factory=list)  # and those that were chosen beforehand


Typing = Callable[[Input], str]


@dataclass
class Form:
    action: str
    method: str
    inputs: list[Input] = field(default_factory=list)

    def sent(self, press: Input | None = None) -> dict[str, list[str]]:
        """What leaves with the form as it stands there."""
        data: dict[str, list[str]] = {}
        for one in self.inputs:
            if not one.name or one.kind in NOT_SENT:
                continue
            if one.kind == "select":
                data.setdefault(one.name, []).extend(one.chosen or one.options[:1])
            elif one.kind not in ("checkbox", "radio") or one.is_checked:
                data.setdefault(one.name, []).append(one.value)
        return data | ({press.name: [press.value]} if press is not None and press.name else {})

    def filled(self, typed: Typing, press: Input | None = None) -> dict[str, list[str]]:
        """The same with what `typed` says in free text, every box ticked and something chosen everywhere."""
        data = self.sent(press)
        for one in self.inputs:
            if one.kind in TYPED and one.name:
                data[one.name] = [typed(one)]
            elif one.kind in FITTING and not one.value:
                data[one.name] = [FITTING[one.kind]]
            elif one.kind == "select" and not any(data[one.name]):
                data[one.name] = [value for value in one.options if value][:1]
            elif one.kind in ("radio", "checkbox") and one.name not in data and "DELETE" not in one.name:
                data[one.name] = [one.value or "on"]
        return data

    def named(self, kind: str) -> list[str]:
        return [one.name for one in self.inputs if one.kind == kind]

    @property
    def buttons(self) -> list[Input]:
        return [one for one in self.inputs if one.kind == "submit"]


class FormReader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.by_id: dict[str, Form] = {}
        self.is_open = False
        self.text: Input | None = None
        self.select: Input | None = None
        self.feed(html)
        self.close()

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

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

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
    return FormReader(html).forms
