"""People, the leader's first list: who they are, how their year goes, when we last spoke.

It stands in this app and not in `ambassadors`, because it shows podia.
"""

from datetime import date
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Case, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ambassadors.actions import profile
from ambassadors.actions.importing_pauses import COLUMNS as PAUSE_COLUMNS
from ambassadors.actions.importing_pauses import EXAMPLE as PAUSE_EXAMPLE
from ambassadors.actions.importing_pauses import plan_pauses
from ambassadors.actions.importing_people import COLUMNS as PEOPLE_COLUMNS
from ambassadors.actions.importing_people import EXAMPLE as PEOPLE_EXAMPLE
from ambassadors.actions.importing_people import plan_people
from ambassadors.actions.keeping_contact import give_pause
from ambassadors.admin.forms import PauseForm, ProfileTypeForm
from ambassadors.commitment import Standing
from ambassadors.models import (
    Employment,
    Person,
    ProfileType,
    Term,
)
from events.admin import person_page
from events.admin.people_filters import (
    ProfileTypeFilter,
    RegionFilter,
    RoleFilter,
    SectorFilter,
    StateFilter,
    chip,
    nothing_yet,
    standings_of,
    state_chip,
)
from events.admin.people_form import EmploymentInline, HonoraryInline, PauseInline, PersonForm, TermInline
from events.standing import STATE_NAMES, standings
from network import clock
from network.admin import cockpit, navigation
from network.admin.exporting import Exports
from network.admin.importing import import_view
from network.admin.shared import NATIVE, SavedColumns, avatar
from network.admin.writing import WritesTo
from network.dates import short_day
from network.models import Network
from network.once_per_language import once_per_language
from network.tables import Export
from network.templatetags.koploper import dots

navigation.add(
    navigation.Group.PEOPLE, 10, lambda network: network.words, "admin:ambassadors_person_changelist"
)

SHOWN = ("email", "phone", "profile_type", "second_profile_type")
"""What the list shows of a person's own fields, beside name and portrait."""


@admin.register(Person)
class PersonAdmin(Exports, SavedColumns, WritesTo):
    empty_words = gettext_lazy(
        "The people of this network stand here, each with their year and when you last spoke."
        " A spreadsheet can come in at once; you see first what it does."
    )
    form = PersonForm
    list_display = (
        "who", "year", "pace", "type", "last_contact", "company_name", "sector", "region", "term_ends",
        "email", "phone",
    )  # fmt: skip
    first_columns = ("year", "pace", "type", "last_contact")
    list_display_links = None
    list_filter = (RoleFilter, StateFilter, ProfileTypeFilter, SectorFilter, RegionFilter)
    search_fields = ("first_name", "infix", "last_name", "email", "employments__company__name")
    search_help_text = gettext_lazy("Name, e-mail address or company")
    actions = ("write_to_these", "set_profile_type", "pause_them")
    inlines = (TermInline, PauseInline, EmploymentInline, HonoraryInline)
    formfield_overrides = NATIVE
    readonly_fields = ("publication_consent_at", "photos_refused_at")
    fieldsets = (
        (None, {"fields": (("first_name", "infix", "last_name"), ("email", "phone", "language"))}),
        (gettext_lazy("Type and phase"), {"fields": (("profile_type", "second_profile_type"), "phase")}),
        (
            gettext_lazy("Page on the site"),
            {
                "fields": (
                    ("publication_consent_at", "photos_refused_at"), "portrait", "portrait_alt",
                    ("focal_x", "focal_y"), "quote",
                    "biography", "themes", "liked_kinds", "travel_area", "spoken_languages",
                )
            },
        ),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        today = clock.today()
        work = Employment.objects.current(today).filter(person=OuterRef("pk")).newest_first()[:1]
        people: Any = super().get_queryset(request)
        return people.with_last_contact().annotate(
            company_now=Subquery(work.values("company__name")),
            sector_now=Subquery(work.values("company__sector")),
            region_now=Subquery(work.values("company__region")),
            term_end=Subquery(
                Term.objects.current(today).filter(person=OuterRef("pk")).values("end")[:1]
            ),
        )  # fmt: skip

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """Everybody's year is read once; who has nothing yet stands on top until another order is chosen."""
        found = standings_of(request)
        changelist = super().get_changelist_instance(request)
        changelist.result_list = changelist.result_list.faces(*SHOWN)
        for person in changelist.result_list:
            person.standing = found.get(person.pk)
        return changelist

    def list_title(self, network: Network) -> str:
        return network.words.capitalize()

    def get_ordering(self, request: HttpRequest) -> Any:
        nothing = [pk for pk, standing in standings_of(request).items() if nothing_yet(standing)]
        first = Case(When(pk__in=nothing, then=Value(0)), default=Value(1), output_field=IntegerField())
        return [first.asc(), "last_name", "first_name", "pk"]

    @admin.display(description=gettext_lazy("who"), ordering="last_name")
    def who(self, person: Any) -> SafeString:
        return _who(person.pk, avatar(person), person.full_name, person.company_now or "")

    @admin.display(description=gettext_lazy("this year"))
    def year(self, person: Any) -> SafeString | str:
        standing = person.standing
        if standing is None or not standing.dots:
            return "–"
        return dots(standing.done, standing.agreed, standing.required)

    @admin.display(description=gettext_lazy("pace"))
    def pace(self, person: Any) -> SafeString:
        if person.standing is None:
            return chip(_role(person), "plain")
        return state_chip(person.standing.state, nothing=nothing_yet(person.standing))

    @admin.display(description=gettext_lazy("profile type"), ordering="profile_type")
    def type(self, person: Any) -> str:
        return _type_names(person.profile_type, person.second_profile_type)

    @admin.display(description=gettext_lazy("last contact"), ordering="contact_on")
    def last_contact(self, person: Any) -> str:
        return short_day(person.contact_on) or _("never")

    @admin.display(description=gettext_lazy("company"), ordering="company_now")
    def company_name(self, person: Any) -> str:
        return person.company_now or ""

    @admin.display(description=gettext_lazy("sector"), ordering="sector_now")
    def sector(self, person: Any) -> str:
        return person.sector_now or ""

    @admin.display(description=gettext_lazy("region"), ordering="region_now")
    def region(self, person: Any) -> str:
        return person.region_now or ""

    @admin.display(description=gettext_lazy("term ends"), ordering="term_end")
    def term_ends(self, person: Any) -> str:
        return short_day(person.term_end)

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/", view(person_page.overview), name="ambassadors_person_overview"),
            path("<int:pk>/gesprek/", view(person_page.talk), name="person_talk"),
            path("<int:pk>/pauze/", view(person_page.pause), name="person_pause"),
            path("<int:pk>/pauze/<int:pause>/einde/", view(person_page.end_pause), name="person_end_pause"),
            path("<int:pk>/termijn/<int:term>/", view(person_page.end_term), name="person_end_term"),
            path("<int:pk>/profieltype/", view(person_page.profile_type), name="person_profile_type"),
            path("<int:pk>/erelid/", view(person_page.honorary), name="person_honorary"),
            path(
                "importeren/",
                view(
                    import_view(
                        plan_people,
                        PEOPLE_COLUMNS,
                        gettext_lazy("Import people"),
                        back_to="admin:ambassadors_person_changelist",
                        then="?role=all",  # those without a term too
                        example=PEOPLE_EXAMPLE,
                    )
                ),
                name="import_people",
            ),
            path(
                "pauzes-importeren/",
                view(
                    import_view(
                        plan_pauses,
                        PAUSE_COLUMNS,
                        gettext_lazy("Import pauses"),
                        back_to="admin:ambassadors_person_changelist",
                        example=PAUSE_EXAMPLE,
                    )
                ),
                name="import_pauses",
            ),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        tools = [
            (_("Import people"), reverse("admin:import_people")),
            (_("Import pauses"), reverse("admin:import_pauses")),
        ]
        title = self.list_title(request.network)
        context = {"tools": tools, "heading": title, **(extra_context or {})}
        response = super().changelist_view(request, context)
        found = getattr(response, "context_data", None) or {}
        if "cl" in found and not found["cl"].result_count and not request.GET:
            found["others"] = Person.objects.filter(network=request.network).count()
        return response

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        person = kwargs.get("obj")
        if person:
            overview = reverse("admin:ambassadors_person_overview", args=[person.pk])
            context |= {"back_url": overview, "back_label": person.full_name}
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> Any:
        return self._to_overview(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Any) -> Any:
        return self._to_overview(request, obj) or super().response_change(request, obj)

    def _to_overview(self, request: HttpRequest, obj: Any) -> HttpResponse | None:
        if any(name in request.POST for name in ("_continue", "_addanother", "_popup")):
            return None
        self.say(request, _("%(name)s is saved.") % {"name": obj})
        response = HttpResponse(status=302)
        response["Location"] = reverse("admin:ambassadors_person_overview", args=[obj.pk])
        return response

    # --- Several at once, always shown before it happens ---------------------------------------------

    @admin.action(description=gettext_lazy("Set the profile type …"))
    def set_profile_type(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        form = ProfileTypeForm(request.POST if "carry_out" in request.POST else None)
        people = list(queryset)
        if form.is_bound and form.is_valid():
            wanted = form.cleaned_data["profile_type"]
            changed = 0
            for person in people:
                if person.profile_type == wanted:
                    continue
                changes = {"profile_type": wanted}
                if person.second_profile_type == wanted:
                    changes["second_profile_type"] = ""
                profile.change_profile(person, by=request.user, changes=changes)  # type: ignore[arg-type]
                changed += 1
            self.say(
                request,
                ngettext("%(n)d person changed.", "%(n)d people changed.", changed) % {"n": changed},
            )
            return None
        lines = [
            (person, _("now: %(type)s") % {"type": person.get_profile_type_display() or _("not known")})
            for person in people
        ]
        explain = _("Everybody below gets this profile type. Who has it already does not change.")
        return self._preview(request, form, lines, _("Set the profile type"), explain, "set_profile_type")

    @admin.action(description=gettext_lazy("Give a pause …"))
    def pause_them(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        form = PauseForm(request.POST if "carry_out" in request.POST else None)
        people = list(queryset)
        if form.is_bound and form.is_valid():
            for person in people:
                give_pause(by=request.user, person=person, **form.cleaned_data)  # type: ignore[arg-type]
            self.say(
                request,
                ngettext("%(n)d person has a pause.", "%(n)d people have a pause.", len(people))
                % {"n": len(people)},
            )
            return None
        found = standings_of(request)
        lines = [
            (
                person,
                str(STATE_NAMES[found[person.pk].state]) if person.pk in found else _("no term now"),
            )
            for person in people
        ]
        explain = _("Nothing is asked in these days, and no reminder goes out. Less is asked of the year.")
        return self._preview(request, form, lines, _("Give a pause"), explain, "pause_them")

    def _preview(
        self,
        request: HttpRequest,
        form: forms.Form,
        lines: list[tuple[Any, str]],
        title: str,
        explain: str,
        action: str,
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "form": form,
            "lines": lines,
            "explain": explain,
            "action": action,
            "opts": self.opts,
            "back_label": self.list_title(request.network),
        }
        return TemplateResponse(request, "admin/bulk.html", context)

    # --- As a file -----------------------------------------------------------------------------------

    def export(self, network: Network, found: QuerySet[Any]) -> Export:
        today = clock.today()
        standing_by_id = standings(network, today)
        return Export(
            name=network.words,
            columns=(
                _("e-mail address"), _("first name"), _("infix"), _("last name"), _("telephone"),
                _("company"),
                _("sector"), _("region"), _("profile type"), _("second profile type"), _("role"),
                _("first day after"), _("asked this year"), _("done this year"), _("agreed this year"),
                _("state"), _("last contact"),
            ),
            rows=(_export_row(person, standing_by_id.get(person.pk)) for person in found.iterator(2000)),
        )  # fmt: skip


@once_per_language
def _who(pk: int, face: SafeString, name: str, company: str) -> SafeString:
    return format_html(
        '<a class="who" href="{}">{}<span><b>{}</b><small>{}</small></span></a>',
        reverse("admin:ambassadors_person_overview", args=[pk]),
        face,
        name,
        company,
    )


@once_per_language
def _type_names(*types: str) -> str:
    return " / ".join(str(ProfileType(value).label) for value in types if value) or "–"


def _export_row(person: Any, standing: Standing | None) -> tuple[str | int | date | None, ...]:
    return (
        person.email, person.first_name, person.infix, person.last_name, person.phone,
        person.company_now or "", person.sector_now or "", person.region_now or "",
        person.get_profile_type_display(), person.get_second_profile_type_display(), _role(person),
        person.term_end, standing.required if standing else None, standing.done if standing else None,
        standing.agreed if standing else None, str(STATE_NAMES[standing.state]) if standing else "",
        person.contact_on,
    )  # fmt: skip


def _role(person: Any) -> str:
    return _("in office") if person.term_end else _("not in office")


def read_people(network: Network, ids: set[int], on: date) -> dict[int, Any]:
    """People of the first screen with their last contact, in one query."""
    people = Person.objects.filter(network=network, pk__in=ids).faces("profile_type")
    return {person.pk: person for person in people.with_last_contact()}


cockpit.read_people_with(read_people)


@cockpit.add_finder(10)
def find_people(network: Network, words: str) -> list[cockpit.Found]:
    found = Person.objects.filter(network=network)
    for word in words.split():
        found = found.filter(
            Q(first_name__icontains=word) | Q(last_name__icontains=word) | Q(email__icontains=word)
            | Q(employments__company__name__icontains=word)
        )  # fmt: skip
    return [
        cockpit.Found(
            kind=_("People"),
            label=person.full_name,
            detail=person.email,
            url=reverse("admin:ambassadors_person_overview", args=[person.pk]),
            person=person,
        )
        for person in found.distinct()[: cockpit.MOST_FOUND]
    ]
