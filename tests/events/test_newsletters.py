"""The newsletter: nobody gets it without a yes from the mail, an issue goes out once, one click stops it."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events import newsletters as issues
from events.actions import newsletters
from events.models import Newsletter, Subscription
from network.actions import composing, preferring
from network.models import Message, MessagePreference
from network.suspicion import Signs
from tests.knowledgebank.conftest import make_story, make_tool
from tests.site.test_public_pages import make_podium

pytestmark = pytest.mark.usefixtures("today")
PERSON = Signs(seconds=9.0, filled_trap=False, place="hier")


def ask(network, email: str = "Lezer@Bedrijf.example", **signs) -> None:
    newsletters.ask(network=network, email=email, language="nl", signs=Signs(**{**vars(PERSON), **signs}))


def reader(network, email: str) -> Subscription:
    now = timezone.now()
    return Subscription.objects.create(
        network=network, email=email, asked_at=now, confirmed_at=now, consent_text="1"
    )


def read_by(network) -> list[str]:
    found = Subscription.objects.filter(network=network).reading()
    return sorted(found.values_list("email", flat=True))


def test_only_the_button_behind_the_mail_says_yes(network, visitor):
    ask(network)
    assert read_by(network) == []
    message = Message.objects.get(kind="newsletter_confirm")
    assert message.recipient == "lezer@bedrijf.example"
    text = composing.Composer().compose(message).text
    address = re.search(r"http://pioniers\.localhost[^/]*(/nieuwsbrief/bevestigen/\S+)", text)[1]
    for _scanner in range(3):
        assert "Ja, stuur mij de nieuwsbrief" in visitor.get(address).text
    assert read_by(network) == []
    assert "Je krijgt de nieuwsbrief" in visitor.post(address).text
    assert read_by(network) == ["lezer@bedrijf.example"]


def test_a_link_works_two_days_and_in_its_network_only(network, other_network, visitor, time_machine):
    ask(network)
    token = newsletters.token(Subscription.objects.get())
    assert newsletters.subscription_of(other_network, token) is None
    time_machine.move_to("2026-11-25T12:00:01+01:00", tick=False)
    assert "werkt niet meer" in visitor.post(f"/nieuwsbrief/bevestigen/{token}/").text
    assert visitor.get("/nieuwsbrief/bevestigen/zomaar/").status_code == 410
    assert read_by(network) == []


def test_asking_again_sends_one_mail_an_hour_and_none_to_readers(network, time_machine):
    ask(network)
    ask(network, "lezer@bedrijf.example")
    assert Message.objects.filter(kind="newsletter_confirm").count() == 1
    time_machine.move_to("2026-11-23T13:00:01+01:00", tick=False)
    ask(network)
    assert Message.objects.filter(kind="newsletter_confirm").count() == 2
    newsletters.confirm(Subscription.objects.get())
    time_machine.move_to("2026-11-23T15:00:01+01:00", tick=False)
    ask(network)
    assert Message.objects.filter(kind="newsletter_confirm").count() == 2


def test_nobody_fills_the_mailbox_of_another(network, time_machine):
    for hour in range(0, 10, 2):
        time_machine.move_to(f"2026-11-23T{10 + hour}:00:00+01:00", tick=False)
        ask(network)
    assert Message.objects.filter(kind="newsletter_confirm").count() == newsletters.MAILS_A_DAY
    time_machine.move_to("2026-11-24T18:00:01+01:00", tick=False)
    ask(network)
    assert Message.objects.filter(kind="newsletter_confirm").count() == newsletters.MAILS_A_DAY + 1


def test_the_answer_does_not_tell_who_reads_it(network):
    """Not by how long it takes either: the same work is done for both."""
    reader(network, "lezer@bedrijf.example")
    Subscription.objects.create(
        network=network, email="nooit@bedrijf.example", asked_at=timezone.now(), consent_text="1"
    )
    work = []
    for email in ("lezer@bedrijf.example", "nooit@bedrijf.example"):
        with CaptureQueriesContext(connection) as queries:
            ask(network, email)
        work.append([query["sql"].split(" ")[0] for query in queries])
    kinds = [[word for word in one if word in ("SELECT", "INSERT", "UPDATE")] for one in work]
    assert kinds[0] == kinds[1]
    assert list(Message.objects.values_list("recipient", flat=True)) == ["nooit@bedrijf.example"]


@pytest.mark.parametrize("signs", [{"filled_trap": True}, {"seconds": 0.5}, {"seconds": None}])
def test_a_machine_is_answered_as_everybody_and_nothing_is_kept(network, signs):
    ask(network, **signs)
    assert Subscription.objects.count() == Message.objects.count() == 0


def test_the_form_says_what_is_wrong_and_keeps_what_was_typed(visitor, network):
    response = visitor.post("/nieuwsbrief/", {"email": "geen adres"})
    assert response.status_code == 422
    assert 'value="geen adres"' in response.text
    assert "geen e-mailadres" in response.text


def test_an_issue_goes_out_once_to_who_reads_it(network, leader, ambassador):
    make_story(ambassador, "Het rooster", slug="rooster", lead="Kort.")
    make_tool(network)
    one, other, stopped = (reader(network, f"{name}@bedrijf.example") for name in ("een", "twee", "drie"))
    preferring.stop(network=network, email=stopped.email, group="newsletter")
    Subscription.objects.create(
        network=network, email="nooit@bedrijf.example", asked_at=timezone.now(), consent_text="1"
    )
    issue = newsletters.begin(network=network, title="Nieuws", by=leader)
    assert newsletters.send(issue, by=leader) == 2
    with pytest.raises(newsletters.AlreadySent):
        newsletters.send(issue, by=leader)
    messages = Message.objects.filter(kind="newsletter").order_by("recipient")
    assert [message.recipient for message in messages] == [one.email, other.email]
    mail = composing.Composer().compose(messages[0])
    assert mail.subject == "Nieuws"
    for part in ("Het rooster", "Kort.", "/verhalen/rooster/", "Netwerkambitie"):
        assert part in mail.text, part
        assert part in mail.html, part


def test_every_line_of_an_issue_leads_to_a_page(network, leader, ambassador, visitor):
    """Also a talk between two people, which has no page of its own."""
    make_story(ambassador, "Het rooster", slug="rooster", lead="Kort.")
    make_podium(network, ambassador, title="Ontbijt")
    make_podium(network, ambassador, title="Gesprek", kind="one_to_one")
    reader(network, "een@bedrijf.example")
    newsletters.send(newsletters.begin(network=network, title="Nieuws", by=leader), by=leader)
    mail = composing.Composer().compose(Message.objects.get(kind="newsletter"))
    places = re.findall(r'<a href="(http://pioniers\.localhost/[^"]*)"[^>]*><strong', mail.html)
    assert len(places) == 3
    for place in places:
        assert place in mail.text
        assert visitor.get(place).status_code == 200, place
    assert (
        re.search(r"<div[^>]*>(Het rooster · [^<]*)</div>", mail.html)[1] == "Het rooster · Ontbijt · Gesprek"
    )
    assert "\nVERHALEN\n" in mail.text
    assert "\nBINNENKORT OP HET PODIUM\n" in mail.text


def test_nothing_to_say_is_not_sent(network, leader):
    issue = newsletters.begin(network=network, title="Leeg", by=leader)
    with pytest.raises(newsletters.NothingToSay):
        newsletters.send(issue, by=leader)
    assert Newsletter.objects.get().sent_at is None


def test_begin_chooses_what_came_since_the_last_issue(network, leader, ambassador, time_machine):
    make_story(ambassador, "Oud", slug="oud", publish_on=date(2026, 11, 1))
    first = newsletters.begin(network=network, title="Een", by=leader)
    newsletters.send(first, by=leader)
    time_machine.move_to("2026-12-10T12:00:00+01:00", tick=False)
    make_story(ambassador, "Nieuw", slug="nieuw", publish_on=date(2026, 12, 1))
    second = newsletters.begin(network=network, title="Twee", by=leader)
    assert [story.slug for story in second.stories.all()] == ["nieuw"]


def test_what_is_withdrawn_is_in_no_issue_any_more(network, leader, ambassador, visitor):
    version = make_story(ambassador, "Het rooster", slug="rooster")
    issue = newsletters.begin(network=network, title="Nieuws", by=leader)
    newsletters.send(issue, by=leader)
    address = f"/nieuwsbrief/{issue.pk}/"
    assert "Het rooster" in visitor.get(address).text
    version.story.withdrawn_at = timezone.now()
    version.story.save()
    assert "Het rooster" not in visitor.get(address).text
    assert issues.contents(issue, date(2026, 11, 23)).stories == []


def test_the_archive_holds_what_was_sent_and_of_this_network(network, other_network, leader, visitor):
    sent = Newsletter.objects.create(network=network, title="Verstuurd", sent_at=timezone.now())
    draft = Newsletter.objects.create(network=network, title="In de maak")
    foreign = Newsletter.objects.create(network=other_network, title="Elders", sent_at=timezone.now())
    text = visitor.get("/nieuwsbrief/").text
    assert [title in text for title in ("Verstuurd", "In de maak", "Elders")] == [True, False, False]
    statuses = [visitor.get(f"/nieuwsbrief/{one.pk}/").status_code for one in (sent, draft, foreign)]
    assert statuses == [200, 404, 404]


def test_stopping_and_never_confirming_leaves_nothing_behind(network, time_machine):
    stays, goes = reader(network, "een@bedrijf.example"), reader(network, "twee@bedrijf.example")
    ask(network, "nooit@bedrijf.example")
    preferring.stop(network=network, email=goes.email, group="newsletter")
    time_machine.move_to("2026-12-01T12:00:00+01:00", tick=False)
    assert newsletters.tidy() == 2
    assert list(Subscription.objects.all()) == [stays]
    assert MessagePreference.objects.count() == 1


def test_saying_yes_again_takes_the_stop_back(network):
    preferring.stop(network=network, email="lezer@bedrijf.example", group="newsletter")
    ask(network)
    newsletters.confirm(Subscription.objects.get())
    assert read_by(network) == ["lezer@bedrijf.example"]


def test_the_leader_looks_before_sending(leader_client, network, ambassador):
    make_story(ambassador, "Het rooster", slug="rooster")
    reader(network, "een@bedrijf.example")
    begun = leader_client.post("/beheer/events/newsletter/beginnen/")
    issue = Newsletter.objects.get()
    assert begun["Location"] == f"/beheer/events/newsletter/{issue.pk}/change/"
    address = f"/beheer/events/newsletter/{issue.pk}/versturen/"
    text = leader_client.get(address).text
    assert "Het rooster" in text
    assert "1 lezer heeft bevestigd" in text
    leader_client.post(address)
    leader_client.post(address)
    assert Message.objects.filter(kind="newsletter").count() == 1
    assert 'name="title"' not in leader_client.get(f"/beheer/events/newsletter/{issue.pk}/change/").text


def test_the_leader_ticks_stories_by_their_title(leader_client, ambassador):
    begun = leader_client.post("/beheer/events/newsletter/beginnen/")
    version = make_story(ambassador, "Maandag is foutendag")
    page = leader_client.get(begun.url).text
    assert re.search(rf'type="checkbox" name="stories" value="{version.story_id}"[^>]*>\s*Maandag is', page)
