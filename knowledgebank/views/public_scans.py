"""Scans for visitors: one question at a time or all at once, a look back, and the result.

Answering keeps nothing: the answers travel in the address, so that going back, reloading and a phone without
scripts all work, and no cookie is needed. Only asking for the result keeps them, without a name.
"""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from knowledgebank import pdfs, scans
from knowledgebank.actions import scanning
from knowledgebank.forms.scans import AboutScanForm, ScanForm
from knowledgebank.models import Scan, ScanTaking
from network import clock, paper
from network.actions import relaying
from network.forms.guarded import GuardedForm
from network.middleware import speaking_network_or_404
from network.pages import public_page


def public_scan(request: HttpRequest, slug: str) -> Scan:
    """The one door to a scan for visitors; in English only where the network speaks it."""
    network = speaking_network_or_404(request)
    found = Scan.objects.filter(network=network).public(clock.today()).select_related("theme")
    scan = get_object_or_404(found, slug=slug)
    scan.network = network
    return scan


@public_page
def scan(request: HttpRequest, slug: str) -> HttpResponse:
    """What it is about, how long it takes, and what happens with the answers."""
    found = public_scan(request, slug)
    dimensions = list(found.dimensions.order_by("position"))
    context = {"scan": found, "dimensions": dimensions, "lang": "nl" if found.is_dutch_only() else ""}
    return render(request, "knowledgebank/public/scan.html", context)


@require_safe
def question(request: HttpRequest, slug: str) -> HttpResponse:
    """The first question that has no answer yet, or the look back when all have one."""
    sheet = scans.Sheet(public_scan(request, slug))
    given = sheet.given(request.GET)
    asked = sheet.asked(given)
    open_ones = sheet.unanswered(given)
    kept = [(sheet.by_id[pk].field, answer) for pk, answer in given.items()]
    context: dict[str, Any] = {
        "scan": sheet.scan,
        "lang": "nl" if sheet.scan.is_dutch_only() else "",
        "kept": kept,
        "back": _back(sheet, asked, given, open_ones[0].pk if open_ones else None),
    }
    if not open_ones:
        context["rows"] = [
            (
                one,
                next(a for a in one.answers.all() if a.pk == given[one.pk]),
                _address(sheet, {pk: answer for pk, answer in given.items() if pk != one.pk}),
            )
            for one in asked
        ]
        context["form"] = GuardedForm()
        return render(request, "knowledgebank/public/scan_ready.html", context)
    now = open_ones[0]
    number = next(at for at, one in enumerate(asked, 1) if one.pk == now.pk)
    context |= {
        "question": now,
        "number": number,
        "count": len(asked),
        "missed": "verder" in request.GET and request.GET.get("verder") == now.field,
    }
    return render(request, "knowledgebank/public/scan_question.html", context)


def _back(sheet: scans.Sheet, asked: list[Any], given: Any, current: int | None) -> str:
    """The question before the current one, with the answers up to it; the start before the first."""
    before = []
    for one in asked:
        if one.pk == current:
            break
        before.append(one.pk)
    if not before:
        return reverse("scan", args=[sheet.scan.slug])
    return _address(sheet, {pk: given[pk] for pk in before[:-1]})


def _address(sheet: scans.Sheet, given: Any) -> str:
    address = reverse("scan_question", args=[sheet.scan.slug])
    query = urlencode([(sheet.by_id[pk].field, answer) for pk, answer in given.items()])
    return f"{address}?{query}" if query else address


@require_http_methods(["GET", "POST"])
def whole(request: HttpRequest, slug: str) -> HttpResponse:
    """All questions on one page; also where the result of the question-by-question way is asked for."""
    sheet = scans.Sheet(public_scan(request, slug))
    form = ScanForm(sheet, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        signs = form.signs(request)
        try:
            taking = scanning.take(
                sheet=sheet, given=form.given, place=signs.place, filled_trap=signs.filled_trap
            )
        except relaying.TooMany as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(taking)
    branches = {
        question.pk: sheet.answer(question.only_after_id)
        for question in sheet.questions
        if question.only_after_id
    }
    rows = [(form[question.field], question, branches.get(question.pk)) for question in sheet.questions]
    context = {
        "scan": sheet.scan,
        "form": form,
        "rows": rows,
        "lang": "nl" if sheet.scan.is_dutch_only() else "",
    }
    status = 422 if form.is_bound else 200
    return render(request, "knowledgebank/public/scan_whole.html", context, status=status)


def public_taking(request: HttpRequest, slug: str, public_id: str) -> ScanTaking:
    """The link is the key: nobody finds a result without it. The scan itself may have gone offline since."""
    network = request.network
    found = ScanTaking.objects.with_link().select_related("scan")
    taking = get_object_or_404(found, public_id=public_id, scan__slug=slug, scan__network=network)
    taking.scan.network = network
    return taking


@require_http_methods(["GET", "POST"])
def result(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    taking = public_taking(request, slug, public_id)
    form = AboutScanForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        address = request.build_absolute_uri(taking.get_absolute_url())
        try:
            relaying.receive(
                network=taking.scan.network,
                letter=form.letter(taking, address),
                recipient=None,
                signs=form.signs(request),
            )
        except relaying.TooMany as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("contact_done")
    context = {
        "scan": taking.scan,
        "result": scans.result_of(taking, clock.today()),
        "form": form,
        "address": request.build_absolute_uri(taking.get_absolute_url()),
        "lang": "nl" if taking.scan.is_dutch_only() else "",
    }
    status = 422 if form.is_bound else 200
    return render(request, "knowledgebank/public/scan_result.html", context, status=status)


@require_safe
def result_paper(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """The result as a PDF."""
    taking = public_taking(request, slug, public_id)
    try:
        made = pdfs.scan_result(taking, request.build_absolute_uri(taking.get_absolute_url()))
    except (paper.Unavailable, paper.Failed):
        messages.error(request, _("The PDF could not be made just now. Print the page, or try again later."))
        return redirect(taking)
    return paper.attachment(made, taking.scan.shown_title)
