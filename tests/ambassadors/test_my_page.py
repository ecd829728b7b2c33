"""Mijn pagina: my profile, my company, my consent, my plaque."""

import io
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from ambassadors.actions import profile, profiling
from ambassadors.models import (
    Appointment,
    AppointmentRound,
    HonoraryMembership,
    Pause,
    PlaqueFile,
    Purpose,
    Term,
)
from ambassadors.profile_types import STATEMENTS
from network.models import Company
from tests.ambassadors.candidates import words_read
from tests.conftest import client_for

pytestmark = pytest.mark.usefixtures("today")

PROFILE, COMPANY = reverse("my_profile"), reverse("my_company")
FILLED = {
    "quote": "Vertrouwen is sneller dan toezicht.",
    "biography": "Ik maak kozijnen.",
    "themes": "zelf roosteren,  open boeken , zelf roosteren",
    "liked_kinds": ["workshop", "panel"],
    "travel_area": "Salland",
    "spoken_languages": "Nederlands, Twents",
    "phone": "0612345678",
    "language": "en",
    "focal_x": "40",
    "focal_y": "30",
}


def picture(name="ik.jpg", size=(300, 400)):
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")


def test_what_i_fill_in_is_mine(ambassador_client, ambassador):
    answer = ambassador_client.post(
        PROFILE, FILLED | {"portrait": picture(), "portrait_alt": "Marleen lacht"}
    )

    assert answer.url == reverse("my_preview")
    ambassador.refresh_from_db()
    assert (ambassador.quote, ambassador.biography) == (FILLED["quote"], "Ik maak kozijnen.")
    assert ambassador.themes == ["zelf roosteren", "open boeken"]
    assert ambassador.liked_kinds == ["workshop", "panel"]
    assert ambassador.spoken_languages == ["Nederlands", "Twents"]
    assert (ambassador.language, ambassador.focal_x, ambassador.focal_y) == ("en", 40, 30)
    assert ambassador.portrait.name.startswith("portraits/")
    assert "ik.jpg" not in ambassador.portrait.name
    assert ambassador.history.first().history_user == ambassador.user
    mine = ambassador_client.get(reverse("my_portrait"))
    assert (mine.status_code, mine["Content-Type"]) == (200, "image/jpeg")
    assert b"".join(mine.streaming_content).startswith(b"\xff\xd8")

    wrong = ambassador_client.post(PROFILE, FILLED | {"portrait": picture(), "focal_x": "101"})
    assert set(wrong.context["form"].errors) == {"focal_x"}
    assert "Je portret is al bewaard." in wrong.content.decode()
    assert "Vul een getal in van 0 tot 100." in wrong.content.decode()
    earlier = ambassador.portrait.name
    ambassador.refresh_from_db()
    assert ambassador.portrait.name != earlier

    ambassador_client.post(PROFILE, FILLED | {"portrait_away": "on"})
    ambassador.refresh_from_db()
    assert not ambassador.portrait
    assert ambassador_client.get(reverse("my_portrait")).status_code == 404


def test_the_form_shows_what_there_is_and_keeping_it_changes_nothing(ambassador_client, ambassador):
    ambassador_client.post(PROFILE, FILLED)
    ambassador.refresh_from_db()
    before = ambassador.history.count()
    form = ambassador_client.get(PROFILE).context["form"]
    assert form["themes"].value() == "zelf roosteren, open boeken"

    ambassador_client.post(PROFILE, FILLED)

    assert ambassador.history.count() == before


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"quote": "x" * 241}, "quote"),
        ({"biography": "x" * 3001}, "biography"),
        ({"themes": ",".join("abcdefghijklm")}, "themes"),
        ({"themes": "x" * 61}, "themes"),
        ({"themes": "a\x00b"}, "themes"),
        ({"liked_kinds": ["circus"]}, "liked_kinds"),
        ({"focal_x": "101"}, "focal_x"),
        ({"focal_y": str(2**63)}, "focal_y"),
        ({"language": "fy"}, "language"),
        ({"portrait": SimpleUploadedFile("x.jpg", b"<svg></svg>")}, "portrait"),
    ],
)
def test_bad_input_is_told_beside_the_field_and_kept(ambassador_client, ambassador, typed, field):
    answer = ambassador_client.post(PROFILE, FILLED | typed)

    assert set(answer.context["form"].errors) == {field}
    # Where the face is, is asked only beside a portrait.
    is_shown = field not in ("focal_x", "focal_y")
    assert (f'id="id_{field}_error"' in answer.content.decode()) == is_shown
    if field != "quote":
        assert FILLED["quote"] in answer.content.decode()
    ambassador.refresh_from_db()
    assert ambassador.quote == ""


def test_extra_fields_change_nothing(ambassador_client, ambassador):
    ambassador_client.post(PROFILE, FILLED | {"email": "x@y.example", "profile_type": "coach", "slug": "x"})

    before = ambassador.email
    ambassador.refresh_from_db()
    assert (ambassador.email, ambassador.profile_type) == (before, "teacher")


# --- on the site or not -------------------------------------------------------------------------------


def test_consent_is_given_and_taken_back_as_easily(ambassador_client, ambassador, visitor):
    public = ambassador.get_absolute_url()
    assert visitor.get(public).status_code == 200

    ambassador_client.post(reverse("my_publication"), {"shown": "no"})
    ambassador.refresh_from_db()
    assert ambassador.publication_consent_at is None
    assert visitor.get(public).status_code == 404

    words = words_read(ambassador.network)[Purpose.PUBLICATION]
    ambassador_client.post(reverse("my_publication"), {"shown": "yes", "words": words})
    assert visitor.get(public).status_code == 200
    ambassador.refresh_from_db()
    moment = ambassador.publication_consent_at
    profile.agree_to_publication(ambassador, by=None)
    ambassador.refresh_from_db()
    assert ambassador.publication_consent_at == moment


def test_the_preview_is_the_page_visitors_see(ambassador_client, ambassador, visitor):
    ambassador_client.post(PROFILE, FILLED | {"language": "nl"})
    public = visitor.get(ambassador.get_absolute_url()).content.decode()
    preview = ambassador_client.get(reverse("my_preview")).content.decode()

    def article(page):
        return page[page.index('<article class="person"') : page.index("</article>")]

    assert article(preview) == article(public)
    ambassador_client.post(reverse("my_publication"), {"shown": "no"})
    hidden = ambassador_client.get(reverse("my_preview")).content.decode()
    assert article(hidden) == article(public)
    assert "niet op de site" in hidden


# --- company ------------------------------------------------------------------------------------------


def works(person):
    return [(e.company.name, e.role, e.start, e.end) for e in person.employments.order_by("pk")]


def test_another_company_is_dated_history(ambassador_client, ambassador):
    typed = {"name": "Kozijn & Co", "place": "Raalte", "role": "eigenaar", "since": "2026-11-01"}
    for _twice in range(2):
        ambassador_client.post(COMPANY, typed)

    assert works(ambassador) == [
        ("Oosterveld BV", "directeur", None, date(2026, 11, 1)),
        ("Kozijn & Co", "eigenaar", date(2026, 11, 1), None),
    ]
    ambassador.refresh_from_db()
    assert ambassador.company_on(date(2026, 10, 31)).company.name == "Oosterveld BV"
    assert ambassador.company_on(date(2026, 11, 1)).company.name == "Kozijn & Co"


def test_a_known_company_is_the_same_and_a_mistake_is_set_right(ambassador, other_ambassador, other_network):
    Company.objects.create(network=other_network, name="Lansink BV")
    profile.change_company(ambassador, by=None, name="lansink bv", place="", role="", since=date(2026, 11, 1))
    profile.change_company(ambassador, by=None, name="Kozijn", place="", role="", since=date(2026, 10, 1))

    assert works(ambassador) == [
        ("Oosterveld BV", "directeur", None, date(2026, 10, 1)),
        ("Kozijn", "", date(2026, 10, 1), None),
    ]
    assert Company.objects.filter(name__iexact="lansink bv", network=ambassador.network).count() == 1


@pytest.mark.parametrize("typed", [{"name": ""}, {"since": ""}, {"since": "0001-01-01"}, {"name": "x" * 151}])
def test_a_company_that_cannot_be(ambassador_client, ambassador, typed):
    values = {"name": "Kozijn", "place": "Raalte", "role": "eigenaar", "since": "2026-11-01"} | typed
    answer = ambassador_client.post(COMPANY, values)

    assert set(answer.context["form"].errors) == set(typed)
    assert 'value="Raalte"' in answer.content.decode()
    assert len(works(ambassador)) == 1


# --- plaque -------------------------------------------------------------------------------------------


@pytest.fixture
def plaque(network, ambassador):
    made = AppointmentRound.objects.create(network=network, year=2025, ceremony_on=date(2025, 4, 1))
    appointment = Appointment.objects.create(
        round=made,
        person=ambassador,
        term=ambassador.terms.get(),
        serial_number="PO-2025-001",
        name="Marleen",
    )
    return PlaqueFile.objects.create(
        appointment=appointment,
        round=made,
        variant="web",
        file=ContentFile(b"%PDF-1.7 web", "p.pdf"),
        sha256="0",
    )


def test_my_plaque_is_mine_alone(ambassador_client, other_ambassador, network, visitor, plaque):
    path = reverse("my_plaque_file", args=[plaque.pk])
    answer = ambassador_client.get(path)

    assert b"".join(answer.streaming_content) == b"%PDF-1.7 web"
    assert answer["Content-Disposition"] == 'attachment; filename="PO-2025-001-web.pdf"'
    assert "no-store" in answer["Cache-Control"]
    assert client_for(other_ambassador.user, network).get(path).status_code == 404
    assert visitor.get(path).status_code == 302
    page = ambassador_client.get(reverse("my_plaques")).content.decode()
    assert path in page
    assert reverse("plaque_check", args=[plaque.appointment.public_id]) in page


def test_a_plaque_without_its_file(ambassador_client, plaque):
    plaque.file.storage.delete(plaque.file.name)

    assert ambassador_client.get(reverse("my_plaque_file", args=[plaque.pk])).status_code == 404


@pytest.mark.parametrize(
    "name", ["my_page", "my_profile", "my_company", "my_calendar_link", "my_plaques", "my_pause", "my_data"]
)
def test_visitors_sign_in_first(visitor, leader_client, name):
    assert visitor.get(reverse(name)).status_code == 302
    assert leader_client.get(reverse(name)).status_code == 403


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("name", "queries"),
    [("my_page", 7), ("my_profile", 3), ("my_company", 4), ("my_plaques", 7), ("my_pause", 5)],
)
def test_a_fixed_number_of_queries(
    ambassador_client, ambassador, network, rows, name, queries, django_assert_num_queries
):
    for number in range(rows):
        profile.change_company(
            ambassador, by=None, name=f"B{number}", place="", role="", since=date(2026, 6, 1 + number)
        )
        Pause.objects.create(person=ambassador, start=date(2027, 6, 1 + number))
        term = Term.objects.create(
            person=ambassador, start=date(2030 + number, 1, 1), end=date(2031 + number, 1, 1)
        )
        made = AppointmentRound.objects.create(network=network, year=2030 + number, ceremony_on=term.start)
        appointment = Appointment.objects.create(
            round=made, person=ambassador, term=term, serial_number=str(number), name="M"
        )
        PlaqueFile.objects.create(
            appointment=appointment, round=made, variant="web", file="x.pdf", sha256="0"
        )
    ambassador_client.get(reverse(name))

    with django_assert_num_queries(queries):
        ambassador_client.get(reverse(name))


def test_an_honorary_member_is_asked_nothing_about_motives_but_can_take_back_what_was_said(
    ambassador_client, ambassador
):
    ambassador.terms.update(start=date(2020, 4, 1), end=date(2023, 4, 1))
    HonoraryMembership.objects.create(person=ambassador, start=date(2023, 4, 1))
    motives = reverse("my_motives")
    assert motives not in ambassador_client.get(reverse("my_page")).content.decode()

    profiling.fill_in(ambassador, answers={statement.key: 3 for statement in STATEMENTS})

    assert motives in ambassador_client.get(reverse("my_page")).content.decode()
