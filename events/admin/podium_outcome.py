"""How a podium went, as the leader heard it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.actions import logging
from events.permissions import podium_in
from network.admin.pages import back, page
from network.forms.days import WITHIN_REACH, DateInput
from network.permissions import NetworkRequest


class OutcomeForm(forms.Form):
    """How it went, as the leader heard it."""

    what = forms.ChoiceField(
        label=gettext_lazy("How did it go?"),
        choices=[
            (logging.Outcome.HAPPENED, gettext_lazy("It happened")),
            (logging.Outcome.MOVED, gettext_lazy("It moved to another day")),
            (logging.Outcome.CANCELLED, gettext_lazy("It was cancelled")),
        ],
        initial=logging.Outcome.HAPPENED,
        widget=forms.RadioSelect,
    )
    audience = forms.IntegerField(
        label=gettext_lazy("entrepreneurs in the audience"),
        required=False,
        min_value=0,
        max_value=2_147_483_647,
    )
    line = forms.CharField(label=gettext_lazy("in one line"), max_length=240, required=False)
    new_date = forms.DateField(
        label=gettext_lazy("new day"), required=False, widget=DateInput, validators=WITHIN_REACH
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("what") == logging.Outcome.MOVED and not cleaned.get("new_date"):
            self.add_error("new_date", _("Fill in the new day."))
        return cleaned


def outcome(request: NetworkRequest, pk: int) -> HttpResponse:
    podium = podium_in(request.network, pk)
    form = OutcomeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            logging.report_outcome(
                podium,
                by=request.user,
                outcome=logging.Outcome(form.cleaned_data["what"]),
                audience=form.cleaned_data["audience"],
                line=form.cleaned_data["line"],
                new_date=form.cleaned_data["new_date"],
            )
        except logging.NotYet:
            form.add_error("what", _("The day is still to come, so it cannot have happened yet."))
        else:
            messages.success(request, _("Written down. It shows in everybody's year at once."))
            return back(request)
    return page(
        request,
        "events/admin/outcome.html",
        _("How did it go?"),
        {"podium": podium, "people": list(podium.ambassadors.all()), "form": form},
        status=422 if form.is_bound else 200,
    )
