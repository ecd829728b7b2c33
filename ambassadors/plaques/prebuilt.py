"""PDF objects that are made once and copied into every file without being made again."""

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pydyf

REFERENCE = re.compile(rb"@(\d+)@")


class Raw(pydyf.Object):
    """An object whose bytes are known."""

    def __init__(self, content: bytes, *, is_stream: bool) -> None:
        super().__init__()
        self._content = content
        self._is_stream = is_stream

    @property
    def data(self) -> bytes:
        return self._content

    @property
    def compressible(self) -> bool:
        return not self._is_stream


@dataclass(frozen=True)
class Prebuilt:
    """Objects that refer to each other by place; `pieces` alternate bytes and places."""

    pieces: tuple[tuple[tuple[bytes | int, ...], bytes | None], ...]
    forms: tuple[int, ...]

    def plant(self, pdf: pydyf.PDF) -> list[bytes]:
        """Add the objects to a file; the references of its forms."""
        first = len(pdf.objects)
        for pieces, stream in self.pieces:
            head = b"".join(
                piece if isinstance(piece, bytes) else b"%d 0 R" % (first + piece) for piece in pieces
            )
            body = head if stream is None else b"%b\nstream\n%b\nendstream" % (head, stream)
            pdf.add_object(Raw(body, is_stream=stream is not None))
        return [b"%d 0 R" % (first + place) for place in self.forms]


def freeze_streams(pdf: pydyf.PDF) -> None:
    """Compress every stream now: writing the file and its identifier would each do it again."""
    for number, found in enumerate(pdf.objects):
        if isinstance(found, pydyf.Stream):
            frozen = Raw(found.data, is_stream=True)
            frozen.number = number
            pdf.objects[number] = frozen


def forms_of_pages(content: bytes) -> Prebuilt:
    """Each page of a PDF as a form XObject, with the resources they share."""
    import pikepdf

    with pikepdf.open(BytesIO(content)) as pdf:
        forms = []
        for page in pdf.pages:
            form = pdf.make_indirect(page.obj.Contents)
            form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
            form.BBox, form.Resources = page.obj.MediaBox, page.obj.Resources
            forms.append(form)
        return _harvest(forms)


def _harvest(roots: list[Any]) -> Prebuilt:
    import pikepdf

    places: dict[tuple[int, int], int] = {}
    queue: list[Any] = []

    def place(found: Any) -> int:
        if found.objgen not in places:
            places[found.objgen] = len(queue)
            queue.append(found)
        return places[found.objgen]

    def written(found: Any, *, top: bool = False) -> bytes:
        if not top and isinstance(found, pikepdf.Object) and found.is_indirect:
            return b"@%d@" % place(found)
        if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            items = sorted(found.items())
            return b"<<%b>>" % b" ".join(b"%b %b" % (key.encode(), written(value)) for key, value in items)
        if isinstance(found, pikepdf.Array):
            return b"[%b]" % b" ".join(written(value) for value in found)
        return found.unparse() if isinstance(found, pikepdf.Object) else _plain(found)

    forms = tuple(place(root) for root in roots)
    pieces = []
    for found in queue:  # grows while it is read
        head = written(found, top=True)
        parts = REFERENCE.split(head)
        mixed = tuple(part if at % 2 == 0 else int(part) for at, part in enumerate(parts))
        pieces.append((mixed, found.read_raw_bytes() if isinstance(found, pikepdf.Stream) else None))
    return Prebuilt(tuple(pieces), forms)


def _plain(value: Any) -> bytes:
    if isinstance(value, bool):
        return b"true" if value else b"false"
    return str(value).encode()
