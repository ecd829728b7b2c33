"""PDFs that were put up before they were cleaned, or by rules that took out less."""

import json
from io import BytesIO, StringIO

import pikepdf
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from knowledgebank.actions import cleaning_downloads
from knowledgebank.models import Tool, ToolDownload
from knowledgebank.tasks import clean_downloads
from network import clock, documents, worklist
from network.actions import tidying_files
from tests.network.test_documents import made, written
from tests.site.typed import forms_on

pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def tool(network) -> Tool:
    return Tool.objects.create(
        network=network, slug="kaart", title="Kaart", summary="Kort", published_on=clock.today()
    )


def acting() -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    return written(pdf).read()


def kept_before(tool: Tool, content: bytes, title: str = "Schema") -> ToolDownload:
    """As a row was before there were rules."""
    return ToolDownload.objects.create(tool=tool, title=title, file=ContentFile(content, "schema.pdf"))


def content_of(download: ToolDownload) -> bytes:
    download.refresh_from_db()
    with download.file.open("rb") as kept:
        return kept.read()


def test_what_acts_is_taken_out_once_and_the_earlier_file_goes(
    tool, visitor, media, monkeypatch, django_capture_on_commit_callbacks
):
    download = kept_before(tool, acting())
    old = str(download.file)
    clean_downloads()
    assert b"JavaScript" not in content_of(download)
    assert (download.pages, download.size > 0, download.is_withheld) == (1, True, False)
    assert str(download.file) != old
    assert cleaning_downloads.run() == {"cleaned": 0, "withheld": 0}
    monkeypatch.setattr(tidying_files, "LEAST_AGE", clock.now() - clock.now())
    with django_capture_on_commit_callbacks(execute=True):
        tidying_files.tidy(now=clock.now().replace(year=2060))
    assert not default_storage.exists(old)
    assert not ToolDownload.history.filter(file=old).exists()
    address = reverse("tool_download", args=[tool.slug, download.pk])
    assert b"".join(visitor.get(address)) == content_of(download)


def test_stricter_rules_clean_once_more(tool, monkeypatch):
    download = kept_before(tool, acting())
    cleaning_downloads.run()
    monkeypatch.setattr(documents, "CLEANING", documents.CLEANING + 1)
    assert cleaning_downloads.run() == {"cleaned": 1, "withheld": 0}
    download.refresh_from_db()
    assert download.cleaned_by == documents.CLEANING


def test_what_cannot_be_cleaned_is_not_offered_and_the_leader_hears_it(tool, visitor, network):
    good, bad = kept_before(tool, acting(), "Goed"), kept_before(tool, b"%PDF-1.7 x", "Kapot")
    gone = kept_before(tool, acting(), "Weg")
    default_storage.delete(str(gone.file))
    assert cleaning_downloads.run() == {"cleaned": 1, "withheld": 2}
    page = visitor.get(reverse("tool", args=[tool.slug])).text
    assert [title in page for title in ("Goed", "Kapot", "Weg")] == [True, False, False]
    found = {
        one.pk: visitor.get(reverse("tool_download", args=[tool.slug, one.pk])) for one in (good, bad, gone)
    }
    assert [found[one.pk].status_code for one in (good, bad, gone)] == [200, 404, 404]
    assert b"".join(found[good.pk]) == content_of(good)
    waiting = [item for item in worklist.items(network, clock.today()) if item.tag == "PDF niet aangeboden"]
    assert [(item.who, item.url) for item in waiting] == [
        ("Kaart", reverse("admin:knowledgebank_tool_change", args=[tool.pk]))
    ]
    assert cleaning_downloads.run() == {"cleaned": 0, "withheld": 0}


def test_another_file_in_its_place_is_offered_again(tool, leader_client):
    download = kept_before(tool, b"%PDF-1.7 x")
    cleaning_downloads.run()
    address = reverse("admin:knowledgebank_tool_change", args=[tool.pk])
    (form,) = (one for one in forms_on(leader_client.get(address).text) if "title" in one.sent())
    new = SimpleUploadedFile("x.pdf", made().read(), "application/pdf")
    answer = leader_client.post(address, {**form.sent(), "downloads-0-file": new})
    assert answer.status_code == 302
    download.refresh_from_db()
    assert (download.is_withheld, download.cleaned_by) == (False, documents.CLEANING)
    assert cleaning_downloads.run() == {"cleaned": 0, "withheld": 0}


def test_by_hand(tool):
    kept_before(tool, acting())
    out = StringIO()
    call_command("clean_downloads", "--dry-run", "--json", stdout=out)
    assert json.loads(out.getvalue()) == {"waiting": 1, "cleaned": 0, "withheld": 0}
    call_command("clean_downloads", stdout=out)
    assert out.getvalue().endswith("PDFs to clean: 1; cleaned now: 1; not offered: 0.\n")
    assert pikepdf.open(BytesIO(content_of(ToolDownload.objects.get()))).pages
