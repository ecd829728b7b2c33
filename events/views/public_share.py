"""The pictures of shared pages; each is drawn once and kept until something visitors see has changed."""

from collections.abc import Callable
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ambassadors.models import Person, PodiumKind
from ambassadors.public_people import PublicPerson, public_people
from events.models import Podium
from knowledgebank.models import Scan, StoryVersion, Tool
from network import clock, images
from network.models import Network
from network.numbers import key_of
from network.pages import public_page
from network.share_picture import Share, draw

WIDTH = 480


@public_page
def share(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    network = request.network
    found = KINDS[kind](network, key, clock.today()) if kind in KINDS else None
    if found is None:
        raise Http404
    picture = draw(found, name=network.name, brand=network.brand_colour, accent=network.accent_colour)
    response = HttpResponse(picture, content_type="image/png")
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _site(network: Network, key: str, on: date) -> Share | None:
    headline = network.in_language("headline") or network.topic.capitalize()
    return Share(network.region, headline, network.client) if key == "home" else None


def _story(network: Network, key: str, on: date) -> Share | None:
    versions = StoryVersion.objects.public(on).filter(story__network=network, story__slug=key)
    version = versions.select_related("story__person").first()
    if version is None:
        return None
    person = version.story.person
    under = ", ".join(part for part in (person.full_name, version.company) if part)
    return Share(_("Story"), version.shown_title, under, _portrait(person))


def _person(network: Network, key: str, on: date) -> Share | None:
    person = next((one for one in public_people(network, on) if one.slug == key), None)
    return Share(network.word, person.full_name, person.work, _portrait(person)) if person else None


def _tool(network: Network, key: str, on: date) -> Share | None:
    cards = Tool.objects.filter(network=network, slug=key).public(on).in_language(get_language() or "nl")
    card = cards.first()
    return Share(_("Tool"), card.title, card.summary) if card else None


def _scan(network: Network, key: str, on: date) -> Share | None:
    scan = Scan.objects.filter(network=network, slug=key).public(on).first()
    return Share(_("Scan"), scan.shown_title, scan.shown_summary) if scan else None


def _podium(network: Network, key: str, on: date) -> Share | None:
    if (pk := key_of(key)) is None:
        return None
    podia = Podium.objects.filter(network=network, pk=pk, kind__in=PodiumKind.live()).public()
    podium = podia.select_related("host").first()
    if podium is None:
        return None
    under = " · ".join(part for part in (date_format(podium.date, "j F Y"), podium.at) if part)
    return Share(str(podium.get_kind_display()), podium.title or str(podium), under)


def _portrait(person: Person | PublicPerson) -> bytes:
    """Nothing while its sizes are being made; the picture is drawn anew when they are there."""
    name = person.shown_picture if isinstance(person, Person) else person.portrait
    key = images.key(name, person.focal_x, person.focal_y)
    try:
        return images.size(key, images.PORTRAIT, WIDTH, "jpg").read_bytes() if key else b""
    except FileNotFoundError:
        return b""


KINDS: dict[str, Callable[[Network, str, date], Share | None]] = {
    "site": _site,
    "story": _story,
    "person": _person,
    "tool": _tool,
    "scan": _scan,
    "podium": _podium,
}
