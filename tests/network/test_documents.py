"""PDFs that people upload: what is refused, and what is left of one that acts by itself."""

from io import BytesIO

import pikepdf
import pytest
from django.core.exceptions import ValidationError

from network import documents


def made(pages: int = 1, **saving) -> BytesIO:
    pdf = pikepdf.new()
    for _page in range(pages):
        pdf.add_blank_page()
    return written(pdf, **saving)


def written(pdf: pikepdf.Pdf, **saving) -> BytesIO:
    out = BytesIO()
    pdf.save(out, **saving)
    out.seek(0)
    return out


def test_a_good_file_is_kept_under_a_random_name_with_its_pages():
    one, other = documents.clean(made(3)), documents.clean(made(3))
    assert (one.pages, one.read(5), one.name.endswith(".pdf")) == (3, b"%PDF-", True)
    assert one.name != other.name


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"MZ not a pdf", "not_a_pdf"),
        (b"<html><script>alert(1)</script>", "not_a_pdf"),
        (b"%PDF-1.7 and nothing more", "damaged"),
        (b"%PDF-" + b"x" * (documents.MOST_BYTES + 1), "too_heavy"),
        (made(pages=201).read(), "too_long"),
        (made(encryption=pikepdf.Encryption(user="u", owner="o")).read(), "locked"),
    ],
)
def test_what_is_no_ordinary_pdf_is_refused_with_a_reason(content, code):
    with pytest.raises(ValidationError) as caught:
        documents.clean(BytesIO(content))
    assert caught.value.code == code


def test_nothing_in_it_acts_by_itself_any_more():
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    pdf.Root.OpenAction = script
    pdf.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=["a", script]))
    page.AA = pikepdf.Dictionary(O=script)
    link = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.org/")
    page.Annots = pdf.make_indirect(
        [
            pikepdf.Dictionary(Subtype=pikepdf.Name.Link, A=script, AA=pikepdf.Dictionary(E=script)),
            pikepdf.Dictionary(Subtype=pikepdf.Name.Link, A=link),
            pikepdf.Dictionary(
                Subtype=pikepdf.Name.Link, A=pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe")
            ),
        ]
    )
    kept = documents.clean(written(pdf)).read()
    assert b"JavaScript" not in kept
    assert b"Launch" not in kept
    with pikepdf.open(BytesIO(kept)) as again:
        notes = again.pages[0].Annots
        assert ["/A" in note for note in notes] == [False, True, False]


def test_nothing_acts_after_a_link_nor_from_the_table_of_contents():
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    link = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.org/", Next=script)
    page.Annots = [pikepdf.Dictionary(Subtype=pikepdf.Name.Link, A=link)]
    line = pdf.make_indirect(pikepdf.Dictionary(Title="Lees", A=script))
    pdf.Root.Outlines = pdf.make_indirect(pikepdf.Dictionary(First=line, Last=line, Count=1))
    kept = documents.clean(written(pdf)).read()
    assert b"JavaScript" not in kept
    assert b"alert" not in kept
    with pikepdf.open(BytesIO(kept)) as again:
        assert again.pages[0].Annots[0].A.URI == "https://example.org/"
        assert again.Root.Outlines.First.Title == "Lees"


def test_no_other_file_hangs_on_a_note():
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    inside = pdf.make_stream(b"MZ kanariezwart")
    holder = pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F="a.exe", EF=pikepdf.Dictionary(F=inside))
    page.Annots = [pikepdf.Dictionary(Subtype=pikepdf.Name.FileAttachment, FS=holder)]
    kept = documents.clean(written(pdf, compress_streams=False)).read()
    with pikepdf.open(BytesIO(kept)) as again:
        streams = [one.read_bytes() for one in again.objects if isinstance(one, pikepdf.Stream)]
    assert not any(b"kanariezwart" in stream for stream in streams)


def test_it_keeps_its_title_and_not_who_made_it():
    pdf = pikepdf.new()
    pdf.add_blank_page()
    with pdf.open_metadata() as about:
        about["dc:title"], about["dc:creator"] = "Netwerkambitie", ["Karin Veldhuis"]
        about["pdfuaid:part"] = "1"
    pdf.docinfo["/Author"] = "Karin Veldhuis"
    kept = documents.clean(written(pdf)).read()
    with pikepdf.open(BytesIO(kept)) as again, again.open_metadata() as about:
        assert (about["dc:title"], about["pdfuaid:part"]) == ("Netwerkambitie", "1")
        assert "dc:creator" not in about
        assert "/Author" not in again.docinfo
