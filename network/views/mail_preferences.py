"""Which mails do you want? By the sealed link of a mail, or signed in under Mijn. Looking changes nothing."""

from typing import cast

from django import forms
from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from network import links, messages
from network.actions import preferring
from network.masking import masked
from network.models import Network


class PreferencesForm(forms.Form):
    wanted = forms.MultipleChoiceField(
        label=gettext_lazy("Mails you want"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, network: Network, email: str, **kwargs) -> None:
        self.groups = preferring.groups_for(network, email)
        self.stopped = preferring.stopped(network, email)
        super().__init__(*args, **kwargs)
        wanted = cast(forms.MultipleChoiceField, self.fields["wanted"])
        wanted.choices = [(group.name, group.title) for group in self.groups]
        self.initial.setdefault("wanted", [g.name for g in self.groups if g.name not in self.stopped])


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    network, email, group = _opened(request, token)
    response = _page(
        request,
        network,
        email,
        template="network/mail_preferences/by_link.html",
        then=request.path,
        group=group,
    )
    # The address is a key and goes to no other site; without any referrer the form would have no origin.
    response["Referrer-Policy"] = "same-origin"
    return response


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest) -> HttpResponse:
    return _page(
        request,
        request.network,
        request.user.email,  # type: ignore[union-attr]
        template="network/mail_preferences/mine.html",
        then=request.path,
    )


@csrf_exempt  # the mail program of the receiver calls it, without cookies; the seal is the key
@require_POST
def one_click(request: HttpRequest, token: str) -> HttpResponse:
    """RFC 8058: the stop button of a mail program."""
    network, email, group = _opened(request, token)
    preferring.stop(network=network, email=email, group=group.name)
    return HttpResponse(_("Done: no more of these mails."), content_type="text/plain; charset=utf-8")


def _opened(request: HttpRequest, token: str) -> tuple[Network, str, messages.Group]:
    network = request.network
    opened = links.unseal(token)
    if opened is None or opened[0] != network.pk:
        raise Http404
    group = next((g for g in messages.groups() if g.name == opened[2] and g.stoppable), None)
    if group is None:
        raise Http404
    return network, opened[1], group


def _page(
    request: HttpRequest,
    network: Network,
    email: str,
    *,
    template: str,
    then: str,
    group: messages.Group | None = None,
) -> HttpResponse:
    if group is not None and request.POST.get("stop") == group.name:
        preferring.stop(network=network, email=email, group=group.name)
        notices.success(request, _("Done: you get no more mails of the kind “%s”.") % group.title)
        return redirect(then)
    form = PreferencesForm(request.POST if request.method == "POST" else None, network=network, email=email)
    if request.method == "POST" and form.is_valid():
        preferring.want_only(network=network, email=email, wanted=form.cleaned_data["wanted"])
        notices.success(request, _("Your choice is saved."))
        return redirect(then)
    return render(
        request,
        template,
        {
            "form": form,
            "address": masked(email),
            "group": group,
            "group_is_stopped": group is not None and group.name in form.stopped,
        },
    )
