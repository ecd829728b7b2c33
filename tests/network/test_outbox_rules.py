"""Rules around the outbox: words, ways out, jobs of the clock, the overview of the week, the command."""

import json
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from network import delivery, links, wording
from network.actions import composing, digest, jobs, mailing, sending
from network.models import JobRun, MailServer, Message

# --- Words --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "html", "text"),
    [
        ("Een.\n\nTwee.", "<p>Een.</p>\n<p>Twee.</p>", "Een.\n\nTwee."),
        ("Een\r\ntwee", "<p>Een<br>twee</p>", "Een\ntwee"),
        ("Kies:\n- a\n- b\nja", "<p>Kies:</p><ul><li>a</li><li>b</li></ul><p>ja</p>", "Kies:\n- a\n- b\nja"),
        ("**vet** & <i>", "<p><strong>vet</strong> &amp; &lt;i&gt;</p>", "vet & <i>"),
        ("[hier](https://a.nl/?b&c)", '<p><a href="https://a.nl/?b&amp;c">hier</a></p>', "hier (https://a.nl/?b&c)"),
        ("Zie https://a.nl.", '<p>Zie <a href="https://a.nl">https://a.nl</a>.</p>', "Zie https://a.nl."),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>", "[x](javascript:alert(1))"),
    ],
)  # fmt: skip
def test_the_few_marks(words, html, text):
    assert (wording.to_html(words), wording.to_text(words)) == (html, text)


@given(st.text())
def test_nothing_typed_becomes_an_element_of_its_own(words):
    html = wording.to_html(words)
    for mark in ("<p>", "</p>", "<br>", "<ul>", "</ul>", "<li>", "</li>", "<strong>", "</strong>", "</a>"):
        html = html.replace(mark, "")
    html = "".join(part.partition('">')[2] if at else part for at, part in enumerate(html.split('<a href="')))
    assert "<" not in html


@given(st.text(alphabet="a{}b_ "), st.sets(st.sampled_from(["a", "b", "a_b"])))
def test_words_without_unknown_placeholders_have_no_brace_left(words, known):
    if not wording.unknown_placeholders(words, known):
        assert not set("{}") & set(wording.filled(words, dict.fromkeys(known, "x")))


def test_a_value_is_not_read_for_placeholders_again():
    assert wording.filled("{a} {b}", {"a": "{b}", "b": "geheim"}) == "{b} geheim"


OURS = "koploper.localhost"


# --- Ways out -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.example", delivery.SmtpRoute("mail.example", 25, greeting=OURS)),
        ("smtp+tls://j%40x:p%3A@m.nl", delivery.SmtpRoute("m.nl", 587, "j@x", "p:", "starttls", OURS)),
        ("smtps://u:p@mail.example", delivery.SmtpRoute("mail.example", 465, "u", "p", "ssl", OURS)),
        ("postmark://TOKEN@", delivery.ProviderRoute("postmark", {"server_token": "TOKEN"})),
        ("mailgun://KEY@mg.example.nl?api_url=https://eu.example/v3",
         delivery.ProviderRoute(
             "mailgun",
             {"api_key": "KEY", "sender_domain": "mg.example.nl", "api_url": "https://eu.example/v3"},
         )),
        ("mailjet://KEY:S@", delivery.ProviderRoute("mailjet", {"api_key": "KEY", "secret_key": "S"})),
    ],
)  # fmt: skip
def test_an_address_names_the_way(url, expected):
    assert delivery.route(url) == expected


def test_an_address_that_leads_nowhere_says_what_is_known():
    with pytest.raises(delivery.BadAddress, match="known are smtp, folder, brevo"):
        delivery.route("carrier-pigeon://x")


@pytest.mark.parametrize("scheme", delivery.PROVIDERS)
def test_every_provider_opens(scheme):
    route = delivery.route(f"{scheme}://KEY:SECRET@mail.example")
    if scheme != "mailjet":
        route.options.pop("secret_key", None)
    if scheme == "scaleway":
        route.options |= {"secret_key": "KEY", "project_id": "P"}
    route.open()
    assert route.is_open
    route.close()
    assert not route.is_open


# --- Jobs of the clock ------------------------------------------------------------------------------------


def test_a_job_runs_once_for_a_period(db):
    ran = []
    for period in ("1", "1", "2", "1"):
        jobs.run_once("job", period, lambda period=period: ran.append(period))
    assert ran == ["1", "2"]


def test_a_job_that_fails_gives_its_period_back(db):
    def broken():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        jobs.run_once("job", "1", broken)
    assert JobRun.objects.count() == 0
    assert jobs.run_once("job", "1", lambda: {"n": 3}) is True
    assert JobRun.objects.get().outcome["n"] == 3


def test_a_run_that_was_killed_is_repeated_after_its_lease(db):
    JobRun.objects.create(pk="job:1", started_at=timezone.now() - timedelta(minutes=29))
    assert jobs.run_once("job", "1", dict) is False
    JobRun.objects.update(started_at=timezone.now() - timedelta(minutes=31))
    assert jobs.run_once("job", "1", dict) is True
    assert jobs.run_once("job", "1", dict) is False


def test_the_beat_is_remembered(db):
    assert jobs.beat_seen_at() is None
    jobs.see_beat()
    first = jobs.beat_seen_at()
    jobs.see_beat()
    assert jobs.beat_seen_at() >= first


# --- The week -----------------------------------------------------------------------------------------------


def test_the_overview_goes_out_once_a_week_to_whoever_runs_a_network(
    network, other_network, leader, facilitator, client_reader, other_leader
):
    def posted(moment):
        with time_machine.travel(moment, tick=False):
            return digest.post_when_due()

    assert posted("2026-11-23T06:30:00+01:00") is False  # Monday, too early
    assert posted("2026-11-23T07:05:00+01:00") is True
    assert posted("2026-11-23T08:05:00+01:00") is False
    assert posted("2026-11-29T12:00:00+01:00") is False
    assert posted("2026-12-02T12:00:00+01:00") is True  # the clock stood still on Monday
    people = [leader.email, facilitator.email, other_leader.email]
    assert sorted(Message.objects.values_list("recipient", flat=True)) == sorted(people * 2)


def test_the_overview_tells_how_things_stand_when_it_leaves(network, leader, today):
    digest.post_digests(period="2026-W48")
    message = Message.objects.get()
    calm = composing.Composer().compose(message)
    assert "de week in een minuut" in calm.subject
    letter = mailing.post(
        mailing.Mail(network=network, kind="letter", key="k", to="a@bedrijf.example", name="Bram", words="x")
    )
    Message.objects.filter(pk=letter.pk).update(state="uncertain", handing_at=timezone.now())
    busy = composing.Composer().compose(message)
    assert "Bram" in busy.text
    assert busy.subject != calm.subject


# --- The command and the figures -----------------------------------------------------------------------


def outbox(*arguments) -> dict:
    out = StringIO()
    call_command("outbox", "--json", *arguments, stdout=out)
    return json.loads(out.getvalue())


def test_the_command_counts_and_sends(network, mail_server):
    mailing.post(mailing.Mail(network=network, kind="letter", key="1", to="a@bedrijf.example", words="x"))
    later = timezone.now() + timedelta(hours=1)
    mailing.post(
        mailing.Mail(
            network=network, kind="letter", key="2", to="b@bedrijf.example", words="x", not_before=later
        )
    )
    before = outbox()
    assert (before["states"]["queued"], before["due"]) == (2, 1)
    after = outbox("--sweep")
    assert (after["states"]["queued"], after["states"]["sent"], after["due"]) == (1, 1, 0)
    assert after["swept"]["sent"] == 1
    assert len(mail_server.taken()) == 1
    out = StringIO()
    call_command("outbox", stdout=out)
    assert out.getvalue().split() == ["1", "wacht", "1", "verstuurd"]


def test_the_backlog_of_one_network(network, other_network):
    since = timezone.now() - timedelta(hours=2)
    for at, owner in enumerate((network, network, other_network)):
        message = mailing.post(
            mailing.Mail(network=owner, kind="letter", key=str(at), to="a@bedrijf.example", words="x")
        )
        Message.objects.filter(pk=message.pk).update(not_before=since)
    Message.objects.filter(key="1").update(state="uncertain")
    assert sending.backlog(network) == sending.Backlog(1, since, 1, 0, 0, None)
    assert sending.backlog() == sending.Backlog(2, since, 1, 0, 0, None)
    assert sending.backlog().age >= timedelta(hours=2)
    assert MailServer.objects.count() == 0


# --- Plain values and seals -----------------------------------------------------------------------------


def test_plain_values_come_back_as_they_were(today):
    values = {
        "day": today, "moment": timezone.now(), "n": 3, "text": "é", "none": None, "yes": True,
        "list": [today, {"a": today, "datetime": "x"}], "dict": {"date": "no date"},
    }  # fmt: skip
    assert mailing.unpacked(json.loads(json.dumps(mailing.packed(values)))) == values


def test_a_record_is_no_plain_value(network):
    with pytest.raises(TypeError, match="no plain value"):
        mailing.packed({"network": network})


def test_only_what_we_sealed_opens(network):
    token = links.seal(network, "a@bedrijf.example", "news")
    assert links.unseal(token) == (network.pk, "a@bedrijf.example", "news")
    assert links.unseal(token[:-4] + "AAA=") is None
    assert links.unseal("é") is None
