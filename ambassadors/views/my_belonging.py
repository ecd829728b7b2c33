"""Mijn: how my term ends, what I can expect, and what I can take over."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ambassadors.actions import parting, sharing_work
from ambassadors.actions.refused import Refused
from ambassadors.forms.belonging import WishForm
from ambassadors.models import ClubTask, Parting
from ambassadors.permissions import PersonRequest, ambassador_only, nominators_only
from network import clock

DONE_SHOWN = 5


@require_http_methods(["GET", "HEAD", "POST"])
@ambassador_only
def ending(request: PersonRequest) -> HttpResponse:
    """My term is nearly over: what I would like after it."""
    term = parting.last_term(request.person, clock.today())
    if term is None:
        raise Http404
    known = Parting.objects.filter(term=term).first()
    form = WishForm(
        request.POST if request.method == "POST" else None,
        initial={"what": known.wish, "words": known.wish_words} if known else {},
    )
    if request.method == "POST" and form.is_valid():
        try:
            parting.wish(
                term=term, what=form.cleaned_data["what"], words=form.cleaned_data["words"], by=request.user
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Thank you. The project leader calls you to talk it over."))
            return redirect("my_parting")
    context = {"tab": "page", "term": term, "parting": known, "form": form}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "ambassadors/my/parting.html", context, status=status)


@nominators_only
def expectations(request: PersonRequest) -> HttpResponse:
    """What I can expect of the project leader, and what not."""
    lines = list(request.network.expectations.all())
    context = {
        "tab": "page",
        "offered": [line for line in lines if line.is_offered],
        "not_offered": [line for line in lines if not line.is_offered],
    }
    return render(request, "ambassadors/my/expectations.html", context)


@nominators_only
def tasks(request: PersonRequest) -> HttpResponse:
    """What is free, what I took over, what was done."""
    all_tasks = request.network.club_tasks.all()
    context = {
        "tab": "page",
        "mine": all_tasks.under_way().filter(taken_by=request.person),
        "free": all_tasks.free(),
        "others": all_tasks.under_way().exclude(taken_by=request.person).select_related("taken_by"),
        "done": all_tasks.done().select_related("taken_by").order_by("-done_at")[:DONE_SHOWN],
    }
    return render(request, "ambassadors/my/tasks.html", context)


def _task(request: PersonRequest, pk: int) -> ClubTask:
    return get_object_or_404(request.network.club_tasks, pk=pk)


@require_POST
@nominators_only
def take_task(request: PersonRequest, pk: int) -> HttpResponse:
    try:
        sharing_work.take(task=_task(request, pk), person=request.person, by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("It is yours. Thank you."))
    return redirect("my_tasks")


@require_POST
@nominators_only
def return_task(request: PersonRequest, pk: int) -> HttpResponse:
    if sharing_work.give_back(task=_task(request, pk), person=request.person, by=request.user):
        messages.success(request, _("All right. Somebody else can take it."))
    return redirect("my_tasks")


@require_POST
@nominators_only
def finish_task(request: PersonRequest, pk: int) -> HttpResponse:
    if sharing_work.finish(task=_task(request, pk), person=request.person, by=request.user):
        messages.success(request, _("Done. Thank you!"))
    return redirect("my_tasks")
