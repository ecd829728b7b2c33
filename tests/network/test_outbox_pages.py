"""What a leader sees and does in the outbox, with own texts, and when writing to people."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from network.actions import composing, mailing, writing
from network.models import Message, MessagePreference, MessageText
from tests.conftest import client_for

State = Message.State
EDITABLE = "weekly_digest"


def letter_to(network, key="1", **more):
    return mailing.post(
        mailing.Mail(
            network=network,
            kind="letter",
            key=f"letter:{key}",
            to=f"p{key}@bedrijf.example",
            name=f"Persoon {key}",
            subject="Dag",
            words="Beste {first_name} met **vet** en <b>geen html</b>.",
            reason="omdat het kan",
            **more,
        )
    )


def do(client, message, verb):
    return client.post(reverse("admin:network_message_do", args=[message.pk, verb]), follow=True)


def state_of(message) -> str:
    message.refresh_from_db()
    return message.state


@pytest.mark.parametrize(
    ("verb", "before", "after"),
    [
        ("hold", State.QUEUED, State.HELD),
        ("release", State.HELD, State.QUEUED),
        ("drop", State.QUEUED, State.DROPPED),
        ("drop", State.HELD, State.DROPPED),
        ("drop", State.FAILED, State.DROPPED),
        ("received", State.UNCERTAIN, State.SENT),
        ("again", State.UNCERTAIN, State.QUEUED),
        ("again", State.FAILED, State.QUEUED),
    ],
)
def test_each_verb_takes_a_mail_from_one_state_to_another(leader_client, network, verb, before, after):
    message = letter_to(network)
    for state in State:
        Message.objects.update(state=state, handing_at=timezone.now(), sent_at=None)
        do(leader_client, message, verb)
        allowed = state == before or (
            (verb, state)
            in {
                ("drop", State.QUEUED), ("drop", State.HELD), ("drop", State.FAILED),
                ("again", State.UNCERTAIN), ("again", State.FAILED),
            }
        )  # fmt: skip
        assert state_of(message) == (after if allowed else state)


def test_a_mail_that_is_sent_again_keeps_its_message_id(leader_client, network):
    message = letter_to(network)
    Message.objects.update(state=State.UNCERTAIN, attempts=4, claimed_by="killed")
    before = message.message_id
    do(leader_client, message, "again")
    message.refresh_from_db()
    assert (message.state, message.attempts, message.claimed_by) == (State.QUEUED, 0, "")
    assert message.message_id == before
    assert message.due if hasattr(message, "due") else Message.objects.due(timezone.now()).get() == message


def test_looking_changes_nothing_and_shows_the_mail(leader_client, network):
    message = letter_to(network)
    before = Message.objects.values().get()
    page = leader_client.get(reverse("admin:network_message_change", args=[message.pk]))
    content = page.content.decode()
    assert page.status_code == 200
    assert Message.objects.values().get() == before
    assert "p1@bedrijf.example" in content
    assert "omdat het kan" in content
    assert 'sandbox=""' in content
    assert "&lt;strong&gt;vet&lt;/strong&gt;" in content  # inside srcdoc
    assert "&amp;lt;b&amp;gt;geen html" in content
    assert "style=&quot;" not in content
    assert (
        leader_client.get(reverse("admin:network_message_do", args=[message.pk, "drop"])).status_code == 404
    )
    assert state_of(message) == State.QUEUED


def test_another_networks_mail_does_not_exist(network, other_network, leader_client, other_leader):
    message = letter_to(network)
    theirs = client_for(other_leader, other_network)
    for url in (
        reverse("admin:network_message_change", args=[message.pk]),
        reverse("admin:network_message_edit", args=[message.pk]),
        reverse("admin:network_message_change", args=[2**63]),
    ):
        assert theirs.get(url).status_code == 404
    assert theirs.post(reverse("admin:network_message_do", args=[message.pk, "drop"])).status_code == 404
    assert state_of(message) == State.QUEUED
    assert (
        "p1@bedrijf.example" not in theirs.get(reverse("admin:network_message_changelist")).content.decode()
    )
    assert (
        "p1@bedrijf.example"
        in leader_client.get(reverse("admin:network_message_changelist")).content.decode()
    )


def test_a_changed_text_keeps_the_frame(leader_client, leader, network):
    message = letter_to(network)
    url = reverse("admin:network_message_edit", args=[message.pk])
    shown = leader_client.post(url, {"subject": "Anders", "words": "Zeg ik\n\nzo.", "preview": "1"})
    assert "Zeg ik" in shown.content.decode()
    message.refresh_from_db()
    assert (message.subject, message.edited_at) == ("Dag", None)
    assert leader_client.post(url, {"subject": "Anders", "words": "Zeg ik\n\nzo."}).status_code == 302
    message.refresh_from_db()
    assert (message.subject, message.words, message.edited_by) == ("Anders", "Zeg ik\n\nzo.", leader)
    mail = composing.Composer().compose(message)
    assert mail.subject == "Anders"
    assert "Zeg ik" in mail.text
    assert network.name in mail.text


def test_a_sent_mail_cannot_be_changed(leader_client, network):
    message = letter_to(network)
    Message.objects.update(state=State.SENT)
    url = reverse("admin:network_message_edit", args=[message.pk])
    assert leader_client.post(url, {"subject": "Anders", "words": "x"}).status_code == 302
    message.refresh_from_db()
    assert message.subject == "Dag"


def test_codes_to_sign_in_are_never_shown(leader_client, network):
    message = mailing.post(
        mailing.Mail(
            network=network,
            kind="sign_in",
            key="s",
            to="a@bedrijf.example",
            context={"code": "481207", "link": "https://x.example/geheim", "minutes": 10},
        )
    )
    page = leader_client.get(reverse("admin:network_message_change", args=[message.pk])).content.decode()
    assert "481207" not in page
    assert "geheim" not in page


def test_the_list_asks_the_same_queries_for_one_and_for_three(
    leader_client, network, django_assert_max_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    url = reverse("admin:network_message_changelist")
    letter_to(network)
    leader_client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as one:
        leader_client.get(url)
    letter_to(network, "2")
    letter_to(network, "3")
    with CaptureQueriesContext(connection) as three:
        leader_client.get(url)
    assert len(one) == len(three)


def test_holding_several_at_once(leader_client, network):
    mails = [letter_to(network, str(n)) for n in range(3)]
    Message.objects.filter(pk=mails[0].pk).update(state=State.SENT)
    ticked = {"action": "hold_selected", "_selected_action": [mail.pk for mail in mails]}
    shown = leader_client.post(reverse("admin:network_message_changelist"), ticked)
    assert {message for message, _now in shown.context["lines"]} == set(mails[1:])
    assert [state_of(mail) for mail in mails] == [State.SENT, State.QUEUED, State.QUEUED]
    leader_client.post(reverse("admin:network_message_changelist"), {**ticked, "carry_out": "1"})
    assert [state_of(mail) for mail in mails] == [State.SENT, State.HELD, State.HELD]


def test_waiting_mail_is_told(leader_client, network):
    letter_to(network, not_before=timezone.now() - timedelta(minutes=20))
    page = leader_client.get(reverse("admin:network_message_changelist"))
    assert page.context["is_late"] is True


# --- Own texts --------------------------------------------------------------------------------------------


def text_url(language="nl"):
    return reverse("admin:network_messagetext_text", args=[EDITABLE, language])


def test_own_text_takes_the_place_of_the_built_in_one(leader_client, leader, network):
    words = {"subject": "Week, {first_name}", "body": "Er wachten **{waiting}** dingen."}
    assert leader_client.post(text_url(), words).status_code == 302
    text = MessageText.objects.get()
    assert (text.network, text.kind, text.variant, text.language) == (network, EDITABLE, "", "nl")
    for language, ours in (("nl", True), ("en", False)):
        message = mailing.post(
            mailing.Mail(
                network=network,
                kind=EDITABLE,
                key=language,
                to=leader.email,
                name="Karin V",
                language=language,
            )
        )
        mail = composing.Composer().compose(message)
        assert (mail.subject == "Week, Karin") is ours
        assert ("Er wachten 0 dingen." in mail.text) is ours
        assert "/beheer/" in mail.text


def test_one_begins_with_the_built_in_text_and_a_copy_of_it_is_not_kept(leader_client, network):
    form = leader_client.get(text_url()).context["form"]
    words = {"subject": form["subject"].value(), "body": form["body"].value()}
    assert "{first_name}" in words["body"]
    assert "{waiting}" in words["subject"]
    typed = words | {"body": words["body"].replace("\n", "\r\n")}  # as a browser sends it
    assert leader_client.post(text_url(), typed).status_code == 302
    assert MessageText.objects.count() == 0
    leader_client.post(text_url(), words | {"body": words["body"] + " Groet."})
    assert MessageText.objects.get().body == words["body"] + " Groet."
    assert leader_client.get(text_url()).context["form"]["body"].value() == words["body"] + " Groet."


def test_an_unknown_placeholder_is_refused_and_nothing_typed_is_lost(leader_client, network):
    words = {"subject": "Dag {voornaam}", "body": "Tekst met { en {waiting}."}
    page = leader_client.post(text_url(), words)
    assert page.status_code == 200
    assert set(page.context["form"].errors) == {"subject", "body"}
    assert "{voornaam}" in page.content.decode()
    assert "Tekst met {" in page.content.decode()
    assert MessageText.objects.count() == 0


def test_looking_at_an_own_text_saves_nothing(leader_client, network):
    page = leader_client.post(text_url(), {"subject": "S", "body": "Proefzin.", "preview": "1"})
    assert "Proefzin." in page.context["shown"].text
    assert MessageText.objects.count() == 0


def test_back_to_the_built_in_text(leader_client, network, other_network):
    for owner in (network, other_network):
        MessageText.objects.create(network=owner, kind=EDITABLE, subject="S", body="B")
    leader_client.post(text_url(), {"remove": "1"})
    assert MessageText.objects.get().network == other_network


@pytest.mark.parametrize("args", [["sign_in", "nl"], ["onbekend", "nl"], [EDITABLE, "fr"]])
def test_texts_that_are_not_to_be_changed(leader_client, network, args):
    assert leader_client.get(reverse("admin:network_messagetext_text", args=args)).status_code == 404


def test_the_list_of_texts_names_every_editable_kind(leader_client, network):
    page = leader_client.get(reverse("admin:network_messagetext_changelist"))
    assert EDITABLE in {row["kind"].name for row in page.context["rows"]}
    assert "sign_in" not in {row["kind"].name for row in page.context["rows"]}


# --- Writing to people -------------------------------------------------------------------------------------


def test_each_gets_a_mail_of_their_own_once(network, leader, ambassador, other_ambassador):
    other_ambassador.email = ""
    other_ambassador.save()
    people = [ambassador, other_ambassador, ambassador]
    for expected in (1, 0):
        assert (
            writing.write_to(
                people,
                network=network,
                subject="Dag {first_name}",
                body="Beste {first_name}, {name}.",
                by=leader,
                letter="0" * 16,
            )
            == expected
        )
    message = Message.objects.get()
    assert (message.recipient, message.recipient_name) == (ambassador.email, "Marleen Oosterveld")
    assert (message.subject, message.words) == ("Dag Marleen", "Beste Marleen, Marleen Oosterveld.")


def test_whoever_stopped_news_is_named_and_left_out(network, ambassador, other_ambassador):
    MessagePreference.objects.create(network=network, email=ambassador.email.upper(), group="news")
    found = writing.recipients(network, [ambassador, other_ambassador])
    assert [(r.first_name, r.gets_it) for r in found] == [("Marleen", False), ("Bram", True)]
