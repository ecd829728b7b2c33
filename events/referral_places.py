"""The places to refer to of a network, as the pure rules of `readiness` read them; few queries."""

from datetime import date

from events.models import Lead, ReferralPartner
from events.readiness import Place, Readiness, readiness
from network.models import Network


def partners(network: Network, on: date) -> list[ReferralPartner]:
    """All that can be referred to on a day, with the places taken."""
    return list(
        ReferralPartner.objects.filter(network=network).available(on).with_taken().order_by("kind", "name")
    )


def place_of(partner: ReferralPartner) -> Place:
    return Place(str(partner.pk), tuple(partner.themes), tuple(partner.regions), partner.room)


def places(network: Network, on: date) -> list[Place]:
    return [place_of(partner) for partner in partners(network, on)]


def readiness_of(network: Network, on: date) -> Readiness:
    """Themes of ambassadors in office and of open leads; regions of companies we know and of open leads."""
    people = network.people.current(on).values_list("themes", flat=True)
    open_leads = list(Lead.objects.filter(network=network).open().values_list("theme", "region").distinct())
    themes = sorted({theme for names in people for theme in names} | {theme for theme, _region in open_leads})
    regions = set(
        network.companies.exclude(region="").order_by().values_list("region", flat=True).distinct()
    ) | {region for _theme, region in open_leads}
    return readiness(themes, sorted(regions), places(network, on))
