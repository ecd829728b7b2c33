"""Full addresses for what is made outside a request: mail, plaques, feeds."""

from django.conf import settings

from network.models import Network


def absolute(network: Network, path: str) -> str:
    """The full address of a path at the network's primary host; without a host name the path itself."""
    host = network.hosts.order_by("-is_primary", "host").values_list("host", flat=True).first()
    if host is None:
        return path
    port = f":{settings.SITE_PORT}" if settings.SITE_PORT else ""
    return f"{settings.SITE_SCHEME}://{host}{port}{path}"
