from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from network.permissions import ask_second_factor, has_second_factor, reads_figures, refuse, runs


class LeaderSite(AdminSite):
    """The project leader's place of work, in the network of the host name.

    Its door asks a role in that network and a second factor; there is no other login than the site's own.
    """

    site_header = _("Koploper")
    site_title = _("Koploper")
    index_title = _("Today")
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        return runs(request.user, request.network) and has_second_factor(request)  # type: ignore[attr-defined]

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Whoever may not come in lands here: each is sent where they can go on."""
        wanted = request.GET.get(REDIRECT_FIELD_NAME) or reverse("admin:index", current_app=self.name)
        network = request.network  # type: ignore[attr-defined]
        if not request.user.is_authenticated:
            return redirect_to_login(wanted)
        if runs(request.user, network):
            return redirect("admin:index") if has_second_factor(request) else ask_second_factor(request)
        if reads_figures(request.user, network):
            return redirect(_figures_address())
        refuse(request)
        raise AssertionError("unreachable")


def _figures_address() -> str:
    try:
        return reverse("figures")
    except NoReverseMatch:  # the report's page stands in an app above this one
        return "/"
