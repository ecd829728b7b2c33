"""“Not now, but …”, by the signed link of a reminder."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_http_methods

from events import links
from events.actions import answering
from events.forms.answers import NotNowForm
from network.middleware import network_or_404


@require_http_methods(["GET", "HEAD", "POST"])
def not_now_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Opening the link changes nothing: mail scanners open links too. The button answers."""
    person = links.person_who_answers(network_or_404(request), token)
    if person is None:
        return _private(render(request, "events/public/not_now_over.html", status=404))
    with translation.override(person.language):
        request.LANGUAGE_CODE = person.language  # type: ignore[attr-defined]
        form = NotNowForm(request.POST if request.method == "POST" else None)
        context = {"person": person, "form": form}
        if form.is_bound and form.is_valid():
            moment = answering.not_now(person=person, **form.values())
            return _private(render(request, "events/public/not_now_told.html", context | {"moment": moment}))
        return _private(render(request, "events/public/not_now.html", context))


def _private(response: HttpResponse) -> HttpResponse:
    """The address is the key: it goes to no other site. Under no-referrer the form would have no origin."""
    response.headers["Referrer-Policy"] = "same-origin"
    return response
