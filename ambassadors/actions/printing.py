"""The job that makes the plaques of a round: a row with a progress bar, resumed wherever it was killed."""

import logging
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import override

from ambassadors import pdfs
from ambassadors.models import Appointment, AppointmentRound, Person, PlaqueFile
from ambassadors.plaques.merging import merge
from ambassadors.plaques.press import Press
from ambassadors.plaques.sheet import EDITIONS, House, Made, Plaque
from network import drills
from network.actions import doorbell, forgetting
from network.confined import Unavailable
from network.history import changed_by
from network.models import Batch, User

log = logging.getLogger(__name__)

KIND = "plaques"
NO_ENGINE = "engine"  # the fault of a job on a machine without Pango
TASK = "ambassadors.tasks.make_plaques"
LEASE = timedelta(seconds=90)
AT_ONCE = 5  # so that the progress bar moves
OPEN = (Batch.State.WAITING, Batch.State.RUNNING)


class Lost(Exception):
    """Another worker took the job over."""


def order(*, round: AppointmentRound, by: User | None) -> Batch:
    """The job for this round: the one that is open, else a new one. In the caller's transaction."""
    sign(round, by=by)
    total = (round.appointments.count() + 1) * len(EDITIONS)
    batch = jobs(round).filter(state__in=OPEN).first()
    if batch is None:
        batch = Batch.objects.create(
            network_id=round.network_id, kind=KIND, subject_id=round.pk, total=total, created_by=by
        )
    transaction.on_commit(partial(doorbell.ring, TASK, batch.pk), robust=True)
    return batch


def sign(round: AppointmentRound, *, by: User | None) -> None:
    """Whoever appoints signs: with what the settings hold now, for a round may be open for months before its
    signature is there. Once appointed, a round keeps the signature it has."""
    signature = round.signature_in_settings
    if round.official_signature.name == signature or (round.is_appointed and round.official_signature):
        return
    round.official_signature = signature
    changed_by(round, by).save(update_fields=["official_signature"])


def anew_without(person: Person) -> int:
    """The portrait on their plaques has to go: the files are gone with the commit, and the worker makes them
    anew. How many there were. In the caller's transaction. What is printed already nobody can call back.
    """
    rounds = AppointmentRound.objects.filter(appointments__person=person)
    plaques = PlaqueFile.objects.filter(round__in=rounds)
    gone = forgetting.remove(plaques.filter(Q(appointment=None) | Q(appointment__person=person)))
    for round in rounds.select_related("network") if gone else ():
        order(round=round, by=None)
    return gone


def jobs(round: AppointmentRound) -> QuerySet[Batch]:
    return Batch.objects.filter(network_id=round.network_id, kind=KIND, subject_id=round.pk)


def sweep() -> int:
    """Take up the jobs that nobody works on; how many."""
    return sum(work(pk) for pk in _free_jobs().values_list("pk", flat=True))


def work(batch_id: int) -> bool:
    """Make every plaque that is missing or no longer true. False: nothing to do, or somebody else does it."""
    token = secrets.token_hex(8)
    now = timezone.now()
    claimed = (
        _free_jobs()
        .filter(pk=batch_id)
        .update(state=Batch.State.RUNNING, claimed_by=token, lease_until=now + LEASE)
    )
    if not claimed:
        return False
    batch = Batch.objects.get(pk=batch_id)
    round = AppointmentRound.objects.select_related("network").get(pk=batch.subject_id or 0)
    try:
        faults = _make_all(round, token, batch)
    except Lost:
        return False
    except Unavailable as problem:
        log.error("plaques cannot be made here: %s; see manage.py doctor", problem)
        _stop(batch, token, [{"what": NO_ENGINE}])
        return False
    except Exception:
        _stop(batch, token, [])
        raise
    _mine(batch, token).update(
        state=Batch.State.DONE, faults=faults, finished_at=timezone.now(), lease_until=None
    )
    _go_on_when_it_changed(round, faults)
    return True


def _go_on_when_it_changed(round: AppointmentRound, faults: list[dict[str, object]]) -> None:
    """What was corrected or taken back after the last look found this job still open, and made no other."""
    failed = {fault["appointment"] for fault in faults if fault.get("made") is False}
    house = pdfs.plaque_house(AppointmentRound.objects.select_related("network").get(pk=round.pk))
    if any(appointment.pk not in failed for appointment, _plaque in _stale(round, house)):
        with transaction.atomic():
            order(round=round, by=None)


def _stop(batch: Batch, token: str, faults: list[dict[str, object]]) -> None:
    _mine(batch, token).update(
        state=Batch.State.FAILED, faults=faults, finished_at=timezone.now(), lease_until=None
    )


def file_of(round: AppointmentRound, name: str) -> str:
    return f"plaques/{round.network.slug}/{round.year}/{name}"


def _free_jobs() -> QuerySet[Batch]:
    return Batch.objects.filter(kind=KIND, state__in=OPEN).filter(
        Q(lease_until=None) | Q(lease_until__lt=timezone.now())
    )


def _mine(batch: Batch, token: str) -> QuerySet[Batch]:
    return Batch.objects.filter(pk=batch.pk, claimed_by=token, state=Batch.State.RUNNING)


Faults = dict[int, dict[str, object]]


def _make_all(round: AppointmentRound, token: str, batch: Batch) -> list[dict[str, object]]:
    """Again until nothing is left: a plaque, or what all share, can be corrected while they are made."""
    _sweep_up(round)
    faults = _told_before(round, batch)
    while True:
        house = pdfs.plaque_house(round)
        with Press(house) as press:
            while todo := [found for found in _stale(round, house) if not _failed(faults, found[0])]:
                for appointment, plaque, made in _pressed(press, todo):
                    faults.pop(appointment.pk, None)
                    if fault := _fault(made):
                        faults[appointment.pk] = {"appointment": appointment.pk, **fault}
                    if not made.error:
                        _keep(appointment, plaque, house, made)
                    _renew(batch, token, round)
        round = AppointmentRound.objects.select_related("network").get(pk=round.pk)
        if pdfs.plaque_house(round) == house:
            break
    if not any(fault["made"] is False for fault in faults.values()):
        for edition in EDITIONS:
            _keep_merged(round, edition)
            _renew(batch, token, round)
    return list(faults.values())


def _pressed(
    press: Press, todo: list[tuple[Appointment, Plaque]]
) -> Iterator[tuple[Appointment, Plaque, Made]]:
    by_key = {str(appointment.pk): (appointment, plaque) for appointment, plaque in todo}
    for made in press.make((plaque for _appointment, plaque in todo), EDITIONS, batch=AT_ONCE):
        yield *by_key[made.key], made


def _told_before(round: AppointmentRound, batch: Batch) -> Faults:
    """What was wrong with plaques that are there: it holds until they are made anew."""
    earlier = jobs(round).filter(pk__lt=batch.pk).order_by("-pk").first()
    told = [*(earlier.faults if earlier else []), *batch.faults]
    return {fault["appointment"]: fault for fault in told if fault.get("made")}


def _failed(faults: Faults, appointment: Appointment) -> bool:
    return faults.get(appointment.pk, {}).get("made") is False


def _stale(round: AppointmentRound, house: House) -> Iterator[tuple[Appointment, Plaque]]:
    """The plaques without a whole and true file for every edition."""
    kept: dict[int, set[str]] = {}
    for file in round.plaques.exclude(appointment=None):
        if default_storage.exists(str(file)):
            kept.setdefault(file.appointment_id or 0, set()).add(f"{file.variant}:{file.fingerprint}")
    for appointment in round.appointments.select_related("person", "term", "round__network"):
        plaque = pdfs.plaque_of(appointment)
        wanted = {f"{edition}:{_fingerprint(edition, house, plaque)}" for edition in EDITIONS}
        if not wanted <= kept.get(appointment.pk, set()):
            yield appointment, plaque


def _fingerprint(edition: str, house: House, plaque: Plaque) -> str:
    return pdfs.fingerprint(edition, house, plaque)


def _keep(appointment: Appointment, plaque: Plaque, house: House, made: Made) -> None:
    for edition, content in made.files.items():
        with override(house.language):
            name = file_of(appointment.round, pdfs.plaque_name(appointment, edition))
        _write(name, content)
        _record(
            appointment.round,
            appointment,
            edition,
            name,
            sha256(content).hexdigest(),
            _fingerprint(edition, house, plaque),
        )


def _record(
    round: AppointmentRound,
    appointment: Appointment | None,
    edition: str,
    name: str,
    digest: str,
    fingerprint: str,
    pages: int = 1,
) -> None:
    file, is_new = PlaqueFile.objects.update_or_create(
        round=round,
        appointment=appointment,
        variant=edition,
        defaults={"sha256": digest, "fingerprint": fingerprint, "pages": pages},
        create_defaults={"file": name, "sha256": digest, "fingerprint": fingerprint, "pages": pages},
    )
    if not is_new and file.file.name != name:  # the name on the plaque was corrected
        old, file.file.name = str(file), name
        file.save(update_fields=["file"])
        default_storage.delete(old)
    drills.point("printing.recorded")


def _keep_merged(round: AppointmentRound, edition: str) -> None:
    files = round.plaques.filter(variant=edition).exclude(appointment=None)
    ordered = list(files.order_by("appointment__serial_number").annotate(who=F("appointment__name")))
    found = pdfs.fingerprint(edition, [file.sha256 for file in ordered])
    known = round.plaques.filter(appointment=None, variant=edition, fingerprint=found).first()
    if not ordered or (known and default_storage.exists(str(known))):
        return
    with override(pdfs.plaque_house(round).language):
        name = file_of(round, pdfs.merged_name(round, edition))
        title = pdfs.merged_title(round)
    part = _part(name)
    parts = ((file.who, Path(default_storage.path(str(file)))) for file in ordered)
    pages = merge(parts, part, title=title, language=pdfs.plaque_house(round).language)
    digest = sha256(part.read_bytes()).hexdigest()
    _settle(part, name)
    _record(round, None, edition, name, digest, found, pages)


def _write(name: str, content: bytes) -> None:
    """Whole or not at all: a reader never sees half a file, whenever we are killed."""
    part = _part(name)
    part.write_bytes(content)
    drills.point("printing.written")
    _settle(part, name)
    drills.point("printing.renamed")


def _part(name: str) -> Path:
    target = Path(default_storage.path(name))
    target.parent.mkdir(parents=True, exist_ok=True)
    return target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")


def _settle(part: Path, name: str) -> None:
    target = Path(default_storage.path(name))
    with part.open("rb+") as written:
        os.fsync(written.fileno())
    part.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _sweep_up(round: AppointmentRound) -> None:
    """What a killed worker left half-written."""
    folder = Path(default_storage.path(file_of(round, "")))
    for part in folder.glob("*.part"):
        with suppress(FileNotFoundError):
            part.unlink()


def _renew(batch: Batch, token: str, round: AppointmentRound) -> None:
    done = round.plaques.count()
    total = (round.appointments.count() + 1) * len(EDITIONS)
    if not _mine(batch, token).update(done=done, total=total, lease_until=timezone.now() + LEASE):
        raise Lost


def _fault(made: Made) -> dict[str, object] | None:
    if made.error:
        return {"what": made.error, "made": False}
    return {"what": made.warning, "made": True} if made.warning else None
