"""Candidates judged suitable together, from their list: shown first, then done."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ambassadors.actions import assessing, selecting
from ambassadors.actions.assessing import Picture
from ambassadors.actions.refused import Refused
from ambassadors.models import Nomination, NominationStatus
from network.admin.pages import page

MOST_AT_ONCE = 100


class TogetherForm(forms.Form):
    why = forms.CharField(
        label=gettext_lazy("Why"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Stands with each of them. Facts, as the candidate may read them."),
    )


class JudgesMany(admin.ModelAdmin):
    """For the list of candidates."""

    actions = ("judge_suitable",)

    @admin.action(description=gettext_lazy("Judge suitable"))
    def judge_suitable(self, request: HttpRequest, queryset: QuerySet[Nomination]) -> HttpResponse | None:
        found: Any = queryset
        rows = found.open().select_related("person", "round").order_by("person__last_name", "pk")
        waiting = list(rows[:MOST_AT_ONCE])
        if not waiting:
            messages.info(request, _("Nobody among these is still to be judged."))
            return None
        form = TogetherForm(request.POST if "carry_out" in request.POST else None)
        if form.is_bound and form.is_valid():
            self._carry_out(request, waiting, form.cleaned_data["why"])
            return None
        pictures = assessing.pictures(waiting)
        context = {
            "form": form,
            "lines": [(one, _standing(one, pictures[one.pk])) for one in waiting],
            "explain": _("They can then be chosen for the round. No mail goes to them."),
            "action": "judge_suitable",
            "opts": self.opts,
            "back_label": _("Candidates"),
        }
        return page(request, "admin/bulk.html", _("Judge suitable"), context)

    def _carry_out(self, request: HttpRequest, waiting: list[Nomination], why: str) -> None:
        done = 0
        for one in waiting:
            try:
                done += selecting.judge(
                    nomination=one,
                    status=NominationStatus.SUITABLE,
                    why=why,
                    by=request.user,  # type: ignore[arg-type]
                )
            except Refused as refusal:
                messages.warning(request, f"{one.person.full_name}: {refusal}")
        if done:
            messages.success(
                request,
                ngettext(
                    "%(n)d candidate was judged suitable.", "%(n)d candidates were judged suitable.", done
                )
                % {"n": done},
            )


def _standing(nomination: Nomination, picture: Picture) -> str:
    """Where somebody stands now, and what the judges said."""
    words: list[Any] = [nomination.get_status_display()]
    if picture.result:
        words.append(f"{picture.result.percent}%")
    elif picture.asked:
        words.append(
            _("%(done)d of %(all)d judgements in") % {"done": picture.handed_in, "all": len(picture.asked)}
        )
    return " · ".join(str(word) for word in words)
