"""Signing in, and one's own account."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from network.actions import accounts, signing_in
from network.adapters import home_of
from network.forms.accounts import AddressForm, CodeForm
from network.masking import masked
from network.models import SignIn, User
from network.permissions import NetworkRequest, has_fresh_second_factor
from network.views.by_link import Over

SESSION_KEY = "sign_in"
TOO_MANY = 429
OVER = Over(
    gettext_lazy("A link works once, for a short time. Ask a new one: it is with you in a moment."),
    onward=(gettext_lazy("Ask a new code"), "account_login"),
)


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: NetworkRequest) -> HttpResponse:
    """Asks the address; says the same to everybody."""
    if request.user.is_authenticated:
        return redirect(_next(request) or home_of(request))
    form = AddressForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            asked = signing_in.ask(
                network=request.network,
                email=form.cleaned_data["email"],
                ip=_place(request),
                next=_next(request),
            )
        except signing_in.TooMany:
            form.add_error(None, _("Codes were asked very often from here. Wait an hour and try again."))
            return _sign_in_page(request, form, status=TOO_MANY)
        request.session[SESSION_KEY] = {"id": asked.pk, "shown": form.cleaned_data["email"]}
        return redirect("sign_in_code")
    return _sign_in_page(request, form)


def _sign_in_page(request: NetworkRequest, form: AddressForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "next": _next(request)}
    return render(request, "account/login.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def enter_code(request: NetworkRequest) -> HttpResponse:
    asked = request.session.get(SESSION_KEY) or {}
    attempt = SignIn.objects.filter(pk=asked.get("id", 0), network=request.network).first()
    if request.user.is_authenticated or attempt is None:
        return redirect("account_login")
    form = CodeForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            right = signing_in.by_code(attempt, form.cleaned_data["code"])
        except signing_in.Locked:
            form.add_error("code", _("Too many wrong codes. Wait a quarter of an hour and ask a new one."))
            status = TOO_MANY
        else:
            user = signing_in.use(attempt) if right else None
            if user is not None:
                request.session.pop(SESSION_KEY, None)
                return _enter(request, user, attempt)
            form.add_error("code", _("This code is not right, or no longer valid. Look at the newest mail."))
    context = {"form": form, "email": asked.get("shown", ""), "minutes": 10}
    return render(request, "account/code.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def follow_link(request: NetworkRequest, link: str) -> HttpResponse:
    """Opening the link changes nothing, so that a mail scanner cannot use it up; the button does."""
    attempt = signing_in.by_link(request.network, link)
    if request.method == "POST" and attempt is not None:
        user = signing_in.use(attempt)
        if user is not None:
            request.session.pop(SESSION_KEY, None)
            return _enter(request, user, attempt)
        attempt = None
    if attempt is None:
        return OVER.page(request, expired=True)
    response = render(request, "account/link.html", {"email": masked(attempt.email)})
    response["Referrer-Policy"] = "strict-origin"  # the address is a secret
    return response


def _enter(request: NetworkRequest, user: User, attempt: SignIn) -> HttpResponse:
    """On with what else is needed: the second factor, where there is one."""
    if request.user.is_authenticated and request.user != user:
        request.session.flush()
    record_authentication(request, user, method="code", email=attempt.email)
    target = attempt.next if get_adapter(request).is_safe_url(attempt.next) else ""
    return perform_login(request, Login(user=user, redirect_url=target or None, email=attempt.email))


@login_required
def account(request: NetworkRequest) -> HttpResponse:
    """Everything about one's own account on one page."""
    factors = Authenticator.objects.filter(user=request.user)
    context: dict[str, Any] = {
        "passkeys": [factor.wrap() for factor in factors if factor.type == Authenticator.Type.WEBAUTHN],
        "app": next((factor for factor in factors if factor.type == Authenticator.Type.TOTP), None),
        "codes": next(
            (factor.wrap() for factor in factors if factor.type == Authenticator.Type.RECOVERY_CODES), None
        ),
        "sessions": accounts.live_sessions(request.user),
        "languages": settings.LANGUAGES,
        "home": home_of(request),
    }
    return render(request, "account/account.html", context)


@login_required
@require_POST
def end_session(request: NetworkRequest, pk: int) -> HttpResponse:
    session = next((found for found in accounts.live_sessions(request.user) if found.pk == pk), None)
    if session is None:
        raise Http404
    accounts.end_sessions([session])
    messages.success(request, _("That device is signed out."))
    return redirect("account")


@login_required
@require_POST
def end_other_sessions(request: NetworkRequest) -> HttpResponse:
    others = [found for found in accounts.live_sessions(request.user) if not found.is_current()]
    accounts.end_sessions(others)
    messages.success(request, _("Every other device is signed out."))
    return redirect("account")


@require_POST
def set_language(request: NetworkRequest) -> HttpResponse:
    language = request.POST.get("language", "")
    response = HttpResponseRedirect(_next(request) or reverse("account_login"))
    if language not in dict(settings.LANGUAGES):
        return response
    if request.user.is_authenticated:
        User.objects.filter(pk=request.user.pk).update(language=language)
    translation.activate(language)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=365 * 24 * 3600,
        secure=request.is_secure(),
        samesite="Lax",
    )
    return response


@login_required
def second_factor(request: NetworkRequest) -> HttpResponse:
    """Asks the second factor of whoever has one, helps to make one for whoever has none."""
    target = _next(request) or home_of(request)
    factors = Authenticator.objects.filter(user=request.user).exclude(type=Authenticator.Type.RECOVERY_CODES)
    if factors.exists():
        if has_fresh_second_factor(request):
            return redirect(target)
        return redirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': target})}")
    if has_fresh_second_factor(request):  # eased, or its factor was taken away since
        return redirect(target)
    return render(request, "account/second_factor.html", {"next": target})


def inactive(request: NetworkRequest) -> HttpResponse:
    return render(request, "account/inactive.html", status=403)


def _next(request: HttpRequest) -> str:
    """Where to go on, if that is on this very host."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = wanted.startswith("/") and wanted.isprintable() and get_adapter(request).is_safe_url(wanted)
    return wanted if is_ours else ""


def _place(request: HttpRequest) -> str:
    return get_adapter(request).get_client_ip(request)
