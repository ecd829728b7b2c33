"""What stands on a printed card, on the last slide and on the screen, from the records."""

from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import override

from ambassadors.models import Person
from events.cards.sheet import Card
from events.models import BusinessCard
from events.podium_words import podium_name, whereabouts
from network import clock, images, links
from network.colours import derive

OWN_LANGUAGE = "nl"  # the address on paper is the short one, without a language in it


def address_of(card: BusinessCard) -> str:
    with override(OWN_LANGUAGE):
        return links.absolute(card.network, reverse("card", args=[card.code]))


def print_of(card: BusinessCard) -> Card:
    network, person, podium = card.network, card.person, card.podium
    name, role, portrait, portrait_alt = "", "", None, ""
    if person:
        work = person.company_on(clock.today())
        name = person.full_name
        role = ", ".join(filter(None, (work.role, work.company.name, work.company.place))) if work else ""
        portrait, portrait_alt = _portrait(person), _("Portrait of %(name)s") % {"name": name}
    elif podium:
        name = podium_name(podium)
        people = ", ".join(one.full_name for one in podium.ambassadors.all())
        role = " · ".join(filter(None, (people, whereabouts(podium))))
    first, _space, rest = network.name.partition(" ")
    return Card(
        language=OWN_LANGUAGE,
        network=network.name,
        wordmark=tuple(filter(None, (first, rest))),
        name=name,
        role=role[:110],
        invitation=_("Scan for the story, and ask what you want to know"),
        url=address_of(card),
        phone=network.contact_phone,
        qr_alt=_("QR code that opens %(address)s") % {"address": address_of(card)},
        portrait_alt=portrait_alt,
        document_title=_("Business cards of %(name)s") % {"name": name},
        colours=derive(network.brand_colour, network.accent_colour).light,
        portrait=portrait,
    )


def slide_words(card: BusinessCard) -> tuple[str, list[str]]:
    """The question to the hall, and what is behind the code."""
    if card.podium:
        return _("Were you moved? Scan and say so."), [
            _("Say that you are here"),
            _("Tell in three questions what you thought"),
            _("Ask what you want to know"),
        ]
    return _("Do you want to know more? Scan."), [
        _("Read the whole story"),
        _("Begin today, with a tool"),
        _("Ask what you want to know"),
    ]


def file_name(card: BusinessCard, ending: str) -> str:
    what = card.person.full_name if card.person else podium_name(card.podium) if card.podium else card.code
    return f"{slugify(_('business card'))}-{slugify(what)[:60]}.{ending}"


def _portrait(person: Person) -> bytes | None:
    if not person.portrait:
        return None
    try:
        return images.portrait(str(person.portrait), person.focal_x, person.focal_y, 480, "jpg").read_bytes()
    except images.Unreadable:
        return None
