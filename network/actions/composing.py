"""From a row of the outbox to the words of the mail, in the language of whoever gets it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

import css_inline
from django.db.models import Model
from django.template import Context, Engine, Template, TemplateDoesNotExist
from django.utils import timezone, translation
from django.utils.formats import date_format, number_format
from django.utils.safestring import mark_safe

from network import links, messages, wording
from network.actions import mailing
from network.colours import mail_colours
from network.models import Message, MessageText, Network

STYLES = "email/styles.css"


@dataclass(frozen=True)
class Composed:
    subject: str
    text: str
    html: str


class Composer:
    """Makes the words of mails; keeps the own texts of each network it meets, for one batch."""

    def __init__(self) -> None:
        self._texts: dict[int, dict[tuple[str, str, str], MessageText]] = {}
        self._networks: dict[int, Network] = {}

    def compose(self, message: Message) -> Composed:
        kind = messages.kind_of(message.kind)
        with translation.override(message.language):
            values = values_of(message, kind)
            own = self._own_text(message)
            subject = message.subject or (wording.filled(own.subject, shown(kind, values)) if own else "")
            words = message.words or (own.body if own else "")
            if words and not message.words:
                words = wording.filled(words, shown(kind, values))
            return render(kind, values, variant=message.variant, subject=subject, words=words)

    def words(self, message: Message) -> str:
        """The text of the mail without its frame, to be changed by the leader."""
        kind = messages.kind_of(message.kind)
        with translation.override(message.language):
            values = values_of(message, kind)
            if message.words:
                return message.words
            if own := self._own_text(message):
                return wording.filled(own.body, shown(kind, values))
            return _rendered_text(kind, message.variant, {**values, "only_words": True})

    def network(self, pk: int) -> Network:
        if pk not in self._networks:
            self._networks[pk] = Network.objects.prefetch_related("hosts").get(pk=pk)
        return self._networks[pk]

    def _own_text(self, message: Message) -> MessageText | None:
        if message.network_id not in self._texts:
            self._texts[message.network_id] = {
                (text.kind, text.variant, text.language): text
                for text in MessageText.objects.filter(network=message.network_id)
            }
        texts = self._texts[message.network_id]
        return texts.get((message.kind, message.variant, message.language)) or texts.get(
            (message.kind, "", message.language)
        )


def values_of(message: Message, kind: messages.Kind) -> dict[str, Any]:
    """Everything the templates of a kind can use; what follows from the present state comes last."""
    values = frame_values(message.network, kind, language=message.language)
    values |= {"name": message.recipient_name, "variant": message.variant}
    if kind.stoppable:
        values["stop_url"] = links.preferences_url(message.network, message.recipient, kind.group.name)
    values |= mailing.contents(message)
    if kind.context is not None:
        values |= kind.context(message)
    return values


def frame_values(network: Network, kind: messages.Kind, *, language: str) -> dict[str, Any]:
    return {
        "network": network,
        "language": language,
        "site_url": links.site_url(network),
        "name": "",
        "variant": "",
        "reason": kind.about or kind.group.about,
        "stop_url": "",
        "action_url": "",
        "action_label": "",
        "words": "",
        "only_words": False,
    }


def sample(kind: messages.Kind, network: Network, *, language: str, variant: str = "") -> dict[str, Any]:
    """Values to show a kind with, when there is no mail of it yet; call it in that language."""
    values = frame_values(network, kind, language=language)
    if kind.stoppable:
        values["stop_url"] = links.site_url(network)
    return {**values, "name": "Marleen Oosterveld", **kind.sample(network), "variant": variant}


def starting_text(
    kind: messages.Kind, network: Network, *, language: str, variant: str = ""
) -> tuple[str, str]:
    """Subject and words of the built-in mail with its placeholders, to be changed by a network."""
    with translation.override(language):
        values = sample(kind, network, language=language, variant=variant)
        stand_ins = {name: _stand_in(values.get(name), name, at) for at, name in enumerate(kind.placeholders)}
        values |= stand_ins | {"only_words": True}
        template = _template(kind.template, "subject", variant, ".txt")
        subject = str(template.render(Context(values, autoescape=False)))
        words = _rendered_text(kind, variant, values)
        for name, stand_in in stand_ins.items():
            if isinstance(stand_in, int | date):
                for written in (as_words(stand_in), str(stand_in)):
                    subject = subject.replace(written, f"{{{name}}}")
                    words = words.replace(written, f"{{{name}}}")
    return " ".join(subject.split()), words.strip()


def _stand_in(value: Any, name: str, at: int) -> Any:
    """Stands for a value until the text is there; a number or day stays one, since words follow from it."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return date(7001 + at, 1, 1)
    return 7_000_001 + at if isinstance(value, int) else f"{{{name}}}"


def render(
    kind: messages.Kind, values: Mapping[str, Any], *, variant: str = "", subject: str = "", words: str = ""
) -> Composed:
    """The mail in the present language; `subject` and `words` take the place of the kind's own."""
    if not subject:
        subject = _template(kind.template, "subject", variant, ".txt").render(
            Context({**values}, autoescape=False)
        )
    subject = " ".join(subject.split())
    html = _template(kind.template, "body", variant, ".html").render(
        Context({**values, "subject": subject, "words": mark_safe(wording.to_html(words)) if words else ""})
    )
    text = _rendered_text(
        kind, variant, {**values, "subject": subject, "words": wording.to_text(words) if words else ""}
    )
    return Composed(subject=subject, text=text, html=_inliner(values["network"]).inline(html))


def _inliner(network: Network) -> css_inline.CSSInliner:
    return _inliner_in(network.brand_colour, network.accent_colour)


@lru_cache(maxsize=256)
def _inliner_in(brand: str, accent: str) -> css_inline.CSSInliner:
    """Puts the styles into the elements, in compiled code; the sheet is made once for a pair of colours."""
    colours = mail_colours(Network(brand_colour=brand, accent_colour=accent))
    sheet = Engine.get_default().get_template(STYLES).render(Context({"colour": colours}, autoescape=False))
    return css_inline.CSSInliner(
        extra_css=sheet, inline_style_tags=False, keep_style_tags=False, load_remote_stylesheets=False
    )


def shown(kind: messages.Kind, values: Mapping[str, Any]) -> dict[str, str]:
    """The placeholders of a kind as readers see them."""
    return {name: as_words(values.get(name, "")) for name in kind.placeholders}


def as_words(value: Any) -> str:
    if isinstance(value, bool | str):
        return str(value)
    if isinstance(value, int):
        return number_format(value, use_l10n=True, force_grouping=True)
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y, H:i")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, Model):
        return str(value)
    if isinstance(value, list | tuple):
        return "\n".join(f"- {as_words(item)}" for item in value)
    return "" if value is None else str(value)


def _rendered_text(kind: messages.Kind, variant: str, values: Mapping[str, Any]) -> str:
    text = _template(kind.template, "body", variant, ".txt").render(Context({**values}, autoescape=False))
    lines = [line.rstrip() for line in text.strip().split("\n")]
    kept = [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]
    return "\n".join(kept) + "\n"


@lru_cache(maxsize=512)
def _name(folder: str, part: str, variant: str, ending: str) -> str:
    """The template of a variant where there is one, else that of the kind."""
    if variant:
        name = f"{folder}/{part}_{variant}{ending}"
        try:
            Engine.get_default().get_template(name)
        except TemplateDoesNotExist:
            pass
        else:
            return name
    return f"{folder}/{part}{ending}"


def _template(folder: str, part: str, variant: str, ending: str) -> Template:
    return Engine.get_default().get_template(_name(folder, part, variant, ending))
