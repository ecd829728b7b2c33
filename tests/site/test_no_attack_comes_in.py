"""I2, I3, I5: what comes in by a file. The imports and the fields for files are found by themselves."""

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import FileField
from django.urls import reverse
from openpyxl import Workbook

from network.forms.pictures import PictureField
from tests.site import walk
from tests.site.harm import ATTACK, Page, with_a_tail
from tests.site.typed import forms_on

pytestmark = pytest.mark.usefixtures("today")

FORMULA = '=HYPERLINK("https://evil.example","x")'
IMPORTS = sorted(one.name for one in walk.addresses() if one.name.startswith("admin:import_"))


def test_every_import_is_tried():
    assert IMPORTS == ["admin:import_pauses", "admin:import_people", "admin:import_podia"]


def as_csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    return out.getvalue().encode()


def as_xlsx(rows: list[list[str]]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append([None] * len(row))
        for at, text in enumerate(row, 1):
            cell = book.active.cell(book.active.max_row, at, text)
            cell.data_type = "s"  # what begins with = is text here too
    book.save(out)
    return out.getvalue()


def sent(client: Any, page: str, content: bytes, name: str) -> Any:
    return client.post(page, {"file": SimpleUploadedFile(name, content)})


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("name", IMPORTS)
def test_an_attack_in_a_table_is_words_on_every_page(network, ambassador, leader_client, name, kind):
    """In every column at once, and then in as many as are taken, carried out and looked at where it leads."""
    page = reverse(name)
    example = leader_client.get(page, {"example": ""}).content.decode("utf-8-sig")
    header, *rows = list(csv.reader(io.StringIO(example), delimiter=";"))
    if name != "admin:import_people":  # the others are about people who are there
        rows = [[ambassador.email if "@" in cell else cell for cell in row] for row in rows]
    write = {"csv": as_csv, "xlsx": as_xlsx}[kind]
    for attack in (ATTACK, FORMULA):
        refused = sent(leader_client, page, write([header, [attack] * len(header)]), f"{attack[-9:]}.{kind}")
        assert (refused.status_code, Page(refused.text).harm) == (422, [])
        unknown = sent(leader_client, page, write([[*header, attack], [*rows[0], "x"]]), f"x.{kind}")
        assert (unknown.status_code, Page(unknown.text).harm) == (422, [])
        taken = list(rows[0])
        for at in range(len(header)):
            tried = [attack if at == one else cell for one, cell in enumerate(taken)]
            if sent(leader_client, page, write([header, tried]), f"x.{kind}").status_code == 200:
                taken = tried
        shown = sent(leader_client, page, write([header, taken]), f"x.{kind}")
        assert (shown.status_code, Page(shown.text).harm) == (200, [])
        (confirm,) = (form for form in forms_on(shown.text) if "content" in form.sent())
        done = leader_client.post(page, confirm.sent(), follow=True)
        assert (done.status_code, Page(done.text).harm) == (200, [])


# --- Files -----------------------------------------------------------------------------------------------


NAMES = [
    "../../etc/kanarie.jpg",
    "kanarie\"'><xq onx=1>.svg",
    "kanarie.php.jpg",
    "kanarie\r\nX: y.html",
    "a" * 300,
]
MADE_BY_US = re.compile(r"[\w-]{22}(_\w+)?\.(jpg|png)$")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_of_a_picture_only_its_dots_are_kept(name, kind):
    upload = SimpleUploadedFile("x.jpg", with_a_tail(kind), "text/html")
    upload.name = name
    kept = PictureField().clean(upload)
    assert MADE_BY_US.match(kept.name)
    content = kept.read()
    assert not any(word in content for word in (b"kanarie", b"<svg", b"<xq", b"Exif", b"PK\x03\x04"))


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>",
        b"GIF89a/*" + b"\x00" * 30 + b"*/=1;alert(1)",
        b"%PDF-1.7\n<script>alert(1)</script>",
        b"<html><script>alert(1)</script>",
        b"BM" + b"\x00" * 60,
        b"\xff\xd8\xff\xe0" + b"<script>alert(1)</script>",
        b"",
    ],
)
def test_what_is_no_picture_is_kept_nowhere(content, ambassador_client, ambassador, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    upload = SimpleUploadedFile("x.jpg", content, "image/jpeg")
    answer = ambassador_client.post(reverse("my_profile"), {"portrait": upload})
    assert answer.status_code in (200, 422)
    assert Page(answer.text).harm == []
    assert [path for path in Path(tmp_path).rglob("*") if path.is_file()] == []
    ambassador.refresh_from_db()
    assert not ambassador.portrait


def test_every_column_for_a_file_is_known():
    """Where what is sent into every form (test_no_attack_comes_out.py) would lie."""
    found = {
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, FileField)
    }
    assert found == {
        "network.network.logo", "network.network.official_signature",
        "ambassadors.appointmentround.official_signature", "ambassadors.plaquefile.file",
        "ambassadors.ceremonyphoto.image", "ambassadors.person.portrait",
        "events.podium.photo", "events.podiumdraft.photo",
        "knowledgebank.storyversion.photo", "knowledgebank.tooldownload.file",
    }  # fmt: skip
