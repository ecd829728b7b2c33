"""Making a new network."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from network.actions import roles
from network.models import CommitmentYear, Network, NetworkHost, RoleKind, User


class AlreadyThere(Exception):
    """The short name or the host name belongs to a network already; the sentence says which."""


def found(
    *,
    slug: str,
    name: str,
    host: str = "",
    commitment_year: str = CommitmentYear.TERM,
    podia_per_year: int = 3,
    leader: str = "",
    leader_name: str = "",
    by: User | None = None,
) -> Network:
    """An empty network under its own host name, with its first leader. ValidationError: bad values."""
    with transaction.atomic():
        if Network.objects.filter(slug=slug).exists():
            raise AlreadyThere(_("There is already a network with the short name %(slug)s.") % {"slug": slug})
        network = Network(
            slug=slug,
            name=name,
            theme=name,
            commitment_year=commitment_year,
            podia_per_year=podia_per_year,
            serial_prefix="".join(word[0] for word in name.split() if word[:1].isalnum()).upper()[:8],
        )
        network.full_clean()
        network.save()
        if host:
            if other := NetworkHost.objects.filter(host__iexact=host).select_related("network").first():
                raise AlreadyThere(
                    _("The host name %(host)s belongs to %(network)s.")
                    % {"host": host, "network": other.network.name}
                )
            address = NetworkHost(network=network, host=host.lower(), is_primary=True)
            address.full_clean()
            address.save()
        if leader:
            try:
                validate_email(leader)
            except ValidationError as error:
                raise ValidationError({"leader": error.messages}) from None
            roles.give(network=network, email=leader, name=leader_name, kind=RoleKind.LEADER, by=by)
    return network
