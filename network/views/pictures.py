"""Pictures as they are served: never as anything but a picture, whatever is in the file."""

from collections.abc import Callable
from pathlib import Path

from django.db.models.fields.files import ImageFieldFile
from django.http import FileResponse, Http404, HttpResponse

from network import images

NOTHING_ELSE = "default-src 'none'; sandbox"


def private_picture(picture: ImageFieldFile) -> FileResponse:
    """A picture for one reader, as it was stored."""
    try:
        stored = picture.open("rb")
    except (ValueError, FileNotFoundError) as error:
        raise Http404 from error
    ending = (picture.name or "").rpartition(".")[2]
    response = FileResponse(stored, content_type=images.CONTENT_TYPES.get(ending, "application/octet-stream"))
    response["Content-Security-Policy"] = NOTHING_ELSE
    return response


def sized_picture(make: Callable[[], Path], encoding: str, *, is_shown: bool) -> HttpResponse:
    """One size of a picture; kept so briefly that one without consent is gone within five minutes."""
    try:
        content = make().read_bytes()
    except FileNotFoundError as error:
        raise Http404 from error
    response = HttpResponse(content, content_type=images.CONTENT_TYPES[encoding])
    response["Cache-Control"] = "public, max-age=300" if is_shown else "private, no-store"
    response["Content-Security-Policy"] = NOTHING_ELSE
    return response
