"""From a row of the outbox to a real mail server."""

import json
import threading
from datetime import timedelta
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.utils import timezone

from network import messages
from network.actions import mailing, sending
from network.emails import NEWS
from network.models import MailServer, Message
from tests import servers

State = Message.State


def letter_to(network, address="marleen@bedrijf.example", key="letter:1", **more):
    return mailing.post(
        mailing.Mail(
            network=network,
            kind="letter",
            key=key,
            to=address,
            name="Marleen Oosterveld",
            subject="Dag Marleen",
            words="Een eerste zin.\n\n- punt één\n- punt twee",
            **more,
        )
    )


def state_of(message) -> str:
    message.refresh_from_db()
    return message.state


def test_a_mail_leaves_once_with_all_its_headers(network, mail_server):
    message = letter_to(network)
    assert sending.sweep().sent == 1
    assert sending.sweep() == sending.Tally()
    message.refresh_from_db()
    assert (message.state, message.attempts, message.lease_until) == (State.SENT, 1, None)
    assert message.sent_at is not None
    mail = message_from_bytes(mail_server.mail(message), policy=policy.default)
    assert mail_server.lines() == [f"{message.pk} {message.message_id} marleen@bedrijf.example"]
    assert {name.lower() for name in mail.keys()} == {  # noqa: SIM118
        "from", "to", "subject", "date", "message-id", "x-outbox-id", "auto-submitted", "reply-to",
        "list-unsubscribe", "list-unsubscribe-post", "mime-version", "content-type", "x-peer",
    } - {"x-peer"}  # fmt: skip
    assert mail["From"] == "Pioniers Overijssel <post@koploper.localhost>"
    assert mail["To"] == "Marleen Oosterveld <marleen@bedrijf.example>"
    assert mail["Subject"] == "Dag Marleen"
    assert mail["Message-ID"] == message.message_id
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    text = mail.get_body(("plain",)).get_content()
    html = mail.get_body(("html",)).get_content()
    assert "- punt één\n- punt twee" in text.replace("\r\n", "\n")
    assert "<li" in html
    assert "punt één" in html
    assert "<style" not in html
    assert (message.body_text.strip(), message.body_html.strip()) == (
        text.replace("\r\n", "\n").strip(),
        html.replace("\r\n", "\n").strip(),
    )


def test_the_same_key_makes_one_mail(network):
    assert letter_to(network) is not None
    assert letter_to(network) is None
    assert Message.objects.count() == 1


def test_a_mail_waits_for_its_moment(network, mail_server):
    message = letter_to(network, not_before=timezone.now() + timedelta(hours=1))
    assert sending.sweep() == sending.Tally()
    assert state_of(message) == State.QUEUED
    assert sending.deliver([message.pk]) == sending.Tally()


def test_held_mail_stays(network, mail_server):
    message = letter_to(network)
    Message.objects.update(state=State.HELD)
    assert sending.sweep() == sending.Tally()
    assert state_of(message) == State.HELD


def test_what_the_server_refuses_for_good_failed(network, mail_server):
    message = letter_to(network, "nobody@bedrijf.example")
    fine = letter_to(network, key="letter:2")
    assert sending.sweep() == sending.Tally(sent=1, failed=1)
    message.refresh_from_db()
    assert (message.state, message.last_error) == (State.FAILED, "550 no such person")
    assert state_of(fine) == State.SENT


def test_what_the_server_refuses_for_now_is_tried_again_later(network, mail_server):
    message = letter_to(network, "later@bedrijf.example")
    now = timezone.now()
    assert sending.sweep() == sending.Tally(again=1)
    message.refresh_from_db()
    assert (message.state, message.last_error, message.attempts) == (State.QUEUED, "451 come back later", 1)
    assert timedelta(seconds=40) < message.next_attempt_at - now < timedelta(seconds=90)
    assert sending.sweep() == sending.Tally()
    Message.objects.update(next_attempt_at=now, recipient="marleen@bedrijf.example")
    assert sending.sweep() == sending.Tally(sent=1)


def test_back_off_doubles_to_half_an_hour():
    for attempts, minutes in [(1, 1), (2, 2), (3, 4), (5, 16), (6, 30), (90, 30)]:
        delay = sending.back_off(attempts) / timedelta(minutes=minutes)
        assert 0.75 <= delay <= 1.25


def test_while_the_server_is_down_it_is_tried_once_in_five_seconds(network, settings, start_mail_server):
    port = servers.free_port()
    settings.EMAIL_URL = f"smtp://127.0.0.1:{port}"
    mails = [letter_to(network, key=f"letter:{n}") for n in range(3)]
    assert sending.sweep() == sending.Tally(server_down=True)
    server = MailServer.objects.get()
    assert server.down_since is not None
    first_try = server.next_try_at
    assert sending.sweep() == sending.Tally(server_down=True)  # too soon: nobody connected
    server.refresh_from_db()
    assert server.next_try_at == first_try
    assert sending.backlog(network).server_down_since == server.down_since
    assert sending.backlog(network).waiting == 3
    MailServer.objects.update(next_try_at=timezone.now())
    running = start_mail_server(port=port)
    assert sending.sweep() == sending.Tally(sent=3)
    assert running.taken() == [str(mail.pk) for mail in mails]
    server.refresh_from_db()
    assert server.down_since is None
    assert sending.backlog(network) == sending.Backlog(0, None, 0, 0, 0, None)


def test_a_claim_whose_lease_is_over_is_repeated(network, mail_server):
    message = letter_to(network)
    past = timezone.now() - timedelta(seconds=1)
    Message.objects.update(state=State.CLAIMED, claimed_by="killed", lease_until=past)
    assert sending.sweep() == sending.Tally(sent=1)
    assert mail_server.taken() == [str(message.pk)]


def test_a_hand_over_that_was_cut_off_is_left_to_the_leader(network, mail_server):
    message = letter_to(network)
    past = timezone.now() - timedelta(seconds=1)
    Message.objects.update(state=State.HANDING, claimed_by="killed", lease_until=past)
    assert sending.sweep() == sending.Tally()
    assert state_of(message) == State.UNCERTAIN
    assert mail_server.taken() == []


def test_a_lease_that_still_runs_is_left_alone(network, mail_server):
    future = timezone.now() + timedelta(seconds=60)
    for state in (State.CLAIMED, State.HANDING):
        message = letter_to(network, key=f"letter:{state}")
        Message.objects.filter(pk=message.pk).update(state=state, claimed_by="busy", lease_until=future)
    assert sending.sweep() == sending.Tally()
    assert set(Message.objects.values_list("state", flat=True)) == {State.CLAIMED, State.HANDING}


def test_a_claim_that_was_lost_meanwhile_hands_nothing_over(network, mail_server):
    message = letter_to(network)
    sender = sending.Sender(sending.delivery.route())
    assert sender._connected()
    claimed = sender._claim(message.pk)
    Message.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    sender._hand_over(claimed)
    assert sender.tally == sending.Tally()
    assert mail_server.taken() == []
    assert sending.sweep() == sending.Tally(sent=1)


def test_a_server_that_takes_the_mail_and_says_nothing(network, settings, start_mail_server):
    server = start_mail_server("random")
    settings.EMAIL_URL = server.url
    mails = [letter_to(network, key=f"letter:{n}") for n in range(60)]
    while Message.objects.filter(state=State.QUEUED).exists():
        Message.objects.update(next_attempt_at=None)
        MailServer.objects.update(next_try_at=None)
        sending.sweep()
    taken = server.taken()
    assert len(taken) == len(set(taken))
    states = dict(Message.objects.values_list("pk", "state"))
    assert set(states.values()) == {State.SENT, State.UNCERTAIN}
    for mail in mails:
        assert states[mail.pk] == State.UNCERTAIN or str(mail.pk) in taken


@pytest.mark.parametrize("part", ["to", "name", "reply_to", "subject"])
def test_a_line_break_never_becomes_a_header(network, part):
    mail = {"to": "a@bedrijf.example", "name": "A", "reply_to": "b@bedrijf.example", "subject": "Dag"}
    mail[part] += "\r\nBcc: all@bedrijf.example"
    with pytest.raises(ValueError, match="line break"):
        mailing.post(mailing.Mail(network=network, kind="letter", key="k", **mail))
    assert Message.objects.count() == 0


def test_a_kind_that_is_no_longer_due_is_dropped_with_the_reason(network, mail_server, monkeypatch):
    kind = messages.Kind(
        "letter", NEWS, "T", "network/email/letter", still_due=lambda message: "already answered"
    )
    monkeypatch.setitem(messages._kinds, "letter", kind)
    message = letter_to(network)
    assert sending.sweep() == sending.Tally(dropped=1)
    message.refresh_from_db()
    assert (message.state, message.last_error) == (State.DROPPED, "already answered")
    assert mail_server.taken() == []


def test_a_code_that_came_too_late_is_not_sent(network, mail_server):
    for key, minutes in (("fresh", 9), ("stale", 11)):
        message = mailing.post(
            mailing.Mail(
                network=network,
                kind="sign_in",
                key=key,
                to=f"{key}@bedrijf.example",
                context={"code": "123456", "link": "https://x.example", "minutes": 10},
            )
        )
        Message.objects.filter(pk=message.pk).update(created_at=timezone.now() - timedelta(minutes=minutes))
    assert sending.sweep() == sending.Tally(sent=1, dropped=1)
    assert dict(Message.objects.values_list("key", "state")) == {"fresh": State.SENT, "stale": State.DROPPED}
    assert [message.data for message in Message.objects.all()] == [{}, {}]


def test_working_hours_postpone_a_mail(network, mail_server, monkeypatch):
    opens = timezone.now() + timedelta(hours=8)
    kind = messages.Kind("letter", NEWS, "T", "network/email/letter", window=lambda network, now: opens)
    monkeypatch.setitem(messages._kinds, "letter", kind)
    message = letter_to(network)
    assert sending.sweep() == sending.Tally(postponed=1)
    message.refresh_from_db()
    assert (message.state, message.not_before, message.attempts) == (State.QUEUED, opens, 0)


def test_in_a_folder_every_mail_is_one_file(network, settings, tmp_path):
    settings.EMAIL_URL = f"folder://{tmp_path}/post"
    message = letter_to(network)
    assert sending.sweep() == sending.Tally(sent=1)
    files = list((tmp_path / "post").iterdir())
    assert [file.name for file in files] == [f"{message.pk}.eml"]
    mail = message_from_bytes(files[0].read_bytes(), policy=policy.default)
    assert mail["X-Outbox-Id"] == str(message.pk)


@pytest.mark.parametrize("part", ["context", "still_due"])
def test_a_fault_in_one_mail_is_shown_and_does_not_hold_up_the_next(network, mail_server, monkeypatch, part):
    def broken(message):
        if message.key == "letter:1":
            raise KeyError("podium")
        return True if part == "still_due" else {}

    kind = messages.Kind("letter", NEWS, "T", "network/email/letter", **{part: broken})
    monkeypatch.setitem(messages._kinds, "letter", kind)
    message = letter_to(network)
    letter_to(network, key="letter:2")
    assert sending.sweep() == sending.Tally(failed=1, sent=1)
    message.refresh_from_db()
    assert (message.state, message.last_error) == (State.FAILED, "KeyError: 'podium'")


class Answers(BaseHTTPRequestHandler):
    """A provider that answers with the status in its address."""

    got: list[dict]

    def do_POST(self):
        self.got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        status = int(self.path.split("/")[1])
        if status == 0:
            self.connection.close()
            return
        self.send_response(status)
        self.end_headers()
        answer = {"ErrorCode": 0, "Message": "OK", "MessageID": "1", "SubmittedAt": "", "To": "a@x.nl"}
        if status == 202:
            answer = {"nobody": "understands"}
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *arguments):
        pass


@pytest.fixture
def provider():
    Answers.got = []
    server = HTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield lambda status: f"postmark://TOKEN@?api_url=http://127.0.0.1:{server.server_port}/{status}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("status", "tally", "state"),
    [
        (200, sending.Tally(sent=1), State.SENT),
        (401, sending.Tally(failed=1), State.FAILED),
        (429, sending.Tally(again=1), State.QUEUED),
        (202, sending.Tally(uncertain=1), State.UNCERTAIN),
        (500, sending.Tally(uncertain=1), State.UNCERTAIN),
        (0, sending.Tally(uncertain=1), State.UNCERTAIN),
    ],
)
def test_through_a_provider_the_same_states(network, settings, provider, status, tally, state):
    settings.EMAIL_URL = provider(status)
    message = letter_to(network)
    assert sending.sweep() == tally
    assert state_of(message) == state
    (mail,) = Answers.got
    assert mail["To"] == "Marleen Oosterveld <marleen@bedrijf.example>"
    assert mail["Subject"] == "Dag Marleen"
    assert {"Name": "X-Outbox-Id", "Value": str(message.pk)} in mail["Headers"]
    assert "punt één" in mail["TextBody"]
    assert "punt één" in mail["HtmlBody"]
