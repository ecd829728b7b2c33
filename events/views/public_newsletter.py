"""The newsletter for visitors: asking for it, saying yes from the mail, and the issues that went out."""

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from events import newsletters as issues
from events.actions import newsletters
from events.models import Newsletter
from network import clock
from network.actions import relaying
from network.forms.guarded import GuardedForm
from network.middleware import speaking_network_or_404
from network.pages import public_page

PER_PAGE = 24


class SubscribeForm(GuardedForm):
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("Only for the newsletter. You stop with one click in each issue."),
        error_messages={
            "required": _("Write your e-mail address: the newsletter goes there."),
            "invalid": _("This is no e-mail address. Look for a typing mistake."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


def subscribe(request: HttpRequest) -> HttpResponse:
    network = speaking_network_or_404(request)
    language = get_language() or settings.LANGUAGE_CODE
    form = SubscribeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            newsletters.ask(
                network=network,
                email=form.cleaned_data["email"],
                language=language,
                signs=form.signs(request),
            )
        except relaying.TooMany as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("newsletter_asked")
    sent = Newsletter.objects.filter(network=network).sent().order_by("-sent_at", "-pk")
    context = {"form": form, "page": Paginator(sent, PER_PAGE).get_page(request.GET.get("page"))}
    return render(request, "events/public/newsletters.html", context, status=422 if form.is_bound else 200)


@public_page
def asked(request: HttpRequest) -> HttpResponse:
    return render(request, "events/public/newsletter_asked.html")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Looking changes nothing: mail scanners follow every link. The button says yes."""
    subscription = newsletters.subscription_of(request.network, token)
    is_done = request.method == "POST" and subscription is not None
    if is_done and subscription is not None:
        newsletters.confirm(subscription)
    context = {"is_over": subscription is None, "is_done": is_done}
    status = 410 if subscription is None else 200
    response = render(request, "events/public/newsletter_confirm.html", context, status=status)
    response["Referrer-Policy"] = "same-origin"
    return response


@public_page
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    network = request.network
    newsletter = get_object_or_404(Newsletter.objects.filter(network=network).sent(), pk=pk)
    newsletter.network = network
    newsletter.with_agenda = False  # what was soon then is past now
    context = {
        "newsletter": newsletter,
        "contents": issues.contents(newsletter, clock.today(), absolute=False),
        "lang": "nl" if newsletter.is_dutch_only() else "",
    }
    return render(request, "events/public/newsletter.html", context)
