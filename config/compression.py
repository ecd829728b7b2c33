"""Styles and scripts that nothing compressed beforehand are compressed here; pages see to themselves."""

import gzip
from collections.abc import Callable
from functools import lru_cache

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import patch_vary_headers

KINDS = (
    "text/css",
    "text/javascript",
    "application/javascript",
    "image/svg+xml",
    "application/manifest+json",
)


def compress_text(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Around WhiteNoise, which finds compressed files only where `collectstatic` made them."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        if response.status_code != 200 or kind not in KINDS or response.has_header("Content-Encoding"):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        if "gzip" not in request.headers.get("Accept-Encoding", "") or request.method == "HEAD":
            return response
        if isinstance(response, StreamingHttpResponse):
            body = _gzip(b"".join(response.streaming_content))  # type: ignore[arg-type]
            response.streaming_content = [body]
        else:
            assert isinstance(response, HttpResponse)
            body = response.content = _gzip(response.content)
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(body))
        if etag := response.headers.get("ETag"):
            response.headers["ETag"] = etag if etag.startswith("W/") else f"W/{etag}"
        return response

    return middleware


@lru_cache(maxsize=128)
def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, 9, mtime=0)
