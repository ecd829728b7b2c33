"""Headers that every answer carries, and requests that no address takes."""

from collections.abc import Callable

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

Answer = Callable[[HttpRequest], HttpResponse]


def security_headers(get_response: Answer) -> Answer:
    """First of the middleware, so that it also sees what the others answer themselves."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in METHODS:
            response: HttpResponse = HttpResponseNotAllowed(METHODS)
        else:
            response = get_response(request)
        headers = response.headers
        headers.setdefault("Permissions-Policy", PERMISSIONS)
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        headers.setdefault("Cross-Origin-Embedder-Policy", "require-corp")
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
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

    Inside they keep their plain names, so that the same application also works over http on one machine.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.is_secure():
            return get_response(request)
        for name in [name for name in request.COOKIES if name.startswith(PREFIX)]:
            request.COOKIES[name.removeprefix(PREFIX)] = request.COOKIES[name]
        response = get_response(request)
        for name, morsel in list(response.cookies.items()):
            if not name.startswith(PREFIX) and morsel["path"] == "/" and not morsel["domain"]:
                del response.cookies[name]
                response.cookies[PREFIX + name] = morsel.value
                response.cookies[PREFIX + name].update(morsel)
                response.cookies[PREFIX + name]["secure"] = True
        return response

    return middleware


def is_private(request: HttpRequest) -> bool:
    """Whether the answer may not outlive the visit, in the browser or on the way to it."""
    if request.path.startswith(PRIVATE):
        return True
    user = getattr(request, "_cached_user", None)  # nobody asked who it is: the answer is everybody's
    return user is not None and user.is_authenticated
