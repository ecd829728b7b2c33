"""What a browser would do with a page: whatever stands in no template of ours."""

import io
import re

from PIL import Image, PngImagePlugin

from tests.site.typed import FormReader

# Ends an attribute, a text and a script; short, so that it fits in most fields.
ATTACK = "\"'></script><xq onx=1>"
BAD_SCHEME = re.compile(r"(?:javascript|vbscript|livescript|mocha|feed|jar|file|data(?!:image/|:,$)):", re.I)


class Page(FormReader):
    """What a browser would do: tags and attributes that stand in no template of ours."""

    def __init__(self, html: str) -> None:
        self.harm: list[str] = []
        super().__init__(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        if tag in ("xq", "object", "embed", "marquee"):
            self.harm.append(tag)
        for name, value in attrs:
            if name.startswith("on"):
                self.harm.append(f"{tag} {name}")
            if name in ("href", "src", "action", "formaction") and BAD_SCHEME.match(_seen(value)):
                self.harm.append(f"{tag} {value}")
            if name == "srcdoc":
                self.harm += Page(value or "").harm


def _seen(address: str | None) -> str:
    """As a browser reads it, which skips what cannot be seen."""
    return re.sub(r"[\x00-\x20]", "", address or "")


def with_a_tail(kind: str) -> bytes:
    """A real picture that says more than it shows: notes of the camera, a comment, a page behind its end."""
    out, small = io.BytesIO(), Image.new("RGB", (60, 60), "teal")
    notes = Image.Exif()
    notes[0x010E] = notes[0x9286] = notes[0x013B] = f"kanarie {ATTACK}"
    notes.get_ifd(0x8825)[1] = "N"
    if kind == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Comment", f"kanarie {ATTACK}")
        small.save(out, "PNG", pnginfo=info, exif=notes)
    else:
        small.save(out, kind, exif=notes)
    return out.getvalue() + f"<svg onload=alert(1)>kanarie{ATTACK}</svg>PK\x03\x04".encode()
