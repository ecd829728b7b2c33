"""What drives me: fifteen statements in three minutes, and what comes of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ambassadors import profile_words
from ambassadors.actions import profiling
from ambassadors.forms.motives import MotivesForm
from ambassadors.models import MotiveAnswers, ProfileType
from ambassadors.permissions import PersonRequest, ambassador_only, person_only


@person_only
def motives(request: PersonRequest) -> HttpResponse:
    """What the answers propose, and what was settled in a talk."""
    person = request.person
    proposal = profiling.proposal_of(person)
    talk = person.type_talks.select_related("settled_by").first()
    settled = [name for name in (person.profile_type, person.second_profile_type) if name]
    context = {
        "tab": "page",
        "person": person,
        "proposal": proposal,
        "proposed": [
            (name, *_words_for(name), profile_words.because(proposal, name)) for name in proposal.types
        ]
        if proposal
        else [],
        "strongest": profile_words.strongest(proposal) if proposal else [],
        "settled": [_words_for(name) for name in settled],
        "talk": talk if talk and talk.first == person.profile_type else None,
        "is_waiting": MotiveAnswers.objects.to_talk_over().filter(person=person).exists(),
    }
    return render(request, "ambassadors/my/motives.html", context)


def _words_for(name: str) -> tuple[str, str]:
    """The type, and what it means for who is it."""
    return profile_words.named([name]), str(profile_words.DRIVEN_BY[ProfileType(name)])


@require_http_methods(["GET", "HEAD", "POST"])
@ambassador_only
def fill_in(request: PersonRequest) -> HttpResponse:
    known = MotiveAnswers.objects.filter(person=request.person).first()
    form = MotivesForm(
        request.POST if request.method == "POST" else None, initial=known.answers if known else None
    )
    if request.method == "POST" and form.is_valid():
        profiling.fill_in(request.person, answers=form.answers)
        messages.success(request, _("Thank you. This is what your answers say."))
        return redirect("my_motives")
    return render(request, "ambassadors/my/motives_form.html", {"tab": "page", "form": form})


@require_POST
@person_only
def take_back(request: PersonRequest) -> HttpResponse:
    profiling.take_back(request.person)
    messages.success(request, _("Your answers are gone."))
    return redirect("my_motives")
