"""What nearly every mail says about the network, and the placeholders for it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from network.models import Network

FIELDS = {"first_name": _("first name"), "network_name": _("name of the network")}


def words_of(network: Network) -> dict[str, Any]:
    return {"network_name": network.name, "word": network.word, "words_for_several": network.words}
