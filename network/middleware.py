"""What holds for every request: its network follows from the host name, its language from the reader."""

import copy
from collections.abc import Callable
from functools import lru_cache
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.db.models import CharField
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import CSRF_SECRET_LENGTH
from django.shortcuts import render
from django.utils import translation
from django.utils.crypto import salted_hmac

from network import freshness
from network.actions import accounts
from network.models import Network
from network.questions import Given, Question

View = Callable[[HttpRequest], HttpResponse]

MOST_REMEMBERED = 1000  # with one network every host name leads to it
ADMIN_PREFIX = "/beheer/"
# Addresses outside the translated ones; their language is the reader's own.
PERSONAL_PREFIXES = (ADMIN_PREFIX, "/mijn/", "/account/")
# Asked by a load balancer, which knows no host name of a network.
WITHOUT_NETWORK = frozenset({"/healthz", "/readyz"})
_remembered: dict[str, tuple[str, Network]] = {}  # host name -> (stamp, network)


def network_by_host(get_response: View) -> View:
    """`request.network` by the host name; an unknown host gets a 404 for every address."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path in WITHOUT_NETWORK:  # before the host name is judged: it is an address of the machine
            return get_response(request)
        host = _without_port(request.get_host())
        exact = request.method not in ("GET", "HEAD") or request.path.startswith(ADMIN_PREFIX)
        network = network_for_host(host) if exact else remembered_network(host)
        if network is None:
            raise Http404("No network at this host name.")
        request.network = network
        return get_response(request)

    return middleware


def _without_port(host: str) -> str:
    return host if host.endswith("]") else host.rsplit(":", 1)[0]


def network_for_host(host: str) -> Network | None:
    """The network of a host name; the only network there is where there is just one."""
    found: list[Network] = _at_host().objects(host=host.lower())
    if found:
        return found[0]
    networks = list(Network.objects.all()[:2])
    return networks[0] if len(networks) == 1 else None


@lru_cache
def _at_host() -> Question:
    """A host name is of one network at most."""
    return Question(Network.objects.filter(hosts__host=Given("host", CharField())))


def remembered_network(host: str) -> Network | None:
    """As `network_for_host`, without a query as long as nothing that visitors may see has changed."""
    stamp = freshness.stamp()
    if stamp is None:
        return network_for_host(host)
    known = _remembered.get(host)
    if known is None or known[0] != stamp:
        network = network_for_host(host)
        if network is None:  # any name can be asked for: only those of networks are kept
            return None
        if len(_remembered) > MOST_REMEMBERED:
            _remembered.clear()
        known = _remembered[host] = (stamp, network)
    return copy.copy(known[1])  # requests never share one object


def forget_networks() -> None:
    _remembered.clear()


def speaking_network_or_404(request: HttpRequest) -> Network:
    """The network, where it speaks the language of the page."""
    if not request.network.speaks(translation.get_language()):
        raise Http404
    return request.network


def _is_signed_in(request: HttpRequest) -> bool:
    # Without a cookie there is no session, and nobody is asked who they are.
    return settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in request.session


def no_cookie_for_visitors(get_response: View) -> View:
    """Around Django's check of forms: who is not signed in sends one without a cookie (decision 0039).

    Its token is then made with a secret that all visitors share, so what keeps other sites out is that the
    browser says where the form stood. Over https Django asks for that; here also over http.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if _is_signed_in(request):
            return get_response(request)
        secret = salted_hmac("visitors", "form", algorithm="sha256").hexdigest()[:CSRF_SECRET_LENGTH]
        request.COOKIES.pop(settings.CSRF_COOKIE_NAME, None)
        if request.method != "POST" or request.is_secure() or "Origin" in request.headers:
            request.COOKIES[settings.CSRF_COOKIE_NAME] = secret
        response = get_response(request)
        given = response.cookies.get(settings.CSRF_COOKIE_NAME)
        if given is not None and given.value == secret:
            del response.cookies[settings.CSRF_COOKIE_NAME]
            response.keep_page = None  # type: ignore[attr-defined]  # the form of whoever is signed in differs
        if settings.SESSION_COOKIE_NAME in request.COOKIES and not request.session.keys():
            request.session.flush()  # what it held was said, and its cookie goes with it
        return response

    return middleware


def session_limits(get_response: View) -> View:
    """A session ends by itself: sooner for whoever runs a network than for others."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if _is_signed_in(request) and accounts.is_over(request.session):
            logout(request)
        return get_response(request)

    return middleware


def a_button_not_a_page(get_response: View) -> View:
    """Whoever opens the address of a button (a reload, signing in halfway) gets a page with the way back."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or request.method not in ("GET", "HEAD"):
            return response
        back = next((prefix for prefix in PERSONAL_PREFIXES if request.path.startswith(prefix)), "/")
        page = render(request, "405.html", {"back": back}, status=response.status_code)
        page["Allow"] = response["Allow"]
        return page

    return middleware


def language_of_reader(get_response: View) -> View:
    """Under the personal addresses the language is that of the account, else of the reader's cookie."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(PERSONAL_PREFIXES):
            language = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) or settings.LANGUAGE_CODE
            if request.user.is_authenticated:
                language = request.user.language
            if language in dict(settings.LANGUAGES):
                translation.activate(language)
                request.LANGUAGE_CODE = language
        return get_response(request)

    return middleware
