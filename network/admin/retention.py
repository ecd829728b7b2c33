"""How long is kept: the network's own terms, what goes tonight and what goes within a week."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from network import clock
from network.actions import retaining
from network.admin import navigation
from network.admin.base import NetworkModelAdmin
from network.admin.pages import page
from network.models import RetentionTerms
from network.models.retention import LIMITS
from network.own_words import in_words_of
from network.permissions import NetworkRequest, leader_only, second_factor_again

PAGE = "admin:network_retentionterms_changelist"

navigation.add(navigation.Group.SETTINGS, 60, gettext_lazy("How long is kept"), PAGE, leader_only=True)


class TermsForm(forms.ModelForm):
    class Meta:
        model = RetentionTerms
        fields = tuple(LIMITS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (least, most) in LIMITS.items():
            self.fields[name].widget.attrs.update(min=least, max=most, inputmode="numeric")
            self.fields[name].label = in_words_of(self.fields[name].label or "", self.instance.network)


@admin.register(RetentionTerms)
class RetentionTermsAdmin(NetworkModelAdmin):
    """One page instead of a list: every network has its terms once."""

    leader_only = True
    addable = changeable = False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return change_terms(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            return change_terms(request)
        if self.get_object(request, object_id) is None:
            raise Http404
        return redirect(PAGE)


@require_http_methods(["GET", "HEAD", "POST"])
@leader_only
@second_factor_again
def change_terms(request: NetworkRequest) -> HttpResponse:
    network, now = request.network, clock.now()
    form = TermsForm(request.POST if request.method == "POST" else None, instance=RetentionTerms.of(network))
    if request.method == "POST" and form.is_valid():
        retaining.settle(network=network, by=request.user, **form.cleaned_data)
        messages.success(request, _("Kept. It holds from the coming night."))
        return redirect(PAGE)
    due = [(one, one.rule.before(network, now)) for one in retaining.due(network, now=now)]
    values = {
        "form": form,
        "due": [(one, before) for one, before in due if one.now or one.soon],
        "is_quiet": not any(one.now or one.soon for one, _before in due),
    }
    status = 422 if form.errors else 200
    return page(request, "network/admin/retention.html", _("How long is kept"), values, status=status)
