"""What a load balancer asks. No names, no figures: anybody may see the answers."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from config import health


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"})


@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """503 while something is missing without which visitors should not be sent here."""
    findings = list(health.examine(health.READY))
    at_fault = any(finding.state == health.State.FAULT for finding in findings)
    return JsonResponse(
        {finding.name: finding.state for finding in findings},
        status=503 if at_fault else 200,
        headers={"Cache-Control": "no-store"},
    )


ADDRESSES = {"/healthz": healthz, "/readyz": readyz}


def for_load_balancers(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answers before host name, https and session are judged: the machine itself asks, by its number."""

    def middleware(request: HttpRequest) -> HttpResponse:
        view = ADDRESSES.get(request.path_info)
        return view(request) if view else get_response(request)

    return middleware
