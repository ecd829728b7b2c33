"""What somebody declares about themselves: voluntary, for sums only, changed or taken back at any time."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ambassadors.actions import declaring
from ambassadors.forms.declaration import DeclarationForm
from ambassadors.permissions import PersonRequest, Standing, person_only


@require_http_methods(["GET", "HEAD", "POST"])
@person_only
def declaration(request: PersonRequest) -> HttpResponse:
    person = request.person
    asked = declaring.rules_of(request.network).asked if request.standing == Standing.AMBASSADOR else []
    text = declaring.latest_text(request.network)
    declared = declaring.declared_by(person)
    seal = text.seal if text else ""
    form = DeclarationForm(asked, declared, request.POST if request.method == "POST" else None, seal=seal)
    if request.method == "POST" and asked and text and form.is_valid():
        declaring.declare(person, answers=form.answers, text=text)
        messages.success(
            request,
            _("Kept, for sums only. You can change it or take it back whenever you like.")
            if form.answers
            else _("Nothing is kept: you rather do not say."),
        )
        return redirect("my_declaration")
    context = {
        "tab": "page",
        "form": form,
        "text": text,
        "is_asked": bool(asked and text),
        "declared": declared,
        "is_older": bool(declared and text and declared.version != text.version),
    }
    return render(request, "ambassadors/my/declaration.html", context)


@require_POST
@person_only
def withdraw(request: PersonRequest) -> HttpResponse:
    declaring.withdraw(request.person)
    messages.success(request, _("Your answers are gone."))
    return redirect("my_declaration")
