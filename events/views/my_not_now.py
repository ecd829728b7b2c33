"""“Not now, but …”, by the signed link of a reminder."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from ambassadors.models import Person
from events import links
from events.actions import answering
from events.forms.answers import NotNowForm
from network.views.by_link import Over, by_link

OVER = Over(
    _(
        "It belongs to an older mail, or a part of the address was lost on the way. "
        "Answer the mail, then we read it too."
    ),
    onward=(_("To Mijn"), "my_home"),
)


@require_http_methods(["GET", "HEAD", "POST"])
@by_link(links.person_who_answers, language=lambda person: person.language, over=OVER)
def not_now_by_link(request: HttpRequest, person: Person) -> HttpResponse:
    form = NotNowForm(request.POST if request.method == "POST" else None)
    context = {"person": person, "form": form}
    if form.is_bound and form.is_valid():
        moment = answering.not_now(person=person, **form.values())
        return render(request, "events/public/not_now_told.html", context | {"moment": moment})
    return render(request, "events/public/not_now.html", context)
