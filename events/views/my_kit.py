"""Mijn: what goes along to a podium, and how a podium becomes a story."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ambassadors.permissions import PersonRequest, person_only
from events.models import Podium
from events.permissions import podium_for
from events.podium_words import podium_name, whereabouts
from knowledgebank import kit as kits
from knowledgebank.actions import writing
from knowledgebank.forms.my import ThreeQuestionsForm
from network import clock


@person_only
def kit(request: PersonRequest, pk: int) -> HttpResponse:
    podium = podium_for(request.person, pk)
    found = kits.kit_for(request.person, occasion_of(podium), clock.today())
    return render(request, "events/my/kit.html", {"tab": "home", "podium": podium, "kit": found})


@person_only
def kit_archive(request: PersonRequest, pk: int) -> HttpResponse:
    podium = podium_for(request.person, pk)
    found = kits.kit_for(request.person, occasion_of(podium), clock.today())
    response = HttpResponse(kits.archive(found), content_type="application/zip")
    name = slugify(f"{podium.date} {podium_name(podium)}")[:80]
    response["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    return response


def occasion_of(podium: Podium) -> kits.Occasion:
    """A podium in the plain words that the knowledge bank understands."""
    asked = podium.request
    return kits.Occasion(
        name=podium_name(podium),
        kind=podium.kind,
        day=podium.date,
        place=whereabouts(podium),
        theme=asked.theme if asked else "",
        audience=" ".join(
            filter(None, (asked.description if asked else "", podium.host.description if podium.host else ""))
        ),
        most_people=podium.expected or podium.audience,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@person_only
def story_from_podium(request: PersonRequest, pk: int) -> HttpResponse:
    """What was told on a stage is written down while it is fresh: three questions, and there is a draft."""
    podium = podium_for(request.person, pk)
    form = ThreeQuestionsForm(
        request.POST if request.method == "POST" else None,
        initial={"title": podium.title, "result": podium.outcome},
    )
    if request.method == "POST" and form.is_valid():
        version = writing.begin_from_answers(request.person, by=request.user, **form.cleaned_data)
        messages.success(request, _("Your story has begun. Polish it here, or hand it in as it is."))
        return redirect("my_story", version.story_id)
    context = {"tab": "home", "form": form, "podium": podium_name(podium)}
    return render(request, "knowledgebank/my/new.html", context, status=422 if form.is_bound else 200)
