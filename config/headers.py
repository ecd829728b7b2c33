"""Headers that every answer carries, and requests that no address takes."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

METHODS = ("GET", "HEAD", "POST", "OPTIONS")
PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer", "autoplay",
        "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen", "gamepad",
        "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone",
        "midi", "payment", "picture-in-picture", "screen-wake-lock", "serial", "storage-access", "usb",
        "xr-spatial-tracking",
    )
)  # fmt: skip
PREFIX = "__Host-"
PRIVATE = ("/beheer/", "/mijn/", "/account/")
ANY_PAGE = settings.SECURE_REFERRER_POLICY
# Parts of an address that are a key by themselves.
KEYS = frozenset({"token", "link", "public_id"})

Answer = Callable[[HttpRequest], HttpResponse]


def security_headers(get_response: Answer) -> Answer:
    """First of the middleware, so that it also sees what the others answer themselves."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in METHODS:
            response: HttpResponse = HttpResponseNotAllowed(METHODS)
        else:
            response = get_response(request)
        headers = response.headers
        if opens_with_its_address(request):
            # It goes to no other site and is kept nowhere. Under no-referrer a form would have no origin.
            if headers.get("Referrer-Policy", ANY_PAGE) == ANY_PAGE:
                headers["Referrer-Policy"] = "same-origin"
            headers.setdefault("Cache-Control", "private, no-store")
            headers.setdefault("X-Robots-Tag", "noindex")
        headers.setdefault("Permissions-Policy", PERMISSIONS)
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        headers.setdefault("Cross-Origin-Embedder-Policy", "require-corp")
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        headers.setdefault("Referrer-Policy", ANY_PAGE)
        headers.setdefault("X-Content-Type-Options", "nosniff")
        if not _says_who_frames(headers.get("Content-Security-Policy", "")):
            headers.setdefault("X-Frame-Options", "DENY")
        if is_private(request) and "Cache-Control" not in headers:
            headers["Cache-Control"] = "no-store"
        return response

    return middleware


def _says_who_frames(policy: str) -> bool:
    """The few pages meant for the sites of fans name these; the old header would forbid them all."""
    return "frame-ancestors" in policy and "frame-ancestors 'none'" not in policy


def no_zero_character(get_response: Answer) -> Answer:
    """PostgreSQL takes no text with the character 0. A question goes on without it, an address or cookie with
    it leads nowhere; in what is posted, the forms refuse it.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if any("\x00" in text for text in (request.path, *request.COOKIES.values())):
            raise BadRequest("The character 0 in an address or cookie.")
        while "%00" in request.META.get("QUERY_STRING", ""):  # taking one out can bring two halves together
            request.META["QUERY_STRING"] = request.META["QUERY_STRING"].replace("%00", "")
        return get_response(request)

    return middleware


def host_cookies(get_response: Answer) -> Answer:
    """Over https every cookie carries the prefix that binds it to this very host.

    Inside they keep their plain names, so that the same application also works over http on one machine. A
    cookie without the prefix is not ours: a neighbouring host can set one for the whole domain.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.is_secure():
            return get_response(request)
        request.COOKIES = {
            name.removeprefix(PREFIX): value
            for name, value in request.COOKIES.items()
            if name.startswith(PREFIX)
        }
        response = get_response(request)
        for name, morsel in list(response.cookies.items()):
            if not name.startswith(PREFIX) and morsel["path"] == "/" and not morsel["domain"]:
                del response.cookies[name]
                response.cookies[PREFIX + name] = morsel.value
                response.cookies[PREFIX + name].update(morsel)
                response.cookies[PREFIX + name]["secure"] = True
        return response

    return middleware


def opens_with_its_address(request: HttpRequest) -> bool:
    """Whether whoever has the address comes in, without signing in."""
    match = request.resolver_match
    return match is not None and not KEYS.isdisjoint(match.kwargs)


def is_private(request: HttpRequest) -> bool:
    """Whether the answer may not outlive the visit, in the browser or on the way to it."""
    if request.path.startswith(PRIVATE):
        return True
    user = getattr(request, "_cached_user", None)  # nobody asked who it is: the answer is everybody's
    return user is not None and user.is_authenticated
