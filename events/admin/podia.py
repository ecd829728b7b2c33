"""Podia: what happened, what is agreed, and the question how it went."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ambassadors.models import Person
from events.actions import logging
from events.actions.importing_podia import COLUMNS, EXAMPLE, plan_podia
from events.admin import audience, files
from events.admin.podium_filters import NumbersFilter, StatusFilter, YearFilter
from events.admin.podium_outcome import outcome
from events.models import Contribution, Evidence, Podium, PodiumStatus
from network import clock
from network.admin import cockpit, navigation
from network.admin.base import NetworkModelAdmin
from network.admin.exporting import Exports
from network.admin.importing import import_view
from network.admin.pages import page
from network.admin.shared import NATIVE, SavedColumns, avatar
from network.dates import day_and_month, short_day
from network.models import Network
from network.numbers import key_of
from network.tables import Export

WORK = navigation.Group.WORK
navigation.add(
    WORK, 25, gettext_lazy("Podia"), "admin:events_podium_changelist", counts=("outcome", "conflict")
)
navigation.add(
    WORK, 66, gettext_lazy("Other contributions"), "admin:events_contribution_changelist", rare=True
)

CHIPS = {"done": "", "agreed": "", "idea": "plain", "cancelled": "plain"}


class PodiumForm(forms.ModelForm):
    """The changes go through the verb that also tells the calendar, the chase and the site."""

    class Meta:
        model = Podium
        fields = "__all__"  # noqa: DJ007 - the admin's fieldsets say which

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "ambassadors" in self.fields:
            self.fields["ambassadors"].widget = forms.CheckboxSelectMultiple(
                choices=self.fields["ambassadors"].choices  # type: ignore[attr-defined]
            )


@admin.register(Podium)
class PodiumAdmin(Exports, SavedColumns, NetworkModelAdmin):
    empty_words = gettext_lazy(
        "What ambassadors log and what you agree on together stands here."
        " A spreadsheet of earlier years can come in at once."
    )
    form = PodiumForm
    list_display = (
        "what",
        "people",
        "on",
        "state",
        "at_whom",
        "entrepreneurs",
        "origin",
        "place",
        "changed_on",
    )
    first_columns = ("people", "on", "state", "at_whom", "entrepreneurs")
    list_display_links = None
    list_filter = (StatusFilter, YearFilter, "date", NumbersFilter, "evidence", "kind", "origin", "host")
    search_fields = ("title", "host_name", "host__name", "place", "ambassadors__first_name",
                     "ambassadors__last_name")  # fmt: skip
    search_help_text = gettext_lazy("Title, host, place or name")
    list_select_related = ("host",)
    actions = ("cancel_them",)
    formfield_overrides = NATIVE
    readonly_fields = ("from_the_hall",)
    fieldsets = (
        (None, {"fields": (("kind", "status"), ("date", "start_time", "end_time"), "ambassadors")}),
        (
            gettext_lazy("With whom and where"),
            {"fields": ("title", "host", ("host_name", "place"), "origin", "request")},
        ),
        (
            gettext_lazy("What came of it"),
            {"fields": (("expected", "audience"), ("audience_by_host", "reached"), "outcome", "link",
                        "photo", "photo_alt", "notes", "from_the_hall")},
        ),
        (gettext_lazy("On the site"), {"fields": ("is_private", "is_open")}),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        people = Prefetch("ambassadors", queryset=Person.objects.faces())
        return super().get_queryset(request).prefetch_related(people)

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Ambassadors of today first; who already stands on the podium stays."""
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if field is not None and field.queryset is not None and db_field.name == "ambassadors":
            ids = Person.objects.filter(network=request.network).current(clock.today()).values("pk")
            shown = Q(pk__in=ids)
            if (podium := key_of(request.resolver_match.kwargs.get("object_id"))) is not None:
                shown |= Q(podia=podium)
            field.queryset = field.queryset.filter(shown).distinct()
            field.label = request.network.words
            field.help_text = ""  # Django's own speaks of the Control key
        return field

    @admin.display(description=gettext_lazy("from the hall"))
    def from_the_hall(self, podium: Podium) -> SafeString:
        return audience.from_the_hall(podium)

    # --- Columns -------------------------------------------------------------------------------------

    @admin.display(description=gettext_lazy("podium"), ordering="title")
    def what(self, podium: Podium) -> SafeString:
        kind = podium.get_kind_display().capitalize()
        return format_html(
            '<a class="what" href="{}"><b>{}</b><small>{}</small></a>',
            reverse("admin:events_podium_change", args=[podium.pk]),
            podium.title or kind,
            kind if podium.title else "",
        )

    @admin.display(description=gettext_lazy("who"))
    def people(self, podium: Podium) -> SafeString:
        return format_html_join(
            "",
            '<a class="who who-small" href="{}">{}<span>{}</span></a>',
            (
                (
                    reverse("admin:ambassadors_person_overview", args=[person.pk]),
                    avatar(person),
                    person.full_name,
                )
                for person in podium.ambassadors.all()
            ),
        )

    @admin.display(description=gettext_lazy("date"), ordering="date")
    def on(self, podium: Podium) -> str:
        return short_day(podium.date)

    @admin.display(description=gettext_lazy("status"), ordering="status")
    def state(self, podium: Podium) -> SafeString:
        if podium.status == PodiumStatus.AGREED and podium.date < clock.today():
            return format_html(
                '<a class="chip chip-warm" href="{}">{}</a>',
                reverse("admin:podium_outcome", args=[podium.pk]),
                _("how did it go?"),
            )
        kind = CHIPS[podium.status]
        return format_html(
            '<span class="chip {}">{}</span>', f"chip-{kind}" if kind else "", podium.get_status_display()
        )

    @admin.display(description=gettext_lazy("with whom or where"))
    def at_whom(self, podium: Podium) -> str:
        return podium.at

    @admin.display(description=gettext_lazy("entrepreneurs"))
    def entrepreneurs(self, podium: Podium) -> str:
        if podium.evidence == Evidence.UNKNOWN:
            return "–" if podium.status != PodiumStatus.DONE else _("unknown")
        if podium.evidence == Evidence.CONFIRMED:
            return f"{podium.counted} ✓"
        return _("about %(n)d") % {"n": podium.counted}

    # --- Writing -------------------------------------------------------------------------------------

    def save_model(self, request: HttpRequest, obj: Podium, form: Any, change: bool) -> None:
        """One verb for every door: what changed moves the calendar and keeps the chase silent."""
        values = {name: form.cleaned_data[name] for name in form.cleaned_data if name != "ambassadors"}
        people = form.cleaned_data.get("ambassadors")
        if not change:
            made = logging.log_podium(
                by=request.user, network=request.network, ambassadors=people or (), **values  # type: ignore[arg-type]
            )  # fmt: skip
            obj.pk, obj._state.adding = made.pk, False
            return
        changes = {name: value for name, value in values.items() if name in form.changed_data}
        logging.correct(
            Podium.objects.get(pk=obj.pk), by=request.user, changes=changes, ambassadors=people  # type: ignore[arg-type]
        )  # fmt: skip

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """The ambassadors were written with the podium."""

    @admin.action(description=gettext_lazy("Cancel …"))
    def cancel_them(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        podia = list(queryset)
        if "carry_out" in request.POST:
            for podium in podia:
                logging.cancel(podium, by=request.user)  # type: ignore[arg-type]
            self.say(
                request,
                ngettext("%(n)d podium is cancelled.", "%(n)d podia are cancelled.", len(podia))
                % {"n": len(podia)},
            )
            return None
        lines = [(podium, f"{short_day(podium.date)}, {podium.get_status_display()}") for podium in podia]
        return page(
            request,
            "admin/bulk.html",
            _("Cancel podia"),
            {
                "lines": lines,
                "action": "cancel_them",
                "opts": self.opts,
                "explain": _("They stay on record and no longer count. You can restore each of them later."),
            },
        )

    def get_urls(self) -> list[Any]:
        importer = import_view(
            plan_podia,
            COLUMNS,
            gettext_lazy("Import podia"),
            back_to="admin:events_podium_changelist",
            example=EXAMPLE,
        )
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/hoe-ging-het/", view(outcome), name="podium_outcome"),
            path("<int:pk>/dossier/", view(files.podium_file), name="podium_file"),
            path("<int:pk>/hoeveel/", view(files.podium_audience), name="podium_audience"),
            path("importeren/", view(importer), name="import_podia"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        tools = [(_("Import podia"), reverse("admin:import_podia"))]
        return super().changelist_view(request, {"tools": tools, **(extra_context or {})})

    def export(self, network: Network, found: QuerySet[Any]) -> Export:
        return Export(
            name=_("podia"),
            columns=(
                _("date"), _("kind"), _("status"), _("title"), network.words, _("fan or host"),
                _("how it came about"), _("place"), _("expected audience"),
                _("entrepreneurs in the audience"), _("entrepreneurs in the audience, says the host"),
                _("entrepreneurs reached"), _("counted"), _("how sure"), _("link"), _("in one line"),
                _("confidential"), _("last changed on"),
            ),
            rows=(
                (
                    podium.date, podium.get_kind_display(), podium.get_status_display(), podium.title,
                    ", ".join(person.full_name for person in podium.ambassadors.all()),
                    podium.host.name if podium.host else podium.host_name, podium.get_origin_display(),
                    podium.place, podium.expected, podium.audience, podium.audience_by_host,
                    podium.reached, podium.counted, podium.get_evidence_display(), podium.link,
                    podium.outcome, _("yes") if podium.is_private else _("no"), podium.changed_on,
                )
                for podium in found.select_related("host").iterator(2000)
            ),
        )  # fmt: skip


@admin.register(Contribution)
class ContributionAdmin(SavedColumns, NetworkModelAdmin):
    list_display = ("who", "title", "on", "notes")
    first_columns = ("title", "on")
    search_fields = ("title", "person__first_name", "person__last_name")
    list_select_related = ("person",)
    deletable = True
    formfield_overrides = NATIVE

    @admin.display(description=gettext_lazy("who"), ordering="person__last_name")
    def who(self, contribution: Contribution) -> SafeString:
        return format_html(
            '<span class="who">{}<span><b>{}</b></span></span>',
            avatar(contribution.person),
            contribution.person.full_name,
        )

    @admin.display(description=gettext_lazy("date"), ordering="date")
    def on(self, contribution: Contribution) -> str:
        return short_day(contribution.date)


@cockpit.add_finder(30)
def find_podia(network: Network, words: str) -> list[cockpit.Found]:
    found = Podium.objects.filter(network=network).select_related("host")
    for word in words.split():
        found = found.filter(
            Q(title__icontains=word) | Q(host_name__icontains=word) | Q(host__name__icontains=word)
            | Q(ambassadors__last_name__icontains=word)
        )  # fmt: skip
    return [
        cockpit.Found(
            kind=_("Podia"),
            label=str(podium),
            detail=f"{day_and_month(podium.date)} · {podium.get_status_display()}",
            url=reverse("admin:events_podium_change", args=[podium.pk]),
        )
        for podium in found.distinct()[: cockpit.MOST_FOUND]
    ]
