"""What nearly every mail to an ambassador says about person and network, and the placeholders for it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ambassadors.models import Person
from network.models import Network

FIELDS = {
    "first_name": _("first name"),
    "network_name": _("name of the network"),
    "ambassador": _("the network's word for one ambassador"),
    "ambassadors": _("the network's word for several ambassadors"),
}


def words_of(network: Network) -> dict[str, Any]:
    return {"network_name": network.name, "ambassador": network.word, "ambassadors": network.words}


def about_person(person: Person) -> dict[str, Any]:
    return {"first_name": person.first_name} | words_of(person.network)
