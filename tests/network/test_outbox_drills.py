"""Workers killed, brokers emptied, servers cut off: no mail twice, none lost in silence."""

import json
import os
import signal
import socket
import threading
import time
from datetime import timedelta
from functools import partial

import pytest
import redis
from django.db import connections, transaction
from django.utils import timezone

from config.celery import app
from network.actions import doorbell, jobs, mailing, sending
from network.models import JobRun, MailServer, Message
from tests import servers
from tests.elsewhere import elsewhere
from tests.plugins.services import forget_connections, wait_until

State = Message.State
pytestmark = pytest.mark.drill


def fill(network, number: int) -> None:
    mailing.post_many(
        mailing.Mail(
            network=network,
            kind="letter",
            key=f"letter:{n}",
            to=f"geheim{n}@bedrijf.example",
            name="Marleen Oosterveld",
            subject="Dag",
            words="Een zin.",
        )
        for n in range(number)
    )


def bring_in_the_rest() -> None:
    """Time passes: leases end, back-offs end, and a healthy worker looks again."""
    while Message.objects.filter(state__in=State.under_way()).exists():
        past = timezone.now() - timedelta(seconds=1)
        Message.objects.filter(state__in=[State.CLAIMED, State.HANDING]).update(lease_until=past)
        Message.objects.update(next_attempt_at=None)
        MailServer.objects.update(next_try_at=None)
        sending.sweep()


def assert_none_twice_none_lost(server, number: int, most_uncertain: int) -> None:
    taken = server.taken()
    assert len(taken) == len(set(taken)), "a mail went out twice"
    states = {str(pk): state for pk, state in Message.objects.values_list("pk", "state")}
    assert len(states) == number
    assert set(states.values()) <= {State.SENT, State.UNCERTAIN}
    silent = [pk for pk, state in states.items() if pk not in taken and state != State.UNCERTAIN]
    assert silent == []
    assert list(states.values()).count(State.UNCERTAIN) <= most_uncertain


@pytest.mark.django_db(transaction=True)
def test_workers_killed_fifty_times_over_a_thousand_mails(
    network, settings, process_env, start_mail_server, tmp_path
):
    server = start_mail_server(seconds=0.012)
    settings.EMAIL_URL = server.url
    fill(network, 1000)
    env = {**process_env, "EMAIL_URL": server.url, "OUTBOX_LEASE": "1", "OUTBOX_HANDING_LEASE": "30"}
    log = tmp_path / "workers.log"
    drill = ["-m", "tests.outbox_workers", "50", "2", str(server.log)]
    with servers.process(*drill, log=log, env=env) as workers:
        wait_until(lambda: workers.poll() is not None, seconds=240)
    assert log.read_text().splitlines()[-1] == "killed 50"
    done_by_the_killed = len(server.taken())
    bring_in_the_rest()
    assert done_by_the_killed > 200, log.read_text()[-3000:]
    assert_none_twice_none_lost(server, 1000, most_uncertain=100)


@pytest.mark.django_db(transaction=True)
def test_real_workers_killed_and_the_broker_emptied(network, settings, start_worker, start_mail_server):
    server = start_mail_server(seconds=0.01)
    settings.EMAIL_URL = server.url
    broker = redis.Redis.from_url(settings.CELERY_BROKER_URL)
    fill(network, 60)
    worker = start_worker(EMAIL_URL=server.url)
    wait_until(lambda: len(server.taken()) >= 10)
    servers.kill_group(worker, signal.SIGKILL)
    words = [
        key
        for key in broker.keys("*")
        for value in dumped(broker, key)
        if b"geheim" in value or b"Marl" in value
    ]
    assert words == [], "a name or address of a person stands in Redis"
    broker.flushall()
    assert broker.keys("*") == []
    Message.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    start_worker(EMAIL_URL=server.url)
    doorbell.ring("network.tasks.sweep_outbox")  # what beat does every thirty seconds
    wait_until(lambda: not Message.objects.filter(state__in=State.under_way()).exists())
    assert_none_twice_none_lost(server, 60, most_uncertain=2)
    assert jobs.beat_seen_at() is not None


def dumped(broker, key: bytes) -> list[bytes]:
    match broker.type(key):
        case b"list":
            return broker.lrange(key, 0, -1)
        case b"hash":
            return [*broker.hkeys(key), *broker.hvals(key)]
        case b"set":
            return list(broker.smembers(key))
        case b"zset":
            return broker.zrange(key, 0, -1)
        case _:
            return [broker.get(key) or b""]


@pytest.mark.django_db(transaction=True)
def test_a_web_process_that_dies_between_commit_and_waking_loses_nothing(network, mail_server):
    """A hundred times: committed, killed before anybody was woken; the sweeper finds them all."""

    def post_and_die(key: str) -> None:
        with transaction.atomic():
            transaction.on_commit(lambda: os.kill(os.getpid(), signal.SIGKILL))
            mailing.post(
                mailing.Mail(network=network, kind="letter", key=key, to=f"{key}@bedrijf.example", words="x")
            )

    for n in range(100):
        assert elsewhere(partial(post_and_die, f"k{n}")).wait() == -signal.SIGKILL
    assert Message.objects.filter(state=State.QUEUED).count() == 100
    assert sending.sweep() == sending.Tally(sent=100)
    assert len(set(mail_server.taken())) == 100


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_is_never_sent(network, mail_server):
    class Change(Exception):
        pass

    for n in range(20):
        with pytest.raises(Change), transaction.atomic():
            mailing.post(
                mailing.Mail(network=network, kind="letter", key=f"k{n}", to="a@bedrijf.example", words="x")
            )
            raise Change
    assert sending.sweep() == sending.Tally()
    assert Message.objects.count() == 0
    assert mail_server.taken() == []


@pytest.fixture
def broken_broker(settings):
    """The application's own time limits, and a broker that takes a connection and never says a word."""
    before = app.conf.broker_url, app.conf.broker_transport_options
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        app.conf.broker_url = f"redis://127.0.0.1:{deaf.getsockname()[1]}/0"
        app.conf.broker_transport_options = dict(settings.REDIS_TIMEOUTS)
        forget_connections(app)
        doorbell.listen_again()
        yield
    doorbell.listen_again()
    app.conf.broker_url, app.conf.broker_transport_options = before
    forget_connections(app)


@pytest.mark.django_db(transaction=True)
def test_without_a_broker_everything_is_accepted_at_once_and_leaves_later(
    network, mail_server, broken_broker
):
    begun = time.monotonic()
    for n in range(50):
        assert mailing.post(
            mailing.Mail(network=network, kind="letter", key=f"k{n}", to="a@bedrijf.example", words="x")
        )
    assert time.monotonic() - begun < 10  # one time limit of a second, not fifty
    assert sending.sweep() == sending.Tally(sent=50)


@pytest.mark.parametrize("away", ["deaf", "closed"])
@pytest.mark.django_db(transaction=True)
def test_pages_answer_and_mails_leave_while_redis_is_away(
    network, leader, process_env, mail_server, tmp_path, away
):
    fill(network, 10)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        env = {**process_env, "REDIS_URL": f"redis://127.0.0.1:{listener.getsockname()[1]}/0", "DEMO": "true"}
        if away == "closed":
            listener.close()
        log = tmp_path / "pages.log"
        command = ["-m", "tests.without_redis", "pioniers.localhost", leader.email]
        with servers.process(*command, log=log, env=env) as pages:
            wait_until(lambda: pages.poll() is not None, seconds=120)
    answers = json.loads(log.read_text().splitlines()[-1])
    assert {(name, status) for name, status, _seconds in answers} == {
        ("home", 200),
        ("contact", 200),
        ("admin:network_message_change", 200),
        ("admin:network_message_do", 302),
    }
    slow = [name for name, _status, seconds in answers if seconds > 1.5]
    assert len(slow) <= len(answers) * 0.05
    assert sending.sweep() == sending.Tally(sent=10)


@pytest.mark.django_db(transaction=True)
def test_forty_racing_firings_run_a_job_once(db):
    ran: list[bool] = []
    barrier = threading.Barrier(40)

    def fire() -> None:
        try:
            barrier.wait()
            ran.append(jobs.run_once("race", "2026-11-23", lambda: {"by": 1}))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=fire) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ran) == [False] * 39 + [True]
    assert JobRun.objects.get().outcome["by"] == 1
