"""Which network a request is for follows from its host name, and from nothing else."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

from network.models import Network


def network_for_host(host: str) -> Network | None:
    """The network of a host name; the only network there is where there is just one."""
    if network := Network.objects.for_host(host).first():
        return network
    networks = list(Network.objects.all()[:2])
    return networks[0] if len(networks) == 1 else None


def network_by_host(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        host = (
            request.get_host().rsplit(":", 1)[0]
            if not request.get_host().endswith("]")
            else request.get_host()
        )
        request.network = network_for_host(host)
        return get_response(request)

    return middleware


def network_or_404(request: HttpRequest) -> Network:
    if request.network is None:
        raise Http404
    return request.network
