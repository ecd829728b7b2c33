"""Working with a card: the facilitator's clock, a group's sheets, remarks of users, the card on paper."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from knowledgebank import pdfs
from knowledgebank.actions import filling_in, remarking
from knowledgebank.forms.public import GroupForm, RemarkForm, SheetForm
from knowledgebank.models import FilledForm, FillInForm, FormGroup, FormQuestion
from knowledgebank.models.fill_in import DAYS_KEPT
from knowledgebank.permissions import filled_for, group_for
from knowledgebank.views.public_tools import public_tool
from network import paper
from network.actions import relaying
from network.links import absolute
from network.middleware import speaking_network_or_404
from network.models import Network
from network.pages import public_page


@public_page
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    """The steps in large type, with a clock where there is a script: for on the screen in the room."""
    card = public_tool(request.network, slug)
    steps = list(card.steps.all())
    if not steps:
        raise Http404
    context = {
        "tool": card,
        "steps": steps,
        "total": sum(step.minutes or 0 for step in steps),
        "lang": "" if card.language == get_language() else card.language,
    }
    return render(request, "knowledgebank/public/guide.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def remark(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell others how it went; the leader reads it first."""
    card = public_tool(speaking_network_or_404(request), slug)
    form = RemarkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            remarking.receive(
                card,
                name=form.cleaned_data["name"],
                organisation=form.cleaned_data["organisation"],
                text=form.cleaned_data["text"],
                signs=form.signs(request),
            )
        except relaying.TooMany as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("tool_remark_done", slug)
    status = 422 if form.is_bound else 200
    return render(request, "knowledgebank/public/remark.html", {"tool": card, "form": form}, status=status)


@public_page
def remark_done(request: HttpRequest, slug: str) -> HttpResponse:
    card = public_tool(request.network, slug)
    return render(request, "knowledgebank/public/remark_done.html", {"tool": card})


def card_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The method card on A4."""
    network = speaking_network_or_404(request)
    card = public_tool(network, slug)
    return _paper(request, slug, card.title, lambda: pdfs.method_card(card, network))


def sheet_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The sheet to fill in by hand, on A4."""
    network = speaking_network_or_404(request)
    form = _sheet_of(network, slug)
    return _paper(request, slug, form.title, lambda: pdfs.blank_sheet(form, network))


def _paper(request: HttpRequest, slug: str, title: str, make: Callable[[], bytes]) -> HttpResponse:
    try:
        return paper.attachment(make(), title)
    except (paper.Unavailable, paper.Failed):
        context = {"href": reverse("tool", args=[slug])}
        return render(request, "knowledgebank/public/no_paper.html", context, status=503)


# --- The sheet as a form: whoever has the address comes in ---------------------------------------------


def _sheet_of(network: Network, slug: str) -> FillInForm:
    """The sheet of a card that visitors can see; of its Dutch original where the translation has none."""
    public_tool(network, slug)
    forms = FillInForm.objects.filter(tool__network=network, tool__slug=slug).select_related("tool")
    found = {form.tool.language: form for form in forms}
    form = found.get(get_language() or "nl") or found.get("nl")
    if form is None:
        raise Http404
    return form


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    """A group begins: it gets an address for everybody who fills in, and one to see it all."""
    network = speaking_network_or_404(request)
    sheet = _sheet_of(network, slug)
    form = GroupForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        signs = form.signs(request)
        if signs.filled_trap:  # whoever sees the page leaves that field alone
            raise Http404
        try:
            relaying.refuse_flood(relaying.count_from(f"groups:{signs.place}"))
        except relaying.TooMany as refusal:
            form.add_error(None, str(refusal))
            return _beginning(request, sheet, form)
        group = filling_in.begin_group(sheet, name=form.cleaned_data["name"])
        return redirect(group)
    return _beginning(request, sheet, form)


def _beginning(request: HttpRequest, sheet: FillInForm, form: GroupForm) -> HttpResponse:
    context = {"sheet": sheet, "tool": sheet.tool, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "knowledgebank/public/group_new.html", context, status=status)


def group(request: HttpRequest, token: str) -> HttpResponse:
    """Everything that was filled in, side by side; also on paper."""
    network = speaking_network_or_404(request)
    found = group_for(network, view_token=token)
    filled = list(found.filled.all())
    questions = list(found.form.questions.all())
    context = {
        "group": found,
        "tool": found.form.tool,
        "filled": filled,
        "rows": [(question, [(one, _answer(question, one)) for one in filled]) for question in questions],
        "fill_url": absolute(network, reverse("fill_in", args=[found.fill_token])),
        "days": DAYS_KEPT,
    }
    return render(request, "knowledgebank/public/group.html", context)


def _answer(question: FormQuestion, filled: FilledForm) -> list[str]:
    """The lines of one answer."""
    text = filled.answers.get(str(question.pk), "")
    if question.kind == FormQuestion.Kind.LIST:
        return [line.strip().lstrip("-•").strip() for line in text.splitlines() if line.strip()]
    return [text] if text.strip() else []


@require_POST
def group_end(request: HttpRequest, token: str) -> HttpResponse:
    found = group_for(speaking_network_or_404(request), view_token=token)
    slug = found.form.tool.slug
    filling_in.end_group(found)
    return redirect("tool", slug)


@require_http_methods(["GET", "HEAD", "POST"])
def fill_in(request: HttpRequest, token: str) -> HttpResponse:
    found = group_for(speaking_network_or_404(request), fill_token=token)
    form = _form(request, found)
    if request.method == "POST" and form.is_valid():
        try:
            filled = filling_in.fill_in(found, party=form.party, answers=form.answers())
        except filling_in.Full:
            form.add_error(None, _("This group is full. Ask whoever leads it to begin another one."))
        else:
            return redirect(filled)
    return _sheet_page(request, found, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
def filled(request: HttpRequest, token: str) -> HttpResponse:
    """One's own sheet: to read, to change, to take back."""
    found = filled_for(speaking_network_or_404(request), token)
    if request.method == "POST" and "remove" in request.POST:
        address = reverse("fill_in", args=[found.group.fill_token])
        filling_in.remove(found)
        return redirect(address)
    form = _form(request, found.group, found)
    if request.method == "POST" and form.is_valid():
        filling_in.change(found, party=form.party, answers=form.answers())
        return redirect(found)
    return _sheet_page(request, found.group, form, found)


def _form(request: HttpRequest, found: FormGroup, filled: FilledForm | None = None) -> SheetForm:
    return SheetForm(
        request.POST if request.method == "POST" else None,
        questions=found.form.questions.all(),
        party_label=found.form.party_label,
        filled=filled,
    )


def _sheet_page(
    request: HttpRequest, found: FormGroup, form: SheetForm, filled: FilledForm | None
) -> HttpResponse:
    context: dict[str, Any] = {
        "group": found,
        "sheet": found.form,
        "tool": found.form.tool,
        "form": form,
        "filled": filled,
        "days": DAYS_KEPT,
    }
    status = 422 if form.is_bound else 200
    return render(request, "knowledgebank/public/fill_in.html", context, status=status)
