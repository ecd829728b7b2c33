"""Take-my-data: a canary in every table that holds a person comes out, and nobody else's does."""

import csv
import io
import json
import zipfile
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from ambassadors.actions import exporting
from ambassadors.models import ContactMoment, HonoraryMembership, Pause, PauseRequest
from events.actions import drafting, logging
from events.models import ChaseStep
from network.models import ContactMessage, Message, MessagePreference

pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def planted(ambassador, network):
    """The word behind each canary, by the table it was put in."""
    ambassador.biography = "kanarie-persoon"
    ambassador.portrait.save("portret.jpg", ContentFile(b"een portret"), save=False)
    ambassador.save()
    day = date(2026, 6, 1)
    Pause.objects.create(person=ambassador, start=day, end=date(2026, 6, 9), reason="kanarie-pauze")
    PauseRequest.objects.create(person=ambassador, start=day, reason="kanarie-verzoek")
    HonoraryMembership.objects.create(person=ambassador, start=date(2029, 1, 1))
    ContactMoment.objects.create(person=ambassador, date=day, summary="kanarie-gesprek")
    podium = logging.log_podium(
        by=None, network=network, ambassadors=[ambassador], kind="workshop", date=day, title="kanarie-podium"
    )
    podium.photo.save("foto.jpg", ContentFile(b"een foto"))
    logging.record_contribution(by=None, person=ambassador, date=day, title="=kanarie-bijdrage")
    drafting.save_draft(person=ambassador, token="geheime-sleutel", values={"where": ["kanarie-concept"]})
    ChaseStep.objects.create(
        person=ambassador, year_start=day, year_end=day, missing=1, kind="call", decided_on=day,
        planned_for=day, reason="kanarie-stap",
    )  # fmt: skip
    ContactMessage.objects.create(
        network=network, name="A", email="a@b.example", subject="s", body="kanarie-bericht",
        for_person=ambassador.pk, state="passed",
    )  # fmt: skip
    Message.objects.create(
        network=network, kind="x", key="1", recipient=ambassador.email.upper(), subject="kanarie-mail",
        not_before="2026-11-23T12:00:00+01:00",
    )  # fmt: skip
    MessagePreference.objects.create(network=network, email=ambassador.email, group="kanarie-voorkeur")
    return [
        f"kanarie-{word}"
        for word in (
            "persoon", "pauze", "verzoek", "gesprek", "podium", "bijdrage", "concept", "stap", "bericht",
            "mail", "voorkeur",
        )
    ]  # fmt: skip


@pytest.fixture
def archive(ambassador_client, planted):
    answer = ambassador_client.post(reverse("my_data_download"))
    assert answer["Content-Disposition"] == (
        'attachment; filename="pioniers-overijssel-marleen-oosterveld-2026-11-23.zip"'
    )
    assert "no-store" in answer["Cache-Control"]
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


def test_every_canary_comes_out_in_each_form(archive, planted, ambassador):
    data = archive.read("gegevens.json").decode()
    page = archive.read("lees-mij.html").decode()
    tables = "".join(
        archive.read(name).decode("utf-8-sig") for name in archive.namelist() if name.endswith(".csv")
    )
    for canary in [*planted, ambassador.email]:
        assert canary in data, canary
        assert canary in page, canary
        assert canary in tables, canary
    assert json.loads(data)["person"] == "Marleen Oosterveld"
    assert "2029-01-01" in data


def test_the_files_come_too(archive, ambassador):
    files = {name for name in archive.namelist() if name.startswith("bestanden/")}

    assert f"bestanden/{ambassador.portrait.name}" in files
    assert len(files) == 2
    assert "lees-mij.css" in archive.namelist()


def test_keys_stay_out(archive, ambassador):
    everything = b"".join(archive.read(name) for name in archive.namelist())

    assert b"geheime-sleutel" not in everything
    assert ambassador.user.password.encode() not in everything


def test_no_cell_is_a_formula(archive):
    rows = list(
        csv.reader(io.StringIO(archive.read("tabellen/contribution.csv").decode("utf-8-sig")), delimiter=";")
    )

    assert "'=kanarie-bijdrage" in rows[1]


def test_nobody_elses_data_comes_along(archive, ambassador_client, other_ambassador, network):
    ContactMoment.objects.create(person=other_ambassador, date=date(2026, 6, 1), summary="van Bram")
    logging.log_podium(
        by=None,
        network=network,
        ambassadors=[other_ambassador],
        kind="fair",
        date=date(2026, 6, 2),
        title="Beurs",
    )
    tables = exporting.tables_about(other_ambassador)
    assert {t.name for t in tables} >= {"person", "podium", "contactmoment", "term", "user", "employment"}

    answer = ambassador_client.post(reverse("my_data_download"))
    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    everything = b"".join(archive.read(name) for name in archive.namelist())
    for word in (b"van Bram", b"Beurs", b"Lansink"):
        assert word not in everything


def test_the_page_says_what_is_in_it(ambassador_client, planted):
    tables = ambassador_client.get(reverse("my_data")).context["tables"]

    assert {"person", "podium", "contribution", "podiumdraft", "message"} <= {table.name for table in tables}
    assert all(table.rows for table in tables)


def test_a_code_to_sign_in_stays_out(ambassador_client, ambassador, network):
    Message.objects.create(
        network=network, kind="sign_in", key="2", recipient=ambassador.email, data={"code": "482913"},
        not_before="2026-11-23T12:00:00+01:00",
    )  # fmt: skip

    assert "message" not in {table.name for table in exporting.tables_about(ambassador)}


@pytest.mark.parametrize("rows", [1, 3])
def test_a_fixed_number_of_queries(
    ambassador, other_ambassador, fan, network, leader, rows, django_assert_num_queries
):
    for number in range(rows):
        logging.log_podium(
            by=leader, network=network, ambassadors=[ambassador, other_ambassador], kind="fair",
            date=date(2026, 6, 1 + number), host=fan, form_token=str(number),
        )  # fmt: skip
        ContactMoment.objects.create(person=ambassador, date=date(2026, 6, 1 + number), by=leader)
        Pause.objects.create(person=ambassador, start=date(2026, 6, 1 + number))

    with django_assert_num_queries(72):  # a table each
        exporting.tables_about(ambassador)
