"""Headers that every answer carries, and methods that no address takes."""

from collections.abc import Callable

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
        headers.setdefault("X-Content-Type-Options", "nosniff")
        if is_private(request) and "Cache-Control" not in headers:
            headers["Cache-Control"] = "no-store"
        return response

    return middleware


def is_private(request: HttpRequest) -> bool:
    """Whether the answer may not outlive the visit, in the browser or on the way to it."""
    if request.path.startswith(PRIVATE):
        return True
    user = getattr(request, "_cached_user", None)  # nobody asked who it is: the answer is everybody's
    return user is not None and user.is_authenticated
