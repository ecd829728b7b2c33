"""Mijn: the stories of an ambassador, from three questions to approval."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from ambassadors.permissions import PersonRequest, person_only
from knowledgebank import links
from knowledgebank.actions import writing
from knowledgebank.forms.my import ApprovalForm, RemarksForm, StoryForm, ThreeQuestionsForm, initial_of
from knowledgebank.models import StoryVersion
from knowledgebank.permissions import newest_of, stories_of, story_for
from knowledgebank.views.public_stories import as_shown, story_context
from network import clock
from network.links import Expired
from network.views.by_link import Over, by_link
from network.views.pictures import private_picture

TAB = {"tab": "page"}
OVER = Over(
    gettext_lazy(
        "Perhaps a part of the address was lost on the way, or the story is no longer there. "
        "In Mijn you find all your stories."
    ),
    expired=gettext_lazy(
        "A link like this works for ninety days. In Mijn you can still read and approve your story."
    ),
    onward=(gettext_lazy("To Mijn"), "my_stories"),
)


@person_only
def stories(request: PersonRequest) -> HttpResponse:
    found = list(stories_of(request.person).prefetch_related("versions"))
    for story in found:
        story.newest = newest_of(story)  # type: ignore[attr-defined]
        story.is_online = story.withdrawn_at is None and story.online(clock.today()) is not None  # type: ignore[attr-defined]
    return render(request, "knowledgebank/my/stories.html", TAB | {"stories": found})


@require_http_methods(["GET", "HEAD", "POST"])
@person_only
def new(request: PersonRequest) -> HttpResponse:
    """Three questions; the answers become a draft that can be worked on."""
    form = ThreeQuestionsForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        version = writing.begin_from_answers(request.person, by=request.user, **form.cleaned_data)
        messages.success(request, _("Your story has begun. Polish it here, or hand it in as it is."))
        return redirect("my_story", version.story_id)
    status = 422 if form.is_bound else 200
    return render(request, "knowledgebank/my/new.html", TAB | {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@person_only
def story(request: PersonRequest, pk: int) -> HttpResponse:
    """The text to work on; of a story that was approved, where it stands."""
    found = story_for(request.person, pk)
    version = newest_of(found)
    if version.approved_at:
        standing = {"story": found, "version": version, "is_online": found.online(clock.today())}
        return render(request, "knowledgebank/my/story_done.html", TAB | standing)
    has_photo = bool(version.photo)
    if request.method == "POST":
        form = StoryForm(request.POST, request.FILES, has_photo=has_photo)
        if form.is_valid():
            version = writing.change(version, by=request.user, changes=form.changes())
            if "hand_in" in request.POST:
                writing.hand_in(version, by=request.user)
                messages.success(request, _("Handed in. The project leader reads it and lets you hear."))
                return redirect("my_stories")
            messages.success(request, _("Kept. This is how visitors will see it."))
            return redirect("my_story_preview", found.pk)
    else:
        form = StoryForm(initial=initial_of(version), has_photo=has_photo)
    context = TAB | {"story": found, "version": version, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "knowledgebank/my/story.html", context, status=status)


@person_only
def preview(request: PersonRequest, pk: int) -> HttpResponse:
    """The newest version exactly as visitors see it, or will see it."""
    found = story_for(request.person, pk)
    version = as_shown(newest_of(found))
    back = {"back_url": reverse("my_story", args=[pk]), "back_label": _("Back to Mijn")}
    context = story_context(request, request.network, version) | back
    return render(request, "knowledgebank/my/preview.html", context)


@require_POST
@person_only
def next_version(request: PersonRequest, pk: int) -> HttpResponse:
    writing.next_version(story_for(request.person, pk), by=request.user)
    messages.success(
        request, _("A new version to work on. The one that is online stays until you approve it.")
    )
    return redirect("my_story", pk)


@require_POST
@person_only
def discard(request: PersonRequest, pk: int) -> HttpResponse:
    version = newest_of(story_for(request.person, pk))
    if version.approved_at is None:
        writing.discard(version, by=request.user)
        messages.success(request, _("The draft is gone."))
    return redirect("my_stories")


@require_POST
@person_only
def withdraw(request: PersonRequest, pk: int) -> HttpResponse:
    writing.withdraw(story_for(request.person, pk), by=request.user)
    messages.success(request, _("Your story is off the site."))
    return redirect("my_stories")


@require_http_methods(["GET", "HEAD", "POST"])
@person_only
def approve(request: PersonRequest, pk: int) -> HttpResponse:
    version = newest_of(story_for(request.person, pk))
    if version.asked_at is None and version.approved_at is None:  # still being written
        return redirect("my_story", pk)
    return _approval(request, version, StoryVersion.Via.MIJN)


@require_http_methods(["GET", "HEAD", "POST"])
@by_link(links.version_of, language=lambda version: version.story.person.language, over=OVER)
def story_by_link(request: HttpRequest, version: StoryVersion) -> HttpResponse:
    return _approval(request, version, StoryVersion.Via.LINK)


def photo_by_link(request: HttpRequest, token: str) -> FileResponse:
    """The photo of the version that the link is about, for whoever has to decide about it."""
    try:
        version = links.version_of(request.network, token)
    except Expired:
        version = None
    if version is None or not version.photo:
        raise Http404
    return private_picture(version.photo)


def _approval(request: HttpRequest, version: StoryVersion, via: str) -> HttpResponse:
    """Read, then agree, ask for changes or take back: one page for the link and for Mijn."""
    person = version.story.person
    version.story.network = person.network = request.network
    posted = request.POST if request.method == "POST" else None
    approval = ApprovalForm(
        posted if posted and "approve" in posted else None,
        initial={"seal": writing.seal_of(version)},
        has_photo=bool(version.photo),
    )
    remarks = RemarksForm(posted if posted and "change" in posted and version.approved_at is None else None)
    problem = ""
    if posted and (done := _taken_back_or_remarked(posted, version, remarks)):
        return _done(request, version, done)
    if approval.is_valid():
        try:
            version = writing.approve(
                version,
                by=person.user,
                via=via,
                seal=approval.cleaned_data["seal"],
                with_photo=approval.with_photo,
            )
            return _done(request, version, "approved")
        except writing.NotNow as refusal:
            problem = str(refusal)
            approval = ApprovalForm(initial={"seal": writing.seal_of(version)}, has_photo=bool(version.photo))
    context = {
        "is_settled": version.approved_at is not None and version.story.withdrawn_at is None,
        "version": as_shown(version),
        "story": version.story,
        "person": person,
        "theme": version.story.theme,
        "approval": approval,
        "remarks": remarks,
        "problem": problem,
        "photo_src": request.path + "foto/" if via == StoryVersion.Via.LINK else "",
    }
    status = 422 if approval.errors or remarks.errors or problem else 200
    return render(request, "knowledgebank/public/approval.html", context, status=status)


def _taken_back_or_remarked(posted: QueryDict, version: StoryVersion, remarks: RemarksForm) -> str:
    """What was done instead of approving; empty: nothing."""
    by = version.story.person.user
    if "withdraw" in posted:
        writing.withdraw(version.story, by=by)
        return "withdrawn"
    if remarks.is_valid():
        writing.ask_changes(version, by=by, remarks=remarks.cleaned_data["remarks"])
        return "remarked"
    return ""


def _done(request: HttpRequest, version: StoryVersion, what: str) -> HttpResponse:
    """Straight after the button: what happened, and where it stands now."""
    context = {
        "version": version,
        "what": what,
        "person": version.story.person,
        "is_online": version.is_published(clock.today()),
    }
    return render(request, "knowledgebank/public/approval_done.html", context)
