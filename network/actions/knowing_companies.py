"""Finding a company by what somebody typed of it, or writing it down for the first time."""

from django.db import transaction
from django.db.models.functions import Lower

from network import company_names
from network.history import changed_by
from network.models import Company, Network, User


def find(network: Network, *, name: str, kvk_number: str = "", place: str = "") -> Company | None:
    """By its KvK number; else by its name, when no other place or number speaks against it."""
    if kvk_number and (known := network.companies.filter(kvk_number=kvk_number).first()):
        return known
    key = company_names.key(name)
    if not key:
        return None
    found = [
        company
        for company in network.companies.annotate(lower=Lower("name")).filter(
            lower__contains=key.split(" ")[0]
        )
        if company_names.key(company.name) == key
        and not (place and company.place and company.place.casefold() != place.casefold())
        and not (kvk_number and company.kvk_number)
    ]
    return min(found, key=lambda company: (not (place and company.place), company.pk), default=None)


@transaction.atomic
def know(
    network: Network, *, name: str, by: User | None, kvk_number: str = "", place: str = "", region: str = ""
) -> Company:
    """The company that is meant; a new one when none fits. A number that was missing is filled in."""
    Network.objects.select_for_update().get(pk=network.pk)  # two at once make one company
    company = find(network, name=name, kvk_number=kvk_number, place=place)
    if company is None:
        company = Company(network=network, name=name, kvk_number=kvk_number, place=place, region=region)
        changed_by(company, by).save()
    elif kvk_number and not company.kvk_number:
        company.kvk_number = kvk_number
        changed_by(company, by).save(update_fields=["kvk_number"])
    return company


def alike(network: Network) -> list[list[Company]]:
    """Groups of companies that may be one, by their names; whoever runs the network decides."""
    groups: dict[str, list[int]] = {}
    for pk, name in network.companies.order_by("pk").values_list("pk", "name"):
        if key := company_names.key(name):
            groups.setdefault(key, []).append(pk)
    several = [pks for pks in groups.values() if len(pks) > 1]
    rows = network.companies.in_bulk([pk for pks in several for pk in pks])
    found = [[rows[pk] for pk in pks] for pks in several]
    return [group for group in found if len({c.kvk_number for c in group if c.kvk_number}) < len(group)]
