"""Fixtures for real services: Redis, a Celery worker, and how a process reaches the test's database."""

import itertools
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from subprocess import Popen
from urllib.parse import quote

import kombu.pools
import pytest
from celery import Celery

from tests import servers


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """A Redis of this test process alone; empty it at will."""
    with servers.redis_server() as url:
        yield url


def database_url() -> str:
    """How another process reaches the database that this test uses."""
    from django.db import connection

    at = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{at['NAME']}"
    login = quote(at["USER"]) + (f":{quote(at['PASSWORD'])}" if at["PASSWORD"] else "")
    if str(at["HOST"]).startswith("/"):
        return f"postgres://{login}@:{at['PORT'] or 5432}/{at['HOST']}/{at['NAME']}"
    return f"postgres://{login}@{at['HOST']}:{at['PORT'] or 5432}/{at['NAME']}"


@pytest.fixture
def process_env(transactional_db: None, redis_url: str, settings) -> dict[str, str]:
    """The environment with which a process of its own works on this test's database and Redis.

    Rows must be committed for another process to see them, hence `transactional_db`.
    """
    settings.CELERY_BROKER_URL = redis_url
    return {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": database_url(),
        "REDIS_URL": redis_url,
        "EMBEDDED": "true",
        "VAR_DIR": str(settings.VAR_DIR),
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
    }


@pytest.fixture
def celery_on_redis(redis_url: str) -> Iterator[str]:
    """This process rings its doorbells at the real Redis instead of in memory."""
    import redis

    from config.celery import app

    before = app.conf.broker_url
    app.conf.broker_url = redis_url
    forget_connections(app)
    redis.Redis.from_url(redis_url).flushall()
    yield redis_url
    app.conf.broker_url = before
    forget_connections(app)


def forget_connections(app: Celery) -> None:
    """The next doorbell opens a connection of its own: the pools of kombu outlive a test."""
    kombu.pools.reset()
    app._pool = None
    app.amqp._producer_pool = None


@pytest.fixture
def start_worker(
    process_env: dict[str, str], celery_on_redis: str, tmp_path: Path
) -> Iterator[Callable[..., Popen]]:
    """Starts a real Celery worker on this test's database; call again for another. All end with the test."""
    with ExitStack() as running:
        count = itertools.count(1)

        def start(*arguments: str, concurrency: int = 2, ready: bool = True, **env: str) -> Popen:
            name = f"worker{next(count)}"
            log = tmp_path / f"{name}.log"
            command = [
                "-m",
                "celery",
                "-A",
                "config",
                "worker",
                "--loglevel",
                "INFO",
                "-n",
                f"{name}@localhost",
            ]
            options = ["--concurrency", str(concurrency), "--without-gossip", "--without-mingle", *arguments]
            worker = running.enter_context(
                servers.process(*command, *options, log=log, env={**process_env, **env})
            )
            if ready:
                wait_until(lambda: " ready." in log.read_text() or worker.poll() is not None)
                assert worker.poll() is None, log.read_text()
            return worker

        yield start


def wait_until(true: Callable[[], object], seconds: float = 30) -> None:
    """Looks again and again, instead of sleeping for a guess; fails when it never comes true."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, f"not within {seconds} s"
        time.sleep(0.05)
