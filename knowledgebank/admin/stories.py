"""Stories: one page per version with its text, what can be done with it, and the versions before it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ambassadors.models import Person
from knowledgebank.actions import writing
from knowledgebank.models import Story, StoryVersion
from knowledgebank.permissions import newest_of
from knowledgebank.views.public_stories import as_shown, story_context
from network import clock
from network.admin import navigation
from network.admin.base import NetworkModelAdmin
from network.admin.pages import page
from network.admin.shared import avatar
from network.forms.days import WITHIN_REACH, DateInput
from network.forms.lists import ListField
from network.forms.pictures import PictureField
from network.permissions import NetworkRequest

navigation.add(
    navigation.Group.CONTENT,
    10,
    gettext_lazy("Stories"),
    "admin:knowledgebank_story_changelist",
    counts=("story_handed_in", "story_changes", "story_waits"),
)


class VersionForm(forms.ModelForm):
    """The text of a version that is being worked on."""

    tags = ListField(
        label=gettext_lazy("keywords"), required=False, help_text=gettext_lazy("With commas between them.")
    )
    photo = PictureField(label=gettext_lazy("photo"), required=False)

    class Meta:
        model = StoryVersion
        fields = list(writing.TEXTS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for name, rows in (("body", 16), ("body_en", 8), ("lead", 2), ("lead_en", 2), ("quote", 2)):
            self.fields[name].widget = forms.Textarea(attrs={"rows": rows})

    GROUPS = (
        (gettext_lazy("The story"), ("title", "lead", "body", "quote", "lessons", "figures", "tags")),
        (gettext_lazy("The photo"), ("photo", "photo_alt", "photo_credit", "focal_x", "focal_y")),
        (
            gettext_lazy("The company, as it was then"),
            ("company", "role", "sector", "employees", "place", "region", "phase"),
        ),
        (
            gettext_lazy("In English"),
            ("title_en", "lead_en", "body_en", "quote_en", "lessons_en", "figures_en"),
        ),
    )

    def groups(self) -> list[tuple[Any, list[Any]]]:
        return [(title, [self[name] for name in names]) for title, names in self.GROUPS]

    def changes(self) -> dict[str, Any]:
        changes = dict(self.cleaned_data)
        if "photo" not in self.changed_data:
            changes.pop("photo")
        elif changes["photo"] is False:  # the tick that takes it away
            changes["photo"] = ""
        return changes


class WhenForm(forms.Form):
    publish_on = forms.DateField(
        label=gettext_lazy("online from"),
        help_text=gettext_lazy("Empty: as soon as it is approved."),
        required=False,
        widget=DateInput,
        validators=WITHIN_REACH,
    )


class StoryFacts(forms.ModelForm):
    """What stays the same from version to version."""

    class Meta:
        model = Story
        fields = ["slug", "theme", "tools"]
        widgets = {"tools": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        network = self.instance.network
        self.fields["theme"].queryset = network.themes.all()  # type: ignore[attr-defined]
        self.fields["tools"].queryset = network.tools.filter(language="nl")  # type: ignore[attr-defined]

    def clean_slug(self) -> str:
        """Once in a network, which is not in this form, so that Django cannot see it."""
        slug: str = self.cleaned_data["slug"]
        taken = Story.objects.filter(network=self.instance.network, slug=slug).exclude(pk=self.instance.pk)
        if taken.exists():
            raise forms.ValidationError(_("There is already a story at this address."))
        return slug


class StateFilter(admin.SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("online", _("on the site")),
            ("draft", _("being worked on")),
            ("waiting", _("waits for approval")),
            ("off", _("taken off the site")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        of_story = StoryVersion.objects.filter(story=OuterRef("pk"))
        if self.value() == "online":
            return queryset.public(clock.today())  # type: ignore[attr-defined]
        if self.value() == "draft":
            return queryset.filter(Exists(of_story.drafts()))
        if self.value() == "waiting":
            return queryset.filter(Exists(of_story.waiting_for_approval()))
        if self.value() == "off":
            return queryset.exclude(withdrawn_at=None)
        return queryset


@admin.register(Story)
class StoryAdmin(NetworkModelAdmin):
    list_display = ("what", "of_whom", "theme", "state")
    list_display_links = None
    list_filter = (StateFilter, "theme")
    search_fields = ("versions__title", "person__first_name", "person__last_name", "slug")
    list_select_related = ("person", "theme")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        light = StoryVersion.objects.defer("body", "body_en")
        return super().get_queryset(request).prefetch_related(Prefetch("versions", queryset=light))

    @admin.display(description=gettext_lazy("story"), ordering="slug")
    def what(self, story: Story) -> SafeString:
        newest = newest_of(story)
        return format_html(
            '<a class="what" href="{}"><b>{}</b><small>{}</small></a>',
            reverse("admin:knowledgebank_story_change", args=[story.pk]),
            newest.title,
            _("version %(number)d") % {"number": newest.number},
        )

    @admin.display(description=gettext_lazy("of whom"), ordering="person__last_name")
    def of_whom(self, story: Story) -> SafeString:
        return format_html(
            '<span class="who">{}<span><b>{}</b></span></span>', avatar(story.person), story.person.full_name
        )

    @admin.display(description=gettext_lazy("state"))
    def state(self, story: Story) -> SafeString:
        return state_of(story)

    # --- Pages -----------------------------------------------------------------------------------------

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Whose story, and a first title; the rest is written on its page."""
        form = NewStoryForm(request.POST if request.method == "POST" else None, network=request.network)
        if not self.has_add_permission(request):
            return super().add_view(request, form_url, extra_context)
        if request.method == "POST" and form.is_valid():
            version = writing.begin(
                form.cleaned_data["person"],
                by=request.user,  # type: ignore[arg-type]
                title=form.cleaned_data["title"],
            )
            return redirect("admin:story_version", version.pk)
        status = 422 if form.is_bound else 200
        return page(request, "knowledgebank/admin/story_new.html", _("New story"), {"form": form}, status)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        story = self.get_object(request, object_id)
        if story is None or not self.has_view_permission(request):
            return super().change_view(request, object_id, form_url, extra_context)
        return redirect("admin:story_version", newest_of(story).pk)

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("versie/<int:pk>/", view(version_page), name="story_version"),
            path("versie/<int:pk>/voorbeeld/", view(version_preview), name="story_version_preview"),
            *super().get_urls(),
        ]


class NewStoryForm(forms.Form):
    person = forms.ModelChoiceField(label=gettext_lazy("of whom"), queryset=Person.objects.none())
    title = forms.CharField(label=gettext_lazy("title"), max_length=120)

    def __init__(self, *args: Any, network: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["person"].queryset = network.people.all()  # type: ignore[attr-defined]


def state_of(story: Story) -> SafeString:
    """Online, planned or off, and beside it how far the next version is."""
    today, draft = clock.today(), story.draft
    chips = []
    if story.withdrawn_at:
        chips.append(("chip-plain", _("taken off the site")))
    elif story.online(today):
        chips.append(("", _("on the site")))
    elif planned := next((v for v in story.versions.all() if v.approved_at), None):
        chips.append(("", _("online from %(day)s") % {"day": f"{planned.publish_on:%d-%m-%Y}"}))
    if draft:
        chips.append(("chip-warm", draft.state_words))
    return SafeString(" ".join(format_html('<span class="chip {}">{}</span>', *chip) for chip in chips))


# --- The page of one version -----------------------------------------------------------------------------


def _version(request: NetworkRequest, pk: int) -> StoryVersion:
    versions = StoryVersion.objects.filter(story__network=request.network)
    found = get_object_or_404(versions.select_related("story__person", "story__theme"), pk=pk)
    found.story.network = request.network
    return found


def version_page(request: NetworkRequest, pk: int) -> HttpResponse:
    """Write, ask approval, plan, take off: each button is a verb."""
    version = _version(request, pk)
    is_draft = version.approved_at is None
    form, when, facts = _forms(request, version, is_draft)
    if request.method == "POST":
        verb = next((name for name in VERBS if name in request.POST), None)
        try:
            if "save" in request.POST and is_draft and form.is_valid():
                writing.change(version, by=request.user, changes=form.changes())
                messages.success(request, _("The text is kept."))
                return redirect("admin:story_version", version.pk)
            if "facts" in request.POST and facts.is_valid():
                facts.save()
                messages.success(request, _("Kept."))
                return redirect("admin:story_version", version.pk)
            if verb and when.is_valid():
                return VERBS[verb](request, version, when.cleaned_data["publish_on"])
        except writing.NotNow as refusal:
            messages.error(request, str(refusal))
            return redirect("admin:story_version", version.pk)
    has_errors = form.errors or when.errors or facts.errors
    values = {
        "version": version,
        "story": version.story,
        "person": version.story.person,
        "versions": version.story.versions.order_by("-number"),
        "state": state_of(version.story),
        "is_draft": is_draft,
        "is_online": version.is_published(clock.today()),
        "is_newest": not version.story.versions.filter(number__gt=version.number).exists(),
        "form": form,
        "when": when,
        "facts": facts,
    }
    status = 422 if has_errors else 200
    return page(request, "knowledgebank/admin/story.html", version.title, values, status)


def _forms(request: NetworkRequest, version: StoryVersion, is_draft: bool) -> Any:
    posted = request.POST if request.method == "POST" else None
    text = _version(request, version.pk)  # of its own: a form writes what was typed on its instance
    form = VersionForm(
        posted if posted is not None and "save" in posted else None,
        request.FILES if request.method == "POST" else None,
        instance=text,
    )
    verbs = posted is not None and any(name in posted for name in VERBS)
    when = WhenForm(posted if verbs else None, initial={"publish_on": version.publish_on})
    facts = StoryFacts(posted if posted is not None and "facts" in posted else None, instance=text.story)
    return form, when, facts


def _ask(request: NetworkRequest, version: StoryVersion, day: Any) -> HttpResponse:
    writing.ask_approval(version, by=request.user, publish_on=day)
    messages.success(
        request, _("%(name)s gets a mail to read and approve it.") % {"name": version.story.person}
    )
    return redirect("admin:story_version", version.pk)


def _plan(request: NetworkRequest, version: StoryVersion, day: Any) -> HttpResponse:
    writing.reschedule(version, by=request.user, publish_on=day or clock.today())
    messages.success(request, _("Planned."))
    return redirect("admin:story_version", version.pk)


def _next(request: NetworkRequest, version: StoryVersion, day: Any) -> HttpResponse:
    new = writing.next_version(version.story, by=request.user)
    return redirect("admin:story_version", new.pk)


def _withdraw(request: NetworkRequest, version: StoryVersion, day: Any) -> HttpResponse:
    writing.withdraw(version.story, by=request.user)
    messages.success(request, _("The story is off the site."))
    return redirect("admin:story_version", version.pk)


def _discard(request: NetworkRequest, version: StoryVersion, day: Any) -> HttpResponse:
    writing.discard(version, by=request.user)
    messages.success(request, _("The draft is gone."))
    return redirect("admin:knowledgebank_story_changelist")


def _spoken(request: NetworkRequest, version: StoryVersion, day: Any) -> HttpResponse:
    """Somebody without an e-mail address approves by word of mouth; the history says who noted it."""
    if version.story.person.email:
        raise writing.NotNow(_("Ask the approval by mail: that is how it can be shown afterwards."))
    writing.approve(version, by=request.user, via=StoryVersion.Via.SPOKEN, with_photo=bool(version.photo))
    messages.success(request, _("Written down as approved."))
    return redirect("admin:story_version", version.pk)


VERBS: dict[str, Callable[[NetworkRequest, StoryVersion, Any], HttpResponse]] = {
    "ask": _ask,
    "plan": _plan,
    "next": _next,
    "withdraw": _withdraw,
    "discard": _discard,
    "spoken": _spoken,
}


def version_preview(request: NetworkRequest, pk: int) -> HttpResponse:
    """The version as visitors see it, or will."""
    version = as_shown(_version(request, pk))
    back = {"back_url": reverse("admin:story_version", args=[pk]), "back_label": _("Back to the text")}
    context = story_context(request, request.network, version) | back
    return page(request, "knowledgebank/my/preview.html", version.title, context)
