"""Production does not start with a weak setting, and says why."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from config import environment

ROOT = Path(__file__).resolve().parent.parent.parent
STRONG = "Zx8vQ-3mT_pL6rYw9sKd2fHj5gNb7cVa1uEo4iRt0yWqXzSn"
SOUND = {
    "secret_key": STRONG + "Abcdefgh",
    "encryption_keys": ["k3Y-" + STRONG],
    "debug": False,
    "allowed_hosts": ["pioniers.example"],
    "redis_url": "redis://localhost/0",
    "email_url": "smtp+tls://user:password@localhost:587",
}


def test_a_sound_environment_has_no_faults():
    assert environment.production_faults(**SOUND) == []


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"secret_key": ""}, "SECRET_KEY is missing"),
        ({"secret_key": "kort"}, "SECRET_KEY is weak"),
        ({"secret_key": "ab" * 40}, "SECRET_KEY is weak"),
        ({"secret_key": "django-insecure-" + STRONG}, "SECRET_KEY is weak"),
        ({"encryption_keys": []}, "ENCRYPTION_KEYS is missing"),
        ({"encryption_keys": ["k3Y-" + STRONG, "aaaa"]}, "ENCRYPTION_KEYS has a weak key"),
        ({"encryption_keys": [SOUND["secret_key"]]}, "ENCRYPTION_KEYS repeats SECRET_KEY"),
        ({"debug": True}, "DEBUG is on"),
        ({"demo": True}, "DEMO is on"),
        ({"allowed_hosts": []}, "ALLOWED_HOSTS is missing"),
        ({"allowed_hosts": ["*"]}, "ALLOWED_HOSTS has a wildcard"),
        ({"allowed_hosts": ["pioniers.example", "*.example"]}, "ALLOWED_HOSTS has a wildcard"),
        ({"redis_url": ""}, "REDIS_URL is missing"),
        ({"email_url": ""}, "EMAIL_URL is missing"),
        ({"site_scheme": "http"}, "SITE_SCHEME is not https"),
    ],
)
def test_each_weakness_is_named_alone(change, word):
    (fault,) = environment.production_faults(**{**SOUND, **change})
    assert fault.startswith(word)


def start(tmp_path, **variables: str) -> subprocess.CompletedProcess:
    return manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **variables)


def manage(tmp_path, *command: str, **variables: str) -> subprocess.CompletedProcess:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env={**kept, "VAR_DIR": str(tmp_path), **variables},
        capture_output=True,
        text=True,
    )


def test_a_production_start_says_everything_that_is_wrong_at_once(tmp_path):
    done = start(tmp_path, DATABASE_URL="postgres://localhost/koploper", DEBUG="true", ALLOWED_HOSTS="*")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert [line.split()[1] for line in done.stderr.splitlines() if line.startswith("- ")] == [
        "SECRET_KEY",
        "ENCRYPTION_KEYS",
        "DEBUG",
        "ALLOWED_HOSTS",
        "REDIS_URL",
        "EMAIL_URL",
    ]


def test_a_sound_production_start_has_no_deployment_warnings(tmp_path):
    done = start(
        tmp_path,
        DATABASE_URL="postgres://localhost/koploper",
        SECRET_KEY=SOUND["secret_key"],
        ENCRYPTION_KEYS="k3Y-" + STRONG,
        ALLOWED_HOSTS="pioniers.example",
        REDIS_URL="redis://localhost/0",
        EMAIL_URL="smtp+tls://user:password@localhost:587",
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "no issues" in done.stdout


def test_a_kept_secret_is_made_once_and_is_for_its_owner_only(tmp_path):
    path = tmp_path / "folder" / "secret"
    first = environment.kept_secret(path)
    assert environment.kept_secret(path) == first
    assert environment.secret_fault(first) == ""
    assert path.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in path.parent.iterdir()] == ["secret"]


@pytest.mark.parametrize(
    ("redis_url", "broker"),
    [
        ("redis://localhost:6379/2", "redis://localhost:6379/2"),
        ("rediss://user:word@host/0", "rediss://user:word@host/0"),
        ("unix:///run/redis.sock", "redis+socket:///run/redis.sock"),
        ("unix:///run/redis.sock?db=3", "redis+socket:///run/redis.sock?virtual_host=3"),
    ],
)
def test_celery_is_told_of_the_same_redis_in_its_own_words(redis_url, broker):
    assert environment.broker_url(redis_url) == broker


def test_links_made_by_hand_lead_to_where_it_was_served_last(tmp_path):
    assert environment.last_port(tmp_path) == "8000"
    (tmp_path / "port").write_text("8102\n")
    assert environment.last_port(tmp_path) == "8102"


@pytest.mark.parametrize("made", [[], ["contenttypes"]], ids=["not begun", "half made"])
def test_a_command_before_the_database_is_there_says_so_in_a_sentence(tmp_path, made):
    for app in made:
        assert manage(tmp_path, "migrate", app, "-v0").returncode == 0
    done = manage(tmp_path, "create_network", "groen", "--name", "Groen")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("The database is not ready (migrations: ")
    assert "Run: manage.py migrate." in done.stderr
    assert len(done.stderr.splitlines()) == 1
