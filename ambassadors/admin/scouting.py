"""The leader's private list of hidden pearls."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from ambassadors.actions import scouting
from ambassadors.admin.candidate_forms import PearlForm
from ambassadors.models import Pearl, RoundRules
from network import clock
from network.admin import navigation
from network.admin.base import OwnPage
from network.admin.pages import page
from network.permissions import NetworkRequest

LIST = "admin:ambassadors_pearl_changelist"

navigation.add(navigation.Group.ROUND, 40, gettext_lazy("Hidden pearls"), LIST, rare=True)


@admin.register(Pearl)
class PearlAdmin(OwnPage):
    addable = changeable = False

    def get_urls(self) -> list[Any]:
        change_one = path("<int:pk>/parel/", self.admin_site.admin_view(change), name="pearl")
        return [change_one, *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return show(request)  # type: ignore[arg-type]

    def own_page(self, request: HttpRequest, thing: Any) -> HttpResponse:
        return redirect("admin:pearl", thing.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: NetworkRequest) -> HttpResponse:
    """The list, and a name to add."""
    form = PearlForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        scouting.note(network=request.network, by=request.user, **form.cleaned_data)
        messages.success(request, _("On the list. It goes off by itself."))
        return redirect(LIST)
    values = {
        "pearls": request.network.pearls.kept(clock.today()).select_related("created_by"),
        "form": form,
        "days": RoundRules.of(request.network).scouting_days,
    }
    title = _("Hidden pearls")
    return page(request, "ambassadors/admin/pearls.html", title, values, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: NetworkRequest, pk: int) -> HttpResponse:
    pearl = get_object_or_404(request.network.pearls.kept(clock.today()), pk=pk)
    names = ("name", "company", "place", "found_where", "why", "next_step")
    form = PearlForm(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(pearl, name) for name in names},
    )
    for name in ("name", "company"):
        form.fields[name].disabled = True
    if request.method == "POST" and "forget" in request.POST:
        scouting.forget(pearl=pearl)
        messages.success(request, _("Off the list, and gone."))
        return redirect(LIST)
    if request.method == "POST" and form.is_valid():
        typed = {name: form.cleaned_data[name] for name in names[2:]}
        scouting.change(pearl=pearl, **typed)
        messages.success(request, _("Kept."))
        return redirect(LIST)
    values = {"pearl": pearl, "form": form}
    return page(
        request, "ambassadors/admin/pearl.html", pearl.name, values, status=422 if form.errors else 200
    )
