"""Scans in the leader's admin: the scan with its advice, each question with its answers, the sums."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from knowledgebank import scans
from knowledgebank.models import Scan, ScanAdvice, ScanAnswer, ScanDimension, ScanQuestion
from network.admin import navigation
from network.admin.base import NetworkInline, NetworkModelAdmin
from network.admin.pages import page
from network.numbers import key_of
from network.permissions import NetworkRequest

navigation.add(navigation.Group.CONTENT, 30, gettext_lazy("Scans"), "admin:knowledgebank_scan_changelist")

FAULTS = {
    "nothing_asked": gettext_lazy("There are no questions yet."),
    "few_answers": gettext_lazy("“%(about)s” needs two answers at least."),
    "backward": gettext_lazy("“%(about)s” follows an answer that comes later: nobody would ever get it."),
    "no_advice": gettext_lazy("There is no advice on a total score of %(about)s."),
}


def words(fault: scans.Fault) -> str:
    return str(FAULTS[fault.what]) % {"about": fault.about}


class ScanForm(forms.ModelForm):
    def clean_published_on(self) -> Any:
        day = self.cleaned_data["published_on"]
        if day and self.instance.pk is None:
            raise ValidationError(_("Save first, write the questions, and put it online after that."))
        if day and day != self.initial.get("published_on") and (found := scans.faults(self.instance)):
            raise ValidationError([_("It cannot go online yet:"), *(words(one) for one in found)])
        return day


class DimensionInline(NetworkInline, admin.StackedInline):
    model = ScanDimension
    fields = (("position", "name", "name_en"), ("explanation", "explanation_en"))
    verbose_name_plural = gettext_lazy("Dimensions")


class QuestionInline(NetworkInline, admin.TabularInline):
    """An overview; a question is written on its own page, with its answers."""

    model = ScanQuestion
    fields = ("dimension", "weight")
    readonly_fields = fields
    show_change_link = True
    max_num = 0
    deletable = False
    verbose_name_plural = gettext_lazy("Questions")


class AdviceInline(NetworkInline, admin.StackedInline):
    model = ScanAdvice
    fields = (
        ("dimension", "low", "high"), ("title", "title_en"), "body", "body_en", "tools", "stories",
    )  # fmt: skip
    classes = ("collapse",)
    verbose_name_plural = gettext_lazy("Advice per score")

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "dimension" and field is not None:
            field.queryset = field.queryset.filter(scan=_scan_of(request))
        return field


def _scan_of(request: HttpRequest) -> str | None:
    match = request.resolver_match
    return match.kwargs.get("object_id") if match else None


@admin.register(Scan)
class ScanAdmin(NetworkModelAdmin):
    form = ScanForm
    list_display = ("title", "questions_asked", "filled_in", "published_on")
    search_fields = ("title", "summary")
    fields = (
        ("title", "title_en"), "slug", ("summary", "summary_en"), "introduction", "introduction_en",
        ("theme", "minutes"), "source", "published_on", "stands",
    )  # fmt: skip
    readonly_fields = ("stands",)
    prepopulated_fields = {"slug": ("title",)}
    inlines = (DimensionInline, QuestionInline, AdviceInline)
    deletable = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Scan]:
        rows: QuerySet[Scan] = super().get_queryset(request)
        return rows.annotate(
            asked=Count("questions", distinct=True),
            taken=Count("takings", filter=Q(takings__is_counted=True), distinct=True),
        )

    def get_inlines(self, request: HttpRequest, obj: Scan | None) -> Any:
        return self.inlines if obj else (DimensionInline,)

    @admin.display(description=gettext_lazy("questions"), ordering="asked")
    def questions_asked(self, scan: Any) -> int:
        return int(scan.asked)

    @admin.display(description=gettext_lazy("filled in"), ordering="taken")
    def filled_in(self, scan: Any) -> SafeString:
        return format_html('<a href="{}">{}</a>', reverse("admin:scan_sums", args=[scan.pk]), scan.taken)

    @admin.display(description=gettext_lazy("how it stands"))
    def stands(self, scan: Scan) -> SafeString:
        if scan.pk is None:
            return format_html("{}", _("Save it first; then you write the questions."))
        add = f"{reverse('admin:knowledgebank_scanquestion_add')}?scan={scan.pk}"
        links = [
            (add, _("Write a question")),
            (reverse("admin:scan_sums", args=[scan.pk]), _("See the sums")),
        ]
        if scan.published_on:
            links.append((scan.get_absolute_url(), _("See it on the site")))
        said = "; ".join(words(one) for one in scans.faults(scan)) or _("It is complete.")
        return format_html(
            "<p>{}</p><p>{}</p>",
            said,
            format_html_join(" · ", '<a href="{}">{}</a>', links),
        )

    def get_urls(self) -> list[Any]:
        door = self.admin_site.admin_view
        return [path("<int:pk>/sommen/", door(show_sums), name="scan_sums"), *super().get_urls()]


class AnswerInline(NetworkInline, admin.TabularInline):
    model = ScanAnswer
    fields = ("position", "text", "text_en", "points")
    min_num = 2
    verbose_name_plural = gettext_lazy("Answers")


@admin.register(ScanQuestion)
class ScanQuestionAdmin(NetworkModelAdmin):
    """Reached from its scan; the list is there for searching."""

    network_lookup = "scan__network"
    list_display = ("text", "scan", "position", "dimension", "weight")
    list_filter = ("scan",)
    list_select_related = ("scan", "dimension")
    search_fields = ("text",)
    fields = (
        ("scan", "position"), ("text", "text_en"), ("help", "help_en"), ("dimension", "weight"), "only_after",
    )  # fmt: skip
    inlines = (AnswerInline,)
    deletable = True

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        initial: dict[str, Any] = super().get_changeform_initial_data(request)
        scan = request.network.scans.filter(pk=key_of(initial.get("scan")) or 0).first()
        if scan is not None:
            last = scan.questions.order_by("-position").values_list("position", flat=True).first()
            initial["position"] = (last or 0) + 1
        return initial

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Dimensions and answers of the question's own scan, and of the answers the earlier ones."""
        field: Any = super().formfield_for_foreignkey(db_field, request, **kwargs)
        question = ScanQuestion.objects.filter(pk=key_of(_scan_of(request)) or 0).first()
        scan = question.scan_id if question else key_of(request.GET.get("scan") or request.POST.get("scan"))
        if field is not None and db_field.name == "dimension":
            field.queryset = field.queryset.filter(scan=scan)
        if field is not None and db_field.name == "only_after":
            earlier = field.queryset.filter(question__scan=scan).select_related("question")
            if question:
                earlier = earlier.filter(question__position__lt=question.position)
            field.queryset = earlier.order_by("question__position", "position")
            field.label_from_instance = lambda answer: f"{answer.question.position}. {answer.text}"
        return field

    def response_add(self, request: HttpRequest, obj: ScanQuestion, post_url_continue: Any = None) -> Any:
        return self._to_the_scan(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: ScanQuestion) -> Any:
        return self._to_the_scan(request, obj) or super().response_change(request, obj)

    def _to_the_scan(self, request: HttpRequest, question: ScanQuestion) -> HttpResponse | None:
        """Back to where the leader came from, unless another button was pressed."""
        if "_continue" in request.POST or "_addanother" in request.POST:
            return None
        self.say(request, _("The question is saved."))
        return redirect("admin:knowledgebank_scan_change", question.scan_id)


@require_GET
def show_sums(request: NetworkRequest, pk: int) -> HttpResponse:
    """What many filled in, without anything about one."""
    scan = get_object_or_404(Scan, pk=pk, network=request.network)
    context = {"scan": scan, "sums": scans.sums(scan)}
    title = _("%(title)s: what was filled in") % {"title": scan.title}
    return page(request, "knowledgebank/admin/scan_sums.html", title, context)
