"""Method cards with their steps and downloads, the sheets that belong to them, and remarks of users."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from knowledgebank.actions import remarking
from knowledgebank.admin.fields import KnowledgeFields
from knowledgebank.models import (
    FillInForm,
    FormQuestion,
    RemarkState,
    Tool,
    ToolDownload,
    ToolRemark,
    ToolStep,
)
from network import documents
from network.admin import navigation
from network.admin.base import NetworkInline, NetworkModelAdmin
from network.admin.deciding import DecidedAdmin
from network.admin.shared import NATIVE, shortened
from network.permissions import NetworkRequest

CONTENT = navigation.Group.CONTENT
navigation.add(CONTENT, 20, gettext_lazy("Tools"), "admin:knowledgebank_tool_changelist")
navigation.add(
    CONTENT, 25, gettext_lazy("Sheets to fill in"), "admin:knowledgebank_fillinform_changelist", rare=True
)
navigation.add(
    CONTENT,
    70,
    gettext_lazy("Remarks about tools"),
    "admin:knowledgebank_toolremark_changelist",
    counts=("tool_remark",),
    rare=True,
)


class StepInline(NetworkInline, admin.StackedInline):
    model = ToolStep
    fields = (("position", "title", "minutes"), "text")


class DownloadInline(KnowledgeFields, NetworkInline, admin.TabularInline):
    model = ToolDownload
    fields = ("position", "title", "file")


@admin.register(Tool)
class ToolAdmin(KnowledgeFields, NetworkModelAdmin):
    list_display = ("card", "theme", "language", "published_on", "steps_there", "waiting")
    list_display_links = None
    list_filter = ("theme", "language")
    search_fields = ("title", "summary", "slug")
    prepopulated_fields = {"slug": ("title",)}
    inlines = (StepInline, DownloadInline)
    formfield_overrides = NATIVE
    list_select_related = ("theme",)
    deletable = True
    fieldsets = (
        (None, {"fields": ("title", "summary", ("slug", "language"), ("theme", "published_on"), "tags")}),
        (
            gettext_lazy("What and when"),
            {
                "fields": (
                    "purpose", "result", "moment", "company", "with_whom",
                    ("people_least", "people_most"), "how",
                )
            },
        ),
        (
            gettext_lazy("Needed"),
            {
                "fields": (
                    "knowledge", "skills_participants", "skills_facilitator",
                    ("minutes_learn", "minutes_prepare"), ("minutes_run", "minutes_run_most"),
                    "minutes_aftercare", "material", "place", "money",
                )
            },
        ),
        (
            gettext_lazy("Beside it"),
            {"fields": ("tips", "relation", "next_tools", "developers", "background", "contact")},
        ),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        held = Count("remarks", filter=Q(remarks__state=RemarkState.HELD), distinct=True)
        return (
            super().get_queryset(request).annotate(held=held, number_of_steps=Count("steps", distinct=True))
        )

    @admin.display(description=gettext_lazy("tool"), ordering="title")
    def card(self, tool: Tool) -> SafeString:
        return format_html(
            '<a class="what" href="{}"><b>{}</b><small>{}</small></a>',
            reverse("admin:knowledgebank_tool_change", args=[tool.pk]),
            tool.title,
            tool.summary,
        )

    @admin.display(description=gettext_lazy("steps"), ordering="number_of_steps")
    def steps_there(self, tool: Any) -> str:
        return str(tool.number_of_steps or "")

    @admin.display(description=gettext_lazy("remarks to read"), ordering="held")
    def waiting(self, tool: Any) -> str:
        return str(tool.held or "")

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """What is known of a PDF is written down with it."""
        if formset.model is ToolDownload:
            for inline in formset.forms:
                upload = inline.cleaned_data.get("file") if inline.is_valid() else None
                if upload is not None and hasattr(upload, "pages"):
                    inline.instance.size, inline.instance.pages = upload.size, upload.pages
                    inline.instance.cleaned_by, inline.instance.is_withheld = documents.CLEANING, False
        super().save_formset(request, form, formset, change)


class QuestionInline(NetworkInline, admin.StackedInline):
    model = FormQuestion
    fields = (("position", "label"), "help_text", ("kind", "tone", "is_required"))


@admin.register(FillInForm)
class FillInFormAdmin(NetworkModelAdmin):
    list_display = ("title", "tool", "groups_now")
    list_select_related = ("tool",)
    search_fields = ("title",)
    fields = ("tool", "title", "introduction", "party_label")
    inlines = (QuestionInline,)
    deletable = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).annotate(number_of_groups=Count("groups", distinct=True))

    @admin.display(description=gettext_lazy("groups at work"), ordering="number_of_groups")
    def groups_now(self, form: Any) -> str:
        return str(form.number_of_groups)


def _show(request: NetworkRequest, remark: ToolRemark) -> bool:
    return remarking.show(remark, by=request.user)


def _refuse(request: NetworkRequest, remark: ToolRemark) -> bool:
    return remarking.refuse(remark, by=request.user)


@admin.register(ToolRemark)
class ToolRemarkAdmin(DecidedAdmin):
    waits = RemarkState.HELD
    template = "knowledgebank/admin/remark.html"
    verbs = {
        "show": (_show, gettext_lazy("The remark stands on the page of the tool.")),
        "refuse": (_refuse, gettext_lazy("The remark is not shown.")),
    }
    too_late = gettext_lazy("Somebody decided about this remark before you.")
    list_display = ("name", "tool", "short", "status", "created_at")
    list_filter = ("state",)
    list_select_related = ("tool",)
    search_fields = ("name", "organisation", "text")

    def get_ordering(self, request: HttpRequest) -> Any:
        return ["decided_at", "-created_at"]

    @admin.display(description=gettext_lazy("remark"))
    def short(self, remark: ToolRemark) -> str:
        return shortened(remark.text)

    def title_of(self, row: ToolRemark) -> str:
        return _("Remark about %(tool)s") % {"tool": row.tool}
