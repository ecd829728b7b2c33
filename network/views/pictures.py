"""Pictures as they are served: never as anything but a picture, whatever is in the file."""

from django.db.models.fields.files import ImageFieldFile
from django.http import FileResponse, Http404, HttpResponse
from django.template.loader import get_template

from network import images
from network.actions import sizing
from network.models import Pictured

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


def sized_picture(row: Pictured, width: int, encoding: str, *, is_shown: bool) -> HttpResponse:
    """One size of a picture; kept so briefly that one without consent is gone within five minutes.

    While the worker makes it: a drawing in its place, which nobody keeps.
    """
    try:
        content = images.size(row.picture_key, row.SHAPE, width, encoding).read_bytes()
    except FileNotFoundError:
        return _drawing(row, width)
    response = HttpResponse(content, content_type=images.CONTENT_TYPES[encoding])
    response["Cache-Control"] = "public, max-age=300" if is_shown else "private, no-store"
    response["Content-Security-Policy"] = NOTHING_ELSE
    return response


def _drawing(row: Pictured, width: int) -> HttpResponse:
    sizing.missed(row)
    values = {"width": width, "height": row.SHAPE.height(width)}
    response = HttpResponse(
        get_template("network/parts/picture_coming.svg").render(values), content_type="image/svg+xml"
    )
    response["Cache-Control"] = "no-store"
    response["Content-Security-Policy"] = NOTHING_ELSE
    return response
