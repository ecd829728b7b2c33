from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from network.admin import cockpit
from network.admin.base import NetworkModelAdmin
from network.permissions import ask_second_factor, has_second_factor, reads_figures, refuse, runs

# Accounts have no password, and an address by the number of a model knows no network.
NOT_HERE = {"password_change", "password_change_done", "view_on_site"}


class LeaderSite(AdminSite):
    """The project leader's place of work, in the network of the host name.

    Its door asks a role in that network and a second factor; there is no other login than the site's own.
    """

    site_header = "Koploper"
    site_title = "Koploper"
    index_title = _("Today")
    enable_nav_sidebar = False

    def get_urls(self) -> list[Any]:
        found = path("zoeken/", self.admin_view(lambda request: cockpit.search(self, request)), name="search")
        kept = [url for url in super().get_urls() if getattr(url, "name", None) not in NOT_HERE]
        return [found, *kept]

    def index(  # type: ignore[override]
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return cockpit.home(self, request)

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Django's list of apps is left out: the menu takes its place, and it costs a query per model."""
        context = {
            "site_title": self.site_title,
            "site_header": self.site_header,
            "site_url": self.site_url,
            "has_permission": self.has_permission(request),
            "is_popup": False,
            "is_nav_sidebar_enabled": False,
            "log_out": reverse("account_logout"),
        }
        return {**context, **cockpit.frame(request)} if context["has_permission"] else context

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Only what stays inside the network of the host; the pages that other apps bring do not."""
        if admin_class is not None and issubclass(admin_class, NetworkModelAdmin):
            super().register(model_or_iterable, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        return runs(request.user, request.network) and has_second_factor(request)

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Whoever may not come in lands here: each is sent where they can go on."""
        wanted = request.GET.get(REDIRECT_FIELD_NAME) or reverse("admin:index", current_app=self.name)
        network = request.network
        if not request.user.is_authenticated:
            return redirect_to_login(wanted)
        if runs(request.user, network):
            return redirect("admin:index") if has_second_factor(request) else ask_second_factor(request)
        if reads_figures(request.user, network):
            return redirect("report")
        refuse(request)
        raise AssertionError("unreachable")
