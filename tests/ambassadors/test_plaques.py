"""The plaque as a file: accessible, deterministic, small, with nobody else's portrait in it."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path
from random import Random
from threading import Thread
from types import SimpleNamespace

import pikepdf
import pytest
from PIL import Image

from ambassadors.plaques import images, layout
from ambassadors.plaques.merging import merge
from ambassadors.plaques.press import Press
from ambassadors.plaques.sheet import BROKEN_PORTRAIT, MILLIMETRE, House, Plaque
from network.colours import derive
from network.confined import Unavailable
from tests.ambassadors.portraits import photo


@pytest.fixture(scope="module")
def house() -> House:
    ink = Image.new("RGBA", (300, 100))
    ink.paste((10, 10, 90, 255), (20, 40, 280, 60))
    signature = BytesIO()
    ink.save(signature, "PNG")
    return House(
        language="nl",
        network="Pioniers Overijssel",
        wordmark=("pioniers", "overijssel"),
        colours=derive().light,
        created=date(2026, 11, 26),
        eyebrow="BENOEMING",
        lead="De provincie Overijssel benoemt",
        place_and_date="Zwolle, 26 november 2026",
        number_label="nr.",
        qr_caption="controleer deze benoeming",
        qr_alt="QR-code naar de controlepagina",
        official_name="Anne Verzonnen",
        official_title="gedeputeerde Economie",
        signature_alt="Handtekening van Anne Verzonnen",
        signature=signature.getvalue(),
    )


def plaque(number: int, **values: object) -> Plaque:
    given = Plaque(
        key=str(number),
        name=f"Persoon{number} van Verzonnen",
        initials="PV",
        company="Bedacht Techniek, Ommen",
        before_title="tot",
        title="pionier sociale innovatie",
        after_title="voor de periode van 26 november 2026 tot 26 november 2029.",
        number=f"PO-2026-{number:03}",
        verify_url=f"https://pioniers.example/p/code{number:018}/",
        document_title=f"Plaquette PO-2026-{number:03}",
        portrait_alt=f"Portret van persoon {number}",
        no_portrait_alt=f"Initialen van persoon {number}",
        portrait=photo(number),
    )
    return replace(given, **values)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def press(house) -> Iterator[Press]:
    with Press(house) as press:
        yield press


@pytest.fixture(scope="module")
def made(press) -> dict[str, dict[str, bytes]]:
    """Three plaques in both editions."""
    return {one.key: one.files for one in press.make([plaque(n) for n in (1, 2, 3)], ["web", "print"])}


def text_of(content: bytes) -> str:
    return subprocess.run(
        ["pdftotext", "-", "-"], input=content, capture_output=True, check=True
    ).stdout.decode()


def pictures(pdf: pikepdf.Pdf) -> list[bytes]:
    """The JPEG images in a file, wherever they hang."""
    return [
        found.read_raw_bytes()
        for found in pdf.objects
        if isinstance(found, pikepdf.Stream) and found.get("/Filter") == "/DCTDecode"
    ]


def test_each_file_holds_only_its_own_portrait(made):
    for key, files in made.items():
        for content in files.values():
            with pikepdf.open(BytesIO(content)) as pdf:
                assert pictures(pdf) == [images.portrait(photo(int(key)), (0.5, 0.4))]


def test_each_file_names_only_its_own_person(made):
    for key, files in made.items():
        text = text_of(files["web"])
        assert re.findall(r"Persoon\d van Verzonnen", text) == [f"Persoon{key} van Verzonnen"]
        assert re.findall(r"PO-2026-\d+", text) == [f"PO-2026-00{key}"]


def test_the_text_can_be_read_out(made):
    text = " ".join(text_of(made["1"]["web"]).split())
    for words in (
        "BENOEMING",
        "De provincie Overijssel benoemt",
        "Persoon1 van Verzonnen",
        "Bedacht Techniek, Ommen",
        "tot pionier sociale innovatie voor de periode van 26 november 2026 tot 26 november 2029.",
        "Anne Verzonnen",
        "gedeputeerde Economie",
        "Zwolle, 26 november 2026",
        "nr. PO-2026-001",
        "controleer deze benoeming",
    ):
        assert words in text


def test_the_same_plaque_is_the_same_bytes_whoever_is_made_with_it(press, made, house):
    alone = next(iter(press.make([plaque(2)], ["web", "print"])))
    assert alone.files == made["2"]
    with Press(house) as another:
        again = next(iter(another.make([plaque(2)], ["web"])))
    assert again.files["web"] == made["2"]["web"]


def test_a_file_stays_under_145_kilobytes(press):
    chance = Random(1)
    noise = Image.frombytes("RGB", (900, 1200), chance.randbytes(900 * 1200 * 3))
    heavy = BytesIO()
    noise.save(heavy, "JPEG", quality=95)
    (worst,) = press.make([plaque(9, portrait=heavy.getvalue())], ["web"])
    assert len(worst.files["web"]) <= 145_000


def test_it_declares_and_keeps_pdf_ua(made):
    for content in made["1"].values():
        with pikepdf.open(BytesIO(content)) as pdf:
            root = pdf.Root
            with pdf.open_metadata() as metadata:
                assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
                assert metadata["{http://purl.org/dc/elements/1.1/}title"] == "Plaquette PO-2026-001"
            assert root.MarkInfo.Marked is True
            assert root.Lang == "nl"
            assert root.ViewerPreferences.DisplayDocTitle is True
            assert str(pdf.docinfo["/CreationDate"]) == "D:20261126"
            (article,) = root.StructTreeRoot.K[0].K
            assert [str(kid.S) for kid in article.K] == [
                "/P", "/P", "/Div", "/Figure", "/P", "/P", "/P", "/Figure", "/Link", "/Figure", "/P",
            ]  # fmt: skip
            figures = [found for found in pdf.objects if is_element(found, "/Figure")]
            assert {str(found.Alt) for found in figures} == {
                "Handtekening van Anne Verzonnen",
                "QR-code naar de controlepagina",
                "Portret van persoon 1",
            }
            assert pdf.pages[0].obj.Tabs == "/S"
            assert all_content_is_tagged_or_artifact(pdf.pages[0])
            assert every_mark_leads_to_its_element(pdf)
            fonts = [found for found in pdf.objects if is_dictionary(found, "/FontDescriptor")]
            assert fonts
            assert all("/FontFile3" in found for found in fonts)


def is_dictionary(found: object, kind: str) -> bool:
    return isinstance(found, pikepdf.Dictionary) and found.get("/Type") == kind


def is_element(found: object, kind: str) -> bool:
    return is_dictionary(found, "/StructElem") and kind == found.S  # type: ignore[attr-defined]


def all_content_is_tagged_or_artifact(page: pikepdf.Page) -> bool:
    """Every text and picture operator stands inside marked content."""
    depth = 0
    for _operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            depth += 1
        elif name == "EMC":
            depth -= 1
        elif name in ("Tj", "TJ", "Do") and depth == 0:
            return False
    return depth == 0


def every_mark_leads_to_its_element(pdf: pikepdf.Pdf) -> bool:
    marks = [
        int(operands[1].MCID)
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
        if str(operator) == "BDC"
    ]
    parents = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    return sorted(marks) == list(range(len(parents)))


def test_the_print_edition_has_bleed_and_crop_marks_beyond_the_cut(made):
    with pikepdf.open(BytesIO(made["1"]["print"])) as pdf:
        page = pdf.pages[0].obj
        cut = [0, 0, 297 * MILLIMETRE, 210 * MILLIMETRE]
        assert [float(value) for value in page.TrimBox] == pytest.approx(cut, abs=0.01)
        bleed = [-3 * MILLIMETRE, -3 * MILLIMETRE, 300 * MILLIMETRE, 213 * MILLIMETRE]
        assert [float(value) for value in page.BleedBox] == pytest.approx(bleed, abs=0.01)
        assert float(page.MediaBox[0]) == pytest.approx(-12 * MILLIMETRE, abs=0.01)
        ground = page.Resources.XObject.ground.read_bytes().decode()
        assert ground.count(" l\n") >= 8
    with pikepdf.open(BytesIO(made["1"]["web"])) as pdf:
        page = pdf.pages[0].obj
        assert [float(value) for value in page.MediaBox] == pytest.approx(cut, abs=0.01)


def test_the_qr_code_leads_to_the_page_of_this_appointment(made):
    with pikepdf.open(BytesIO(made["2"]["web"])) as pdf:
        (link,) = pdf.pages[0].obj.Annots
        assert str(link.A.URI) == plaque(2).verify_url
        drawn = [
            found.read_bytes()
            for found in pdf.pages[0].obj.Resources.XObject.values()
            if found.get("/Subtype") == "/Form" and [int(edge) for edge in found.BBox] == [0, 0, 1, 1]
        ]
    assert [content.split(b"\n", 1)[1] for content in drawn] == [images.qr_form(plaque(2).verify_url)]


def test_a_broken_portrait_gives_the_initials_and_stops_nobody(press):
    people = [plaque(1), plaque(2, portrait=photo(2)[:800]), plaque(3, portrait=b"no picture"), plaque(4)]
    found = list(press.make(people, ["web"]))
    assert [(one.key, one.warning, one.error) for one in found] == [
        ("1", "", ""),
        ("2", BROKEN_PORTRAIT, ""),
        ("3", BROKEN_PORTRAIT, ""),
        ("4", "", ""),
    ]
    with pikepdf.open(BytesIO(found[1].files["web"])) as pdf:
        alts = {str(one.Alt) for one in pdf.objects if is_element(one, "/Figure")}
    assert "Initialen van persoon 2" in alts


def test_without_a_portrait_there_is_no_warning(press):
    (found,) = press.make([plaque(5, portrait=None)], ["web"])
    assert (found.warning, found.error) == ("", "")


def test_a_broken_signature_is_left_out_and_told(house):
    with Press(replace(house, signature=b"no picture")) as press:
        found = list(press.make([plaque(1), plaque(2)], ["web"]))
    assert [(one.warning, one.error, bool(one.files)) for one in found] == [("signature", "", True)] * 2


def test_a_machine_that_cannot_make_pdfs_says_so(house):
    """The stylesheet stands for anything that keeps the engine from starting."""
    with Press(house) as press, pytest.raises(Unavailable):
        press._css = None  # type: ignore[assignment]
        list(press.make([plaque(1)], ["web"]))


@pytest.mark.parametrize(
    "name",
    [
        "A" * 200,
        "Wilhelmina Antoinette van den Oudenhoven-Kortenhorst tot Zuylestein en Nijevelt " * 2,
        "Łukasz Đorđević",
        "Ὀδυσσεύς Παπαδόπουλος",
        '<script>alert("x")</script> & Zoon',
        "O'Brien\u00a0\u200b\u202e test",
    ],
)
def test_any_name_gives_one_page(press, name):
    (found,) = press.make([plaque(6, name=name)], ["web"])
    assert (found.warning, found.error) == ("", "")
    with pikepdf.open(BytesIO(found.files["web"])) as pdf:
        assert len(pdf.pages) == 1


def test_a_plaque_that_cannot_be_made_fails_alone(house):
    """The child dies on one of them: the others are made by a new one."""
    with Press(house, seconds=20) as press:
        sheets = [layout.sheet(plaque(n), house) for n in (1, 2, 3)]
        sheets[1] = replace(sheets[1], html=sheets[1].html * 2)  # two pages: the batch is refused
        found = list(press._group(sheets, ["web"]))
    assert [(one.key, one.error) for one in found] == [("1", ""), ("2", "ValueError"), ("3", "")]


def test_a_plaque_that_takes_too_long_is_given_up(house):
    with Press(house, seconds=0.01) as press:
        (found,) = press.make([plaque(1)], ["web"])
    assert (found.files, found.error) == ({}, "time")


# --- Nothing is fetched -------------------------------------------------------------------------------


@pytest.fixture
def canary() -> Iterator[SimpleNamespace]:
    """A server on this machine that writes down whoever comes."""
    seen: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *arguments: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield SimpleNamespace(url=f"http://127.0.0.1:{server.server_port}", seen=seen)
    server.shutdown()
    server.server_close()


VECTORS = (
    '<img src="{url}/img" alt="x">',
    '<link rel="stylesheet" href="{url}/link">',
    '<style>@import url("{url}/import");</style>',
    '<style>p {{ background: url("{url}/background") }}</style>',
    '<style>@font-face {{ font-family: x; src: url("{url}/font") }} p {{ font-family: x }}</style>',
    '<object data="{url}/object"></object>',
    '<embed src="{url}/embed">',
    '<svg xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="{url}/svg"/></svg>',
    '<link rel="attachment" href="{url}/attachment">',
    '<img src="file:///etc/hostname" alt="x">',
    '<link rel="attachment" href="file:///etc/hostname">',
)


@pytest.mark.parametrize("vector", VECTORS)
def test_nothing_outside_is_reached_while_laying_out(house, canary, vector):
    secret = Path("/etc/hostname").read_bytes().strip()
    with Press(house) as press:
        sheet = layout.sheet(plaque(1), house)
        sheet = replace(
            sheet, html=sheet.html.replace("</article>", vector.format(url=canary.url) + "</article>")
        )
        (found,) = press._group([sheet], ["web"])
    assert canary.seen == []
    if found.files:
        with pikepdf.open(BytesIO(found.files["web"])) as pdf:
            assert not pdf.attachments
            assert all(
                secret not in one.read_bytes()
                for one in pdf.objects
                if isinstance(one, pikepdf.Stream) and one.get("/Subtype") != "/Image"
            )


def test_the_child_reaches_no_network_even_when_its_fetcher_would():
    code = (
        "from network.confined import restrict; restrict()\n"
        "import socket\n"
        "try: socket.create_connection(('127.0.0.1', 9), 1)\n"
        "except PermissionError as e: print('refused', e)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.stdout.startswith("refused socket.")


# --- The whole round in one file ----------------------------------------------------------------------


def test_the_merged_file_holds_every_page_its_tags_and_bookmarks(made, tmp_path):
    parts = []
    for key, files in made.items():
        path = tmp_path / f"{key}.pdf"
        path.write_bytes(files["print"])
        parts.append((f"Persoon {key}", path))

    assert merge(parts, tmp_path / "all.pdf", title="Alle plaquettes", language="nl") == 3

    merge(parts, tmp_path / "again.pdf", title="Alle plaquettes", language="nl")
    assert digest(tmp_path / "all.pdf") == digest(tmp_path / "again.pdf")
    with pikepdf.open(tmp_path / "all.pdf") as pdf:
        assert len(pdf.pages) == 3
        assert [len(pictures_of(page)) for page in pdf.pages] == [1, 1, 1]
        grounds = {page.obj.Resources.XObject.ground.objgen for page in pdf.pages}
        assert len(grounds) == 1
        articles = pdf.Root.StructTreeRoot.K[0].K
        assert [str(article.S) for article in articles] == ["/Art"] * 3
        assert {str(one.Alt) for one in pdf.objects if is_element(one, "/Figure")} >= {
            "Portret van persoon 1",
            "Portret van persoon 2",
            "Portret van persoon 3",
        }
        assert all(
            element.Pg.objgen == page.obj.objgen
            for page, article in zip(pdf.pages, articles, strict=True)
            for element in [article.K[0]]
        )
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Persoon 1", "Persoon 2", "Persoon 3"]
        with pdf.open_metadata() as metadata:
            assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        assert [int(numbers[at]) for at in range(0, len(numbers), 2)] == [0, 1, 2, 3, 4, 5]


def pictures_of(page: pikepdf.Page) -> list[object]:
    return [one for one in page.obj.Resources.XObject.values() if one.get("/Filter") == "/DCTDecode"]


def digest(path: object) -> str:
    return sha256(path.read_bytes()).hexdigest()  # type: ignore[attr-defined]
