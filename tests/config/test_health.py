"""What /healthz, /readyz and the doctor say, well and ill."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from config import health
from network.actions import jobs
from network.models import JobRun, Message
from tests import servers

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard():
    jobs.see_beat()


def mail_due(network, minutes_ago: int, state: str = "queued") -> Message:
    return Message.objects.create(
        network=network,
        kind="nudge_1",
        key=f"{state}-{minutes_ago}",
        recipient="a@b.example",
        state=state,
        not_before=timezone.now() - timedelta(minutes=minutes_ago),
    )


def test_the_process_answers_without_network_or_session(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/healthz", headers={"host": "10.0.0.1"})
    assert (response.status_code, response.content) == (200, b"ok")


def test_ready_when_all_is_well(client, heard):
    response = client.get("/readyz", headers={"host": "10.0.0.1"})
    assert (response.status_code, response.json()) == (
        200,
        {"database": "ok", "migrations": "ok", "outbox": "ok", "worker": "ok", "disk": "ok", "broker": "ok"},
    )


def test_not_ready_before_the_worker_was_heard(client):
    response = client.get("/readyz", headers={"host": "10.0.0.1"})
    assert (response.status_code, response.json()["worker"]) == (503, "fault")


def test_a_worker_that_fell_silent(heard):
    assert health.worker().state == health.State.OK
    JobRun.objects.update(finished_at=timezone.now() - timedelta(minutes=11))
    finding = health.worker()
    assert (finding.state, finding.says) == (health.State.FAULT, "last heard of 11 minutes ago")


def test_mail_that_waits_too_long_is_a_fault_and_one_just_due_is_not(network):
    mail_due(network, 9)
    assert health.outbox().state == health.State.OK
    mail_due(network, 11)
    finding = health.outbox()
    assert finding.state == health.State.FAULT
    assert finding.says.startswith("mail is waiting since ")


def test_an_uncertain_mail_is_a_warning(network):
    mail_due(network, 1, "uncertain")
    assert health.outbox().state == health.State.WARNING


def test_redis_away_is_only_a_warning(settings, redis_url):
    settings.REDIS_URL = redis_url
    assert health.broker().state == health.State.OK
    settings.REDIS_URL = f"redis://127.0.0.1:{servers.free_port()}/0"
    assert health.broker().state == health.State.WARNING


def test_a_mail_server_that_is_away_is_named(settings):
    port = servers.free_port()
    settings.EMAIL_URL = f"smtp://127.0.0.1:{port}"
    finding = health.mail()
    assert (finding.state, finding.says.split(":")[:2]) == (
        health.State.WARNING,
        ["127.0.0.1", f"{port} does not answer"],
    )


def test_a_disk_that_cannot_be_written(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "file" / "media"
    (tmp_path / "file").write_text("in the way")
    assert health.disk().state == health.State.FAULT


def test_without_pango_the_packages_are_named(monkeypatch):
    monkeypatch.setattr(health, "LIBRARIES", {"no-such-library": "libnosuch-1.0-0"})
    finding = health.pango()
    assert (finding.state, finding.mend) == (health.State.WARNING, "Install libnosuch-1.0-0.")


def test_the_doctor_looks_at_everything_and_says_how_to_mend(capsys):
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("doctor", stdout=out)
    lines = out.getvalue().splitlines()
    assert ended.value.code == 1
    assert [line.split()[-1] for line in lines if "ok" in line[:7]]
    assert any("FAULT" in line and "worker" in line for line in lines)
    assert any("-> Start the worker and the clock" in line for line in lines)


def test_the_doctor_for_a_machine(heard):
    out = StringIO()
    call_command("doctor", "--json", stdout=out)
    findings = {finding["name"]: finding["state"] for finding in json.loads(out.getvalue())}
    assert set(findings) == {
        "database", "integrity", "migrations", "broker", "worker", "outbox", "mail", "Pango", "fonts", "disk",
        "secrets",
    }  # fmt: skip
    assert findings["database"] == findings["migrations"] == findings["worker"] == findings["secrets"] == "ok"
