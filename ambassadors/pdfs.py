"""What stands on the plaques of a round, from the records."""

from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db.models.fields.files import FieldFile
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst, slugify
from django.utils.translation import get_language, override, pgettext
from django.utils.translation import gettext as _

from ambassadors.models import Appointment, AppointmentRound
from ambassadors.plaques.sheet import House, Plaque
from network import links
from network.colours import derive
from network.models import Network

DESIGN = "5"  # counts up with every change of the plaque's look, so that a rerun makes them anew
CLAUSE = {
    "nl": ("als", "die", "om", "omdat", "voor", "ter", "vanwege", "met", "in", "uit", "wegens"),
    "en": ("as", "who", "to", "because", "for", "with", "in", "from", "by", "having"),
}
OWN_LANGUAGE = settings.LANGUAGE_CODE
NO_BREAK = "\N{NO-BREAK SPACE}"


def plaque_house(round: AppointmentRound, language: str = OWN_LANGUAGE) -> House:
    """House style, wording, official, place and date of a round's plaques."""
    network = round.network
    first, _space, rest = network.name.partition(" ")
    with override(language):
        day = _day(round.ceremony_on)
        return House(
            language=language,
            network=network.name,
            wordmark=tuple(part.lower() for part in (first, rest) if part),
            colours=derive(network.brand_colour, network.accent_colour).light,
            created=round.ceremony_on,
            eyebrow=pgettext("above a certificate", "Appointment").upper(),
            lead=_("%(client)s appoints") % {"client": capfirst(_with_article(network.client))}
            if network.client_name
            else _("%(network)s appoints") % {"network": network.name},
            place_and_date=f"{round.place}, {day}" if round.place else day,
            number_label=_("no."),
            qr_caption=_("check this appointment"),
            qr_alt=_("QR code that leads to the page that confirms this appointment"),
            official_name=round.official_name,
            official_title=round.only_in_language("official_title"),
            signature_alt=_("Signature of %(name)s") % {"name": round.official_name},
            signature=_content(round.official_signature) or None,
            logo=_content(network.logo) or None,
        )


def plaque_of(appointment: Appointment, language: str = OWN_LANGUAGE) -> Plaque:
    person, term, network = appointment.person, appointment.term, appointment.round.network
    with override(language):
        period = _("for the period from %(start)s to %(end)s") % {
            "start": _day(term.start),
            "end": _day(term.planned_end or term.end),
        }
        return Plaque(
            key=str(appointment.pk),
            name=appointment.name,
            initials=person.initials,
            company=", ".join(part for part in (appointment.company, appointment.place) if part),
            before_title=pgettext("appointed to be", "as"),
            title=title_in(network),
            after_title=_sentence(period, _own_words(network, "plaque_text")),
            number=appointment.serial_number,
            verify_url=links.absolute(network, reverse("plaque_check", args=[appointment.public_id])),
            document_title=_("Plaque %(number)s, %(name)s")
            % {"number": appointment.serial_number, "name": appointment.name},
            portrait_alt=person.portrait_alt or _("Portrait of %(name)s") % {"name": appointment.name},
            no_portrait_alt=_("Initials of %(name)s; there is no portrait") % {"name": appointment.name},
            portrait=_content(person.portrait),
            focus=(person.focal_x / 100, person.focal_y / 100),
        )


def title_in(network: Network) -> str:
    """What somebody is appointed to be, in the language of now."""
    return _own_words(network, "plaque_title") or f"{network.word} {network.topic}"


def _own_words(network: Network, field: str) -> str:
    """What the network wrote for its plaques in the language of now; empty rather than in another one."""
    language = get_language()
    written: str = getattr(network, field if language == OWN_LANGUAGE else f"{field}_{language}")
    return written


def texts_that_lack(language: str, round: AppointmentRound) -> list[str]:
    """What a plaque in that language would show in Dutch, or leave out that a Dutch one has; by its label."""
    if language == OWN_LANGUAGE:
        return []
    network = round.network
    fields: list[tuple[Any, str]] = [(network, "client_name"), (network, "plaque_title")]
    if not network.plaque_title_en:  # the title is then put together from these
        fields += [(network, "word_singular"), (network, "theme")]
    fields += [(network, "plaque_text"), (round, "official_title")]
    return [
        str(owner._meta.get_field(f"{name}_{language}").verbose_name)
        for owner, name in fields
        if getattr(owner, name) and not getattr(owner, f"{name}_{language}")
    ]


def plaque_name(appointment: Appointment, edition: str) -> str:
    """PO-2026-007-marleen-oosterveld.pdf"""
    suffix = "-print" if edition == "print" else ""
    return f"{appointment.serial_number}-{slugify(appointment.name)[:80]}{suffix}.pdf"


def merged_name(round: AppointmentRound, edition: str) -> str:
    suffix = "-print" if edition == "print" else ""
    return f"{slugify(_('plaques'))}-{round.network.slug}-{round.year}{suffix}.pdf"


def merged_title(round: AppointmentRound) -> str:
    return _("Plaques %(network)s %(year)s") % {"network": round.network.name, "year": round.year}


def fingerprint(*parts: Any) -> str:
    """Of everything a file follows from: equal means that making it again would change no byte."""
    digest = sha256(DESIGN.encode())
    for part in parts:
        values = vars(part) if isinstance(part, House | Plaque) else {"": part}
        for name, value in sorted(values.items()):
            content = value if isinstance(value, bytes) else repr(value).encode()
            digest.update(f"\0{name}:{len(content)}:".encode() + content)
    return digest.hexdigest()


def _sentence(period: str, text: str) -> str:
    """The network's own text goes on in the sentence when it is a clause, else it is one of its own."""
    text = text.strip().strip(",.").strip()
    if not text:
        return f"{period}."
    if text.split(" ")[0].lower() in CLAUSE[str(get_language())]:
        return f"{period}, {text}."
    return f"{period}. {capfirst(text)}."


def _day(day: Any) -> str:
    """A date that no line breaks in two."""
    return date_format(day, "j F Y").replace(" ", NO_BREAK)


def _with_article(client: str) -> str:
    """A body whose name is a common noun is named with its article: the province of …"""
    noun = client.split(" ")[0].lower()
    if noun in ("provincie", "gemeente", "regio", "stichting", "vereniging", "coöperatie"):
        return pgettext("before the name of a client", "the %(client)s") % {"client": client}
    return client


def _content(file: FieldFile) -> bytes | None:
    """None: there is no picture. Empty: there should be one, but its file is gone."""
    if not file:
        return None
    try:
        with file.open("rb") as opened:
            content: bytes = opened.read()
            return content
    except OSError:
        return b""
