"""The import page: a file, what would happen with every fault at its row, and then the button that does it.

Nothing of an uploaded file is kept on the server: it travels with the confirming form and is read anew.
"""

import base64
import binascii
import csv
from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.actions import importing
from network.actions.importing import Column, Planner
from network.admin.pages import page

MOST_SHOWN = 200


class FileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("file"),
        help_text=gettext_lazy("CSV or XLSX. You see first what would happen; nothing changes yet."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,text/csv"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > importing.MOST_BYTES:
            raise ValidationError(
                _("The file is larger than %(n)d MB. Split it.")
                % {"n": importing.MOST_BYTES // (1024 * 1024)}
            )
        return file


def import_view(
    planner: Planner,
    columns: Sequence[Column],
    title: Any,
    *,
    back_to: str,
    then: str = "",
    example: Sequence[Sequence[str]] = (),
) -> Callable[[HttpRequest], HttpResponse]:
    def view(request: HttpRequest) -> HttpResponse:
        if "example" in request.GET:
            return _example(columns, example)
        network = request.network
        form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
        plan = content = None
        if "content" in request.POST:  # the confirming form
            content = _decoded(request.POST["content"])
            plan = importing.run(
                planner, network=network, content=content, by=request.user, dry_run=False  # type: ignore[arg-type]
            )  # fmt: skip
            if plan.is_good:
                messages.success(request, " · ".join([_("Imported."), *plan.summary]))
                return HttpResponseRedirect(reverse(back_to) + then)
            form = FileForm()
        elif request.method == "POST" and form.is_valid():
            content = form.cleaned_data["file"].read()
            plan = importing.run(planner, network=network, content=content, by=None, dry_run=True)
        values = {
            "form": form,
            "plan": plan,
            "faults": plan.faults[:MOST_SHOWN] if plan else [],
            "changes": plan.changes[:MOST_SHOWN] if plan else [],
            "more": max(0, len(plan.faults or plan.changes) - MOST_SHOWN) if plan else 0,
            "content": base64.b64encode(content).decode() if content and plan and plan.is_good else "",
            "columns": columns,
            "back_to": reverse(back_to),
        }
        bad = (plan is not None and not plan.is_good) or (form.is_bound and not form.is_valid())
        return page(request, "admin/import.html", str(title), values, status=422 if bad else 200)

    return view


def _example(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> HttpResponse:
    """A file to fill in, as Excel in Dutch opens it: made-up rows that show what goes where."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{_("example")}.csv"'
    response.write("\ufeff")
    csv.writer(response, delimiter=";").writerows([[column.name for column in columns], *rows])
    return response


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
