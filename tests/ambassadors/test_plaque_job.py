"""The job that makes a round's plaques: complete, resumable, the same bytes at every run."""

import os
import random
import signal
from datetime import date, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone

from ambassadors.actions import appointing, consenting, printing
from ambassadors.models import Appointment, AppointmentRound, PlaqueFile, Purpose
from network.models import Batch
from tests.conftest import make_person
from tests.elsewhere import elsewhere


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def photo(seed: int) -> bytes:
    from PIL import Image

    chance = Random(seed)
    picture = Image.new("RGB", (80, 100), tuple(chance.randrange(256) for _ in range(3)))
    found = BytesIO()
    picture.resize((640, 800)).save(found, "JPEG")
    return found.getvalue()


def appointed_round(network, leader, size: int) -> AppointmentRound:
    round = appointing.open_round(
        network=network, year=2026, ceremony_on=date(2026, 11, 26), place="Zwolle", by=leader
    )
    people = []
    for number in range(size):
        person = make_person(network, f"Persoon{number:02}", "Verzonnen")
        person.portrait.save(f"{number}.jpg", ContentFile(photo(number)))
        people.append(person)
    appointing.choose(round=round, people=people, by=leader)
    appointing.appoint(round=round, by=leader, accept_size=True)
    round.refresh_from_db()
    return round


@pytest.fixture
def round(network, leader) -> AppointmentRound:
    return appointed_round(network, leader, 3)


def job(round: AppointmentRound) -> Batch:
    return printing.jobs(round).get()


def files_on_disk() -> dict[str, str]:
    root = Path(default_storage.path(""))
    return {
        str(path.relative_to(root)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.glob("plaques/**/*"))
        if path.is_file()
    }


def test_the_job_makes_every_plaque_in_both_editions_and_the_whole_round(round):
    assert printing.work(job(round).pk)

    assert list(files_on_disk()) == [
        "plaques/pioniers/2026/PO-2026-001-persoon00-verzonnen-print.pdf",
        "plaques/pioniers/2026/PO-2026-001-persoon00-verzonnen.pdf",
        "plaques/pioniers/2026/PO-2026-002-persoon01-verzonnen-print.pdf",
        "plaques/pioniers/2026/PO-2026-002-persoon01-verzonnen.pdf",
        "plaques/pioniers/2026/PO-2026-003-persoon02-verzonnen-print.pdf",
        "plaques/pioniers/2026/PO-2026-003-persoon02-verzonnen.pdf",
        "plaques/pioniers/2026/plaquettes-pioniers-2026-print.pdf",
        "plaques/pioniers/2026/plaquettes-pioniers-2026.pdf",
    ]
    assert {file.file.name: file.sha256 for file in PlaqueFile.objects.all()} == files_on_disk()
    assert [file.pages for file in PlaqueFile.objects.filter(appointment=None)] == [3, 3]
    found = job(round)
    assert (found.state, found.done, found.total, found.faults) == (Batch.State.DONE, 8, 8, [])


def test_a_second_run_changes_no_byte_and_makes_nothing(round, leader):
    printing.work(job(round).pk)
    before = files_on_disk()
    times = {name: os.stat(default_storage.path(name)).st_mtime_ns for name in before}

    again = printing.order(round=round, by=leader)
    printing.work(again.pk)

    assert files_on_disk() == before
    assert {name: os.stat(default_storage.path(name)).st_mtime_ns for name in before} == times


def test_made_from_nothing_again_the_bytes_are_the_same(round, leader):
    printing.work(job(round).pk)
    before = files_on_disk()
    for name in before:
        default_storage.delete(name)
    PlaqueFile.objects.all().delete()

    printing.work(printing.order(round=round, by=leader).pk)

    assert files_on_disk() == before


def test_a_lost_file_is_made_again(round, leader):
    printing.work(job(round).pk)
    before = files_on_disk()
    default_storage.delete("plaques/pioniers/2026/PO-2026-002-persoon01-verzonnen.pdf")

    printing.work(printing.order(round=round, by=leader).pk)

    assert files_on_disk() == before


def test_a_correction_makes_one_plaque_and_the_whole_round_anew(round, leader):
    printing.work(job(round).pk)
    before = files_on_disk()
    appointment = Appointment.objects.get(serial_number="PO-2026-002")

    appointing.correct(appointment=appointment, name="Persoon van Verzonnen-Nieuw", by=leader)
    printing.sweep()

    after = files_on_disk()
    assert {name for name in before if name not in after} == {
        "plaques/pioniers/2026/PO-2026-002-persoon01-verzonnen-print.pdf",
        "plaques/pioniers/2026/PO-2026-002-persoon01-verzonnen.pdf",
    }
    assert {name for name in after if name not in before} == {
        "plaques/pioniers/2026/PO-2026-002-persoon-van-verzonnen-nieuw-print.pdf",
        "plaques/pioniers/2026/PO-2026-002-persoon-van-verzonnen-nieuw.pdf",
    }
    assert {name for name in before if name in after and before[name] != after[name]} == {
        "plaques/pioniers/2026/plaquettes-pioniers-2026-print.pdf",
        "plaques/pioniers/2026/plaquettes-pioniers-2026.pdf",
    }
    assert {file.file.name: file.sha256 for file in PlaqueFile.objects.all()} == after


def test_another_place_makes_every_plaque_anew(round, leader):
    printing.work(job(round).pk)
    before = files_on_disk()

    appointing.change_details(round=round, place="Deventer", by=leader)
    printing.sweep()

    after = files_on_disk()
    assert list(after) == list(before)
    assert all(after[name] != before[name] for name in before)


def test_who_takes_photos_back_is_on_no_file_any_more(round, leader, django_capture_on_commit_callbacks):
    printing.work(job(round).pk)
    before = files_on_disk()
    first = round.appointments.first()
    own = {str(file) for file in first.plaques.all()}
    merged = {str(file) for file in round.plaques.filter(appointment=None)}

    with django_capture_on_commit_callbacks(execute=True):
        for _twice in range(2):
            consenting.withdraw(person=first.person, purpose=Purpose.PHOTO)

    kept = set(before) - own - merged
    assert files_on_disk() == {name: before[name] for name in kept}
    assert not PlaqueFile.objects.filter(appointment__in=[None, first]).exists()
    again = printing.jobs(round).get(state=Batch.State.WAITING)
    assert again.created_by is None
    assert printing.work(again.pk)
    after = files_on_disk()
    assert set(after) == set(before)
    assert {name for name in before if after[name] != before[name]} == own | merged
    assert printing.jobs(round).count() == 2


def test_who_takes_photos_back_while_the_last_page_is_made_is_on_no_file_either(round, monkeypatch):
    first = round.appointments.first()
    merge = printing.merge

    def withdrawn_while_merging(*args, **kwargs):
        pages = merge(*args, **kwargs)
        consenting.withdraw(person=first.person, purpose=Purpose.PHOTO)
        return pages

    monkeypatch.setattr(printing, "merge", withdrawn_while_merging)
    assert printing.work(job(round).pk)
    again = printing.jobs(round).get(state=Batch.State.WAITING)
    monkeypatch.undo()
    assert printing.work(again.pk)
    assert PlaqueFile.objects.filter(appointment=first).count() == 2
    assert set(printing.jobs(round).values_list("state", flat=True)) == {Batch.State.DONE}


def test_the_leader_reads_that_a_printed_plaque_cannot_be_called_back(round, leader_client):
    page = reverse("admin:round", args=[round.year])
    assert "kun je niet terughalen" not in leader_client.get(page).content.decode()
    consenting.withdraw(person=round.appointments.first().person, purpose=Purpose.PHOTO)
    assert leader_client.get(page).content.decode().count("kun je niet terughalen") == 1


def test_what_was_wrong_is_told_until_the_plaque_is_made_anew(round, leader):
    broken = Appointment.objects.get(serial_number="PO-2026-002")
    Path(broken.person.portrait.path).write_bytes(photo(1)[:900])
    printing.work(job(round).pk)

    again = printing.order(round=round, by=leader)
    printing.work(again.pk)
    again.refresh_from_db()
    assert [fault["appointment"] for fault in again.faults] == [broken.pk]

    Path(broken.person.portrait.path).write_bytes(photo(1))
    mended = printing.order(round=round, by=leader)
    printing.work(mended.pk)
    mended.refresh_from_db()
    assert mended.faults == []


def test_a_broken_photo_gives_the_initials_card_and_is_reported(round):
    broken = Appointment.objects.get(serial_number="PO-2026-002")
    Path(broken.person.portrait.path).write_bytes(photo(1)[:900])

    printing.work(job(round).pk)

    assert len(files_on_disk()) == 8
    assert job(round).faults == [{"appointment": broken.pk, "what": "portrait", "made": True}]


def test_a_photo_that_is_gone_is_reported_too(round):
    gone = Appointment.objects.get(serial_number="PO-2026-003")
    Path(gone.person.portrait.path).unlink()

    printing.work(job(round).pk)

    assert len(files_on_disk()) == 8
    assert job(round).faults == [{"appointment": gone.pk, "what": "portrait", "made": True}]


def test_a_second_worker_leaves_a_claimed_job_alone(round):
    batch = job(round)
    batch.claimed_by, batch.lease_until = "another", timezone.now() + timedelta(seconds=60)
    batch.state = Batch.State.RUNNING
    batch.save()

    assert printing.work(batch.pk) is False
    assert printing.sweep() == 0
    assert files_on_disk() == {}


@pytest.mark.drill
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("step", ["printing.written", "printing.renamed", "printing.recorded"])
def test_a_kill_at_any_step_leaves_whole_files_and_resumes(round, step):
    pk = job(round).pk

    assert elsewhere(lambda: printing.work(pk), DRILL_KILL_AT=step).wait() == -signal.SIGKILL

    assert {name for name in files_on_disk() if not name.endswith(".part")} >= {
        file.file.name for file in PlaqueFile.objects.all()
    }
    lease_runs_out()
    assert elsewhere(printing.sweep).wait() == 0
    assert {file.file.name: file.sha256 for file in PlaqueFile.objects.all()} == files_on_disk()
    assert len(files_on_disk()) == 8
    assert job(round).state == Batch.State.DONE


@pytest.mark.drill
@pytest.mark.django_db(transaction=True)
def test_twenty_five_plaques_killed_ten_times(network, leader):
    """25 people, a worker killed at ten random files: 25 valid plaques, the same numbers, no half file."""
    appointed_round(network, leader, 25)
    numbers = list(Appointment.objects.order_by("pk").values_list("serial_number", flat=True))
    chance = random.Random(20261126)
    kills = 0
    for _attempt in range(10):
        step = chance.choice(["printing.written", "printing.renamed", "printing.recorded"])
        code = elsewhere(printing.sweep, DRILL_KILL_AT=f"{step}:{chance.randrange(1, 6)}").wait()
        kills += code == -signal.SIGKILL
        for file in PlaqueFile.objects.all():  # whole, whatever was being written
            assert sha256(Path(file.file.path).read_bytes()).hexdigest() == file.sha256
        lease_runs_out()
    assert kills == 10

    assert printing.sweep() == 1

    assert list(Appointment.objects.order_by("pk").values_list("serial_number", flat=True)) == numbers
    assert len(files_on_disk()) == 52
    assert {file.file.name: file.sha256 for file in PlaqueFile.objects.all()} == files_on_disk()
    assert all(
        Path(default_storage.path(name)).read_bytes().startswith(b"%PDF-1.7") for name in files_on_disk()
    )


def lease_runs_out() -> None:
    Batch.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
