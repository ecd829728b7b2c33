"""What somebody with bad intentions tries: each was possible once, or could be by one line less."""

import io
import struct
import tracemalloc
import zipfile
from datetime import date

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.exceptions import ValidationError
from django.urls import reverse
from PIL import Image

from ambassadors.models import Appointment, AppointmentRound, Term
from events.models import Podium
from network import images
from network.actions import importing, mailing, signing_in
from network.actions.importing_cells import text
from network.models import FanContact, Message, Role, SignIn, User
from network.pages import forget
from tests.conftest import client_for

pytestmark = pytest.mark.usefixtures("today")


# --- Reading what no page shows -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lookup", ["data__code__startswith", "data__link__contains", "body_text__contains", "data__icontains"]
)
def test_a_code_to_sign_in_is_not_read_letter_by_letter(network, leader, facilitator_client, lookup):
    signing_in.ask(network=network, email=leader.email, ip="192.0.2.1")
    assert mailing.contents(Message.objects.get(kind="sign_in"))["code"]
    answers = {
        facilitator_client.get("/beheer/network/message/", {lookup: value}).status_code
        for value in "0123456789x"
    }
    assert answers == {400}
    assert facilitator_client.get("/beheer/network/message/?state__exact=queued").status_code == 200


@pytest.mark.parametrize(
    "query",
    ["calendar_token__startswith=a", "network=2", "user__password__startswith=x", "phone__contains=06"],
)
def test_a_list_filters_only_by_what_it_offers(ambassador, leader_client, query):
    assert leader_client.get(f"/beheer/ambassadors/person/?{query}").status_code == 400
    assert leader_client.get(f"/beheer/ambassadors/person/export.csv?{query}").status_code in (302, 400)


# --- Passing by the verbs -------------------------------------------------------------------------------


@pytest.fixture
def appointment(network, ambassador) -> Appointment:
    round = AppointmentRound.objects.create(network=network, year=2025, ceremony_on=date(2025, 4, 1))
    return Appointment.objects.create(
        round=round,
        person=ambassador,
        term=ambassador.terms.get(),
        serial_number="PO-2025-01",
        name="Marleen Oosterveld",
    )


def test_an_old_version_is_read_and_never_written(appointment, leader_client, facilitator_client):
    """Through its history a round could be dated back, and an appointment given to somebody else."""
    for thing, typed in (
        (appointment, {"serial_number": "X", "name": "Iemand anders", "person": appointment.person_id,
                       "round": appointment.round_id, "term": appointment.term_id}),
        (appointment.round, {"year": 2024, "ceremony_on": "2024-01-01", "appointed_at_0": "2024-01-01",
                             "appointed_at_1": "10:00"}),
        (appointment.person, {"first_name": "Iemand", "last_name": "Anders"}),
    ):  # fmt: skip
        model = type(thing)
        before = model.objects.values().get(pk=thing.pk)
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_simple_history"
        page = reverse(name, args=[thing.pk, thing.history.latest().pk])
        for client in (leader_client, facilitator_client):
            assert client.get(page).status_code == 200
            assert client.post(page, typed).status_code == 403
        assert model.objects.values().get(pk=thing.pk) == before


# --- Odd requests ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["/p/%00/", f"/kalender/{'%00' * 30}.ics", "/pioniers/%00/"])
def test_the_character_0_in_an_address_leads_nowhere(network, visitor, address):
    assert visitor.get(address).status_code in (400, 404)


@pytest.mark.parametrize(
    "address", ["/beheer/events/podium/?status=%00", "/beheer/ambassadors/person/?sector=a%0%000b&region=%00"]
)
def test_the_character_0_in_a_question_is_left_out(network, leader_client, address):
    assert leader_client.get(address, follow=True).status_code == 200


def test_the_character_0_in_a_cookie_is_refused(network, visitor):
    assert visitor.get("/mijn/", headers={"cookie": r'sessionid="aaaaaaaa\000"'}).status_code == 400


@pytest.mark.parametrize(
    "wanted", ["/a\x00b", "//evil.example", "/\\evil.example", "https://evil.example/", "/\r\nX: y"]
)
def test_after_signing_in_nobody_is_sent_elsewhere(network, ambassador, visitor, wanted):
    answer = visitor.post("/account/login/", {"email": ambassador.email, "next": wanted})
    assert (answer.status_code, SignIn.objects.get().next) == (302, "")


@pytest.mark.parametrize("ticked", ["abc", "-1", "1 OR 1=1", "\x00"])
def test_what_is_ticked_is_a_row(ambassador, leader_client, ticked):
    answer = leader_client.post(
        "/beheer/ambassadors/person/", {"action": "set_profile_type", "_selected_action": [ticked]}
    )
    assert answer.status_code == 400


def test_a_term_until_the_end_of_time_is_refused(ambassador, leader_client):
    """It would run past the last year there is, on every page that reckons with it."""
    term = ambassador.terms.get()
    page = f"/beheer/ambassadors/person/{ambassador.pk}/change/"
    typed = {
        "first_name": "Marleen", "last_name": "Oosterveld", "email": ambassador.email, "language": "nl",
        "profile_type": "teacher", "focal_x": 50, "focal_y": 30, "phase": ambassador.phase,
        "terms-TOTAL_FORMS": 1, "terms-INITIAL_FORMS": 1, "terms-0-id": term.pk,
        "terms-0-person": ambassador.pk, "terms-0-start": "2025-04-01", "terms-0-end": "9999-12-31",
        "terms-0-ending": "",
    }  # fmt: skip
    for name in ("pauses", "employments", "honorary_memberships"):
        typed |= {f"{name}-TOTAL_FORMS": 0, f"{name}-INITIAL_FORMS": 0}
    answer = leader_client.post(page, typed)
    faults = [fault for inline in answer.context["inline_admin_formsets"] for fault in inline.formset.errors]
    assert [list(fault) for fault in faults if fault] == [["end"]]
    assert Term.objects.get().end == date(2028, 4, 1)


def test_no_podium_moves_to_the_end_of_time(network, ambassador, leader_client, visitor):
    podium = Podium.objects.create(network=network, kind="workshop", status="agreed", date="2026-11-20")
    podium.ambassadors.add(ambassador)
    page = f"/beheer/events/podium/{podium.pk}/hoe-ging-het/"
    assert leader_client.post(page, {"what": "moved", "new_date": "9999-12-31"}).status_code == 422
    for field, page in (("pause-start", "pauze"), ("honorary-start", "erelid")):
        page = f"/beheer/ambassadors/person/{ambassador.pk}/{page}/"
        assert leader_client.post(page, {field: "9999-12-31"}).status_code == 422
    assert Podium.objects.get().date == date(2026, 11, 20)


# --- Names that become headers --------------------------------------------------------------------------


def test_a_line_break_in_a_name_stops_no_mail(network, fan, leader_client, visitor):
    name = "Anna\r\nBcc: iedereen@example.org"
    answer = leader_client.post(
        "/beheer/network/role/add/", {"email": "a@x.example", "name": name, "kind": "client"}
    )
    assert answer.status_code == 302
    assert User.objects.get(email="a@x.example").name == "Anna Bcc: iedereen@example.org"
    page = f"/beheer/network/fanorganisation/{fan.pk}/contact/"
    answer = leader_client.post(page, {"name": name, "email": "b@x.example", "since": "2026-11-23"})
    assert answer.status_code == 302
    assert FanContact.objects.get(email="b@x.example").name == "Anna Bcc: iedereen@example.org"
    assert visitor.post("/account/login/", {"email": "b@x.example"}).status_code == 302


# --- Files that break what reads them -------------------------------------------------------------------


@pytest.mark.parametrize("number", [0x0100, 0x011A, 0xA005])  # text where the camera writes a number
def test_a_picture_with_broken_notes_of_the_camera(number):
    lying = struct.pack(">HHHI", 2, 0x0112, 3, 1) + b"\x00\x06\x00\x00"
    notes = b"MM\x00*\x00\x00\x00\x08" + lying + struct.pack(">HHI", number, 2, 4) + b"abc\x00" + b"\x00" * 8
    out = io.BytesIO()
    Image.new("RGB", (60, 40)).save(out, "JPEG", exif=b"Exif\x00\x00" + notes)
    with pytest.raises(ValidationError) as refusal:
        images.clean(out)
    assert refusal.value.code == "damaged"


# --- Files that grow ------------------------------------------------------------------------------------


def workbook(rows: str) -> bytes:
    from openpyxl import Workbook

    made, out = io.BytesIO(), io.BytesIO()
    Workbook().save(made)
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row>{rows}</sheetData>'
        "</worksheet>"
    )
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.namelist():
            is_sheet = part == "xl/worksheets/sheet1.xml"
            target.writestr(part, sheet if is_sheet else source.read(part))
    return out.getvalue()


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>',
        '<row r="2"><c r="XFD2"><v>1</v></c></row>',
    ],
)
def test_a_workbook_that_calls_itself_endless_is_refused_at_once(rows):
    found, faults = importing.read(workbook(rows), [importing.Column("name", text(50))])
    assert (found, [fault.row for fault in faults]) == ([], [0])


NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BOMBS = {
    "one endless text": '<row r="2"><c t="inlineStr"><is><t>' + "a" * 2_000_000 + "</t></is></c></row>",
    "one endless row": '<row r="2">' + "<c><v>1</v></c>" * 200_000 + "</row>",
    "a sheet without an end": '<row r="2"></row>' * 6_000_000,
}


@pytest.mark.parametrize("rows", BOMBS.values(), ids=BOMBS)
def test_a_small_workbook_that_unpacks_to_a_flood_is_never_unpacked_as_a_whole(rows):
    bomb = workbook(rows)
    assert len(bomb) < 1_000_000
    tracemalloc.start()
    found, faults = importing.read(bomb, [importing.Column("name", text(50))])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (found, len(faults)) == ([], 1)
    assert str(faults[0]).startswith("Er zit te veel in deze werkmap.")
    assert peak < 20_000_000


def test_a_flood_beside_the_sheet_is_refused_too():
    made, out = io.BytesIO(workbook("")), io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.namelist():
            target.writestr(part, source.read(part))
        target.writestr("xl/sharedStrings.xml", f'<sst xmlns="{NS}">' + "<si><t>a</t></si>" * 2_000_000)
    found, faults = importing.read(out.getvalue(), [importing.Column("name", text(50))])
    assert (found, len(faults)) == ([], 1)


def test_a_flood_of_shared_text_does_not_pass_for_a_sheet():
    """The text that cells share is held in memory, also under the name of a sheet, which may be larger."""
    flood = f'<sst xmlns="{NS}">' + "<si><t>a</t></si><row/>" * 2_000_000 + "</sst>"
    made, out = io.BytesIO(workbook("")), io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.namelist():
            content = source.read(part)
            if part == "[Content_Types].xml":
                shared = (
                    b'<Override PartName="/xl/worksheets/shared.xml" ContentType="application/vnd.'
                    b'openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
                )
                content = content.replace(b"</Types>", shared)
            target.writestr(part, content)
        target.writestr("xl/worksheets/shared.xml", flood)
    tracemalloc.start()
    found, faults = importing.read(out.getvalue(), [importing.Column("name", text(50))])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (found, len(faults)) == ([], 1)
    assert peak < 20_000_000


# --- The second factor ----------------------------------------------------------------------------------


def test_a_second_factor_of_a_lost_key_opens_nothing(leader, settings):
    """With an empty secret anybody could reckon the code of this moment."""
    totp = TOTP.activate(leader, generate_totp_secret())
    codes = RecoveryCodes.activate(leader)
    settings.ENCRYPTION_KEYS = ["another key"]
    for counter in yield_hotp_counters_from_time():
        assert not totp.validate_code(format_hotp_value(hotp_value("", counter)))
    assert codes.generate_codes() != codes.generate_codes()


# --- Roles ----------------------------------------------------------------------------------------------


def test_a_facilitator_neither_reads_nor_gives_roles(network, leader, facilitator, facilitator_client):
    role = Role.objects.get(user=leader)
    for address in ("", "add/", f"{role.pk}/change/", f"{role.pk}/delete/", f"{role.pk}/history/"):
        for method in ("get", "post"):
            page = f"/beheer/network/role/{address}"
            answer = getattr(facilitator_client, method)(page, {"email": facilitator.email, "kind": "leader"})
            assert answer.status_code == 403, page
    assert set(Role.objects.values_list("user__email", "kind")) == {
        (leader.email, "leader"),
        (facilitator.email, "facilitator"),
    }


def test_a_page_made_over_http_is_not_given_over_https(network, visitor):
    forget()
    for scheme in ("https", "http"):
        body = visitor.get("/agenda/", headers={"x-forwarded-proto": scheme}).content.decode()
        other = {"https": "http", "http": "https"}[scheme]
        assert (f"{scheme}://pioniers.localhost/agenda" in body, f"{other}://pioniers" in body) == (
            True,
            False,
        )


def test_another_networks_mail_is_not_touched_by_its_number(network, other_network, leader, leader_client):
    signing_in.ask(network=other_network, email="x@y.example", ip="192.0.2.1")
    theirs = Message.objects.create(
        network=other_network, kind="role_given", key="theirs", recipient="x@y.example",
        not_before="2027-01-01T00:00:00Z",
    )  # fmt: skip
    for verb in ("hold", "drop", "again", "release"):
        assert leader_client.post(f"/beheer/network/message/{theirs.pk}/{verb}/doen/").status_code == 404
    leader_client.post(
        "/beheer/network/message/",
        {"action": "drop_selected", "_selected_action": [theirs.pk], "carry_out": "1", "select_across": "1"},
    )
    theirs.refresh_from_db()
    assert theirs.state == "queued"
    assert client_for(leader, other_network).get("/beheer/").status_code in (302, 403)
