"""The leader's side of one podium: its file, and the number when ambassador and host differ."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events.actions import confirming, preparing
from events.forms.requests import SettleForm
from events.models import PodiumFile, PodiumStatus, Side
from events.permissions import file_in, podium_in
from events.views.files import file_page
from network.admin.pages import back, page
from network.permissions import NetworkRequest


@require_http_methods(["GET", "HEAD", "POST"])
def podium_file(request: NetworkRequest, pk: int) -> HttpResponse:
    """The file; of a podium without one the leader can open it."""
    podium = podium_in(request.network, pk)
    user = request.user
    if not PodiumFile.objects.filter(podium=podium).exists():
        if request.method == "POST":
            preparing.open_file(podium, by=user)
            return redirect(request.path)
        return page(request, "events/admin/file_none.html", _("File"), {"podium": podium})
    file = file_in(request.network, pk)
    frame = dict(page(request, "", str(file.podium), {}).context_data or {})
    if file.podium.status == PodiumStatus.AGREED:
        frame["outcome_href"] = reverse("admin:podium_outcome", args=[pk])
    return file_page(
        request,
        file,
        side=Side.LEADER,
        name=str(user),
        by=user,
        template="events/admin/file.html",
        context=frame,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def podium_audience(request: NetworkRequest, pk: int) -> HttpResponse:
    """Two answers that differ: the leader heard both and writes down what counts."""
    podium = podium_in(request.network, pk)
    form = SettleForm(
        request.POST if request.method == "POST" else None, initial={"audience": podium.counted}
    )
    if request.method == "POST" and "cancelled" in request.POST:
        confirming.settle_as_cancelled(podium, by=request.user)
        messages.success(request, _("Cancelled. It counts no longer."))
        return back(request)
    if request.method == "POST" and form.is_valid():
        confirming.settle(podium, by=request.user, audience=form.cleaned_data["audience"])
        messages.success(request, _("Settled. This number counts."))
        return back(request)
    context = {
        "podium": podium,
        "file": PodiumFile.objects.filter(podium=podium).first(),
        "people": list(podium.ambassadors.all()),
        "form": form,
    }
    return page(
        request,
        "events/admin/audience.html",
        _("How many were there?"),
        context,
        status=422 if form.is_bound else 200,
    )
