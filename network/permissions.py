"""Who may do what in a network, and the doors that hold it.

Roles are read once per request, on the user. A door refuses with 403 and a line in the log that names
the address pattern, never its values; what belongs to another network does not exist: 404.
"""

import logging
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode

from network.models import FanOrganisation, Network, RoleKind, User

log = logging.getLogger("koploper.access")

SUDO_SECONDS = 15 * 60


class NetworkRequest(HttpRequest):
    """A request of somebody who signed in, as the views behind a door see it; for annotations only."""

    user: User


# --- Questions -----------------------------------------------------------------------------------------


def role_kinds(user: User | AnonymousUser, network: Network | None) -> frozenset[str]:
    """The given roles of somebody in a network; one query for all networks, kept on the user."""
    if network is None or not user.is_authenticated or not user.is_active:
        return frozenset()
    if not hasattr(user, "_kinds_by_network"):
        kinds: dict[int, set[str]] = {}
        for network_id, kind in user.roles.order_by().values_list("network_id", "kind"):
            kinds.setdefault(network_id, set()).add(kind)
        user._kinds_by_network = kinds
    return frozenset(user._kinds_by_network.get(network.pk, ()))


def is_leader(user: User | AnonymousUser, network: Network | None) -> bool:
    """May do everything in this network, its settings and roles included."""
    if network is None or not user.is_active:
        return False
    return bool(user.is_superuser or RoleKind.LEADER in role_kinds(user, network))


def runs(user: User | AnonymousUser, network: Network | None) -> bool:
    """Leader or facilitator: the day-to-day work."""
    return is_leader(user, network) or RoleKind.FACILITATOR in role_kinds(user, network)


def reads_figures(user: User | AnonymousUser, network: Network | None) -> bool:
    """Whoever runs the network, and its client."""
    return runs(user, network) or RoleKind.CLIENT in role_kinds(user, network)


def eased(request: HttpRequest) -> bool:
    """A demonstration on one's own machine asks no second factor."""
    return bool(settings.EMBEDDED and settings.DEMO)


def second_factor_at(request: HttpRequest) -> float | None:
    """When this session last proved a second factor, in seconds since 1970; None: never."""
    times = [
        record["at"]
        for record in get_authentication_records(request, request.user)
        if record.get("method") == "mfa"
    ]
    return max(times, default=None)


def has_second_factor(request: HttpRequest) -> bool:
    return eased(request) or second_factor_at(request) is not None


def has_fresh_second_factor(request: HttpRequest) -> bool:
    """Proved within the last 15 minutes: asked for exports, roles and whatever else weighs."""
    at = second_factor_at(request)
    return eased(request) or (at is not None and time.time() - at < SUDO_SECONDS)


# --- Doors of pages ------------------------------------------------------------------------------------

View = Callable[..., HttpResponse]


def leader_only(view: View) -> View:
    return _door(view, is_leader)


def runners_only(view: View) -> View:
    """Leader and facilitator."""
    return _door(view, runs)


def readers_only(view: View) -> View:
    """Leader, facilitator and client."""
    return _door(view, reads_figures)


def second_factor_again(view: View) -> View:
    """Inside one of the doors above: the second factor was proved in the last 15 minutes."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if has_fresh_second_factor(request):
            return view(request, *args, **kwargs)
        return ask_second_factor(request)

    return guarded


def _door(view: View, allowed: Callable[[User | AnonymousUser, Network | None], bool]) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        network = request.network
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not allowed(request.user, network):
            refuse(request)
        if runs(request.user, network) and not has_second_factor(request):
            return ask_second_factor(request)
        return view(request, *args, **kwargs)

    return guarded


def refuse(request: HttpRequest) -> None:
    """403, and a line that says who was refused where."""
    log_refusal(request)
    raise PermissionDenied


def log_refusal(request: HttpRequest) -> None:
    match = request.resolver_match
    log.warning(
        "refused user=%s network=%s method=%s address=%s",
        request.user.pk,
        getattr(getattr(request, "network", None), "pk", None),
        request.method,
        match.route if match else "-",
    )


def ask_second_factor(request: HttpRequest) -> HttpResponse:
    """To the page that asks the second factor, or helps to make one; back here afterwards."""
    back = request.get_full_path() if request.method in ("GET", "HEAD") else reverse("admin:index")
    return redirect(f"{reverse('second_factor')}?{urlencode({'next': back})}")


# --- Doors of things -----------------------------------------------------------------------------------


def fan_in(network: Network, pk: int) -> FanOrganisation:
    return get_object_or_404(network.fans.all(), pk=pk)
