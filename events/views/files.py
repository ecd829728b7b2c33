"""The file of a podium: one page with three frames, for ambassador, host and leader."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ambassadors.permissions import PersonRequest, person_only
from events.actions import preparing
from events.forms.requests import FileForm, NoteForm, TicksForm
from events.models import Lead, Podium, PodiumFile, PodiumStatus, Side
from events.permissions import file_for
from network import clock
from network.models import User


@require_http_methods(["GET", "HEAD", "POST"])
@person_only
def my_file(request: PersonRequest, pk: int) -> HttpResponse:
    file = file_for(request.person, pk)
    return file_page(
        request,
        file,
        side=Side.AMBASSADOR,
        name=request.person.full_name,
        by=request.user,
        template="events/my/file.html",
        context={"tab": "home", "outcome_href": _own_outcome_path(file.podium)},
    )


def _own_outcome_path(podium: Podium) -> str:
    """Where the speaker still has something to tell; empty when there is nothing."""
    if podium.status == PodiumStatus.AGREED:
        return reverse("my_outcome", args=[podium.pk])
    if podium.status == PodiumStatus.DONE and podium.audience is None:
        return reverse("my_podium_edit", args=[podium.pk])
    return ""


def my_file_path(podium: Podium) -> str:
    return reverse("my_file", args=[podium.pk])


def file_page(
    request: HttpRequest,
    file: PodiumFile,
    *,
    side: Side,
    name: str,
    by: User | None,
    template: str,
    context: Mapping[str, Any],
) -> HttpResponse:
    """Three small forms on one page; each saves its own part and keeps what was typed in it."""
    items = list(file.checklist.all())
    sent = request.POST.get("part", "") if request.method == "POST" else ""
    form = FileForm(request.POST if sent == "file" else None, instance=file)
    ticks = TicksForm(request.POST if sent == "ticks" else None, items=items)
    note = NoteForm(request.POST if sent == "note" else None)
    if sent == "file" and form.is_valid():
        preparing.write(file, by=by, values=form.values())
        messages.success(request, _("Saved. The others see it too."))
        return redirect(request.path)
    if sent == "ticks" and ticks.is_valid():
        preparing.tick(file, side=side, done=ticks.ticked())
        if ticks.cleaned_data["more"]:
            preparing.add_item(file, side=side, text=ticks.cleaned_data["more"])
        messages.success(request, _("Saved. The others see it too."))
        return redirect(request.path)
    if sent == "note" and note.is_valid():
        preparing.leave_note(file, side=side, name=name, text=note.cleaned_data["text"])
        messages.success(request, _("Sent. The others get it in their mail."))
        return redirect(request.path)
    podium = file.podium
    values = {
        "file": file,
        "podium": podium,
        "people": list(podium.ambassadors.all()),
        "form": form,
        "ticks": ticks,
        "note": note,
        "items": items,
        "notes": list(file.notes.all()),
        "side": side,
        "invalid": bool(sent),
        "has_been": has_been(podium),
        "outcome_href": "",
        "interested": Lead.objects.filter(podium=podium).genuine().count() if has_been(podium) else 0,
    }
    return render(request, template, values | dict(context), status=422 if sent else 200)


def has_been(podium: Podium) -> bool:
    """There is nothing to prepare any more: what counts now is how it went."""
    is_past = podium.status == PodiumStatus.AGREED and podium.date < clock.today()
    return is_past or podium.status == PodiumStatus.DONE
