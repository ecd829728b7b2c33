"""A scan as a visitor takes it, and what is kept of it: the answers, never who gave them."""

import re
import subprocess
from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from knowledgebank import scans
from knowledgebank.actions import scanning
from knowledgebank.models import Scan, ScanAdvice, ScanAnswer, ScanDimension, ScanQuestion, ScanTaking
from network import clock, confined, paper
from network.actions import retaining
from network.models import ContactMessage, Network
from tests.conftest import client_for
from tests.knowledgebank.conftest import make_story, make_tool

pytestmark = pytest.mark.usefixtures("today")
SCAN = "/kennisbank/scans/fase/"


@pytest.mark.parametrize(
    ("scores", "weakest"),
    [((40, 20), [20]), ((30, 30), []), ((50, 33, 33, 60), [33, 33]), ((50, 33, 33, 33), []), ((), [])],
)
def test_only_what_stands_out_is_called_the_weakest(scores, weakest):
    sides = [scans.Side(ScanDimension(name=f"Kant {n}"), score, None) for n, score in enumerate(scores)]
    result = scans.Result(ScanTaking(), None, sides, [], [])
    assert [side.score for side in result.weakest] == weakest


def make_scan(network: Network, slug: str = "fase", **fields) -> Scan:
    """Two sides, a branch: no to the first question leads to the second."""
    values = {"title": "In welke fase?", "summary": "Drie vragen.", "published_on": date(2026, 11, 1)}
    scan = Scan.objects.create(network=network, slug=slug, **{**values, **fields})
    sides = [ScanDimension.objects.create(scan=scan, position=n, name=f"Kant {n}") for n in (1, 2)]
    for number, (text, side, answers) in enumerate(
        [
            ("Doen jullie het?", sides[0], [("Ja", 3), ("Nee", 0)]),
            ("Wat houdt je tegen?", None, [("Tijd", 0), ("Moed", 0)]),
            ("Leren jullie?", sides[1], [("Soms", 1), ("Vaak", 2)]),
        ],
        1,
    ):
        question = ScanQuestion.objects.create(scan=scan, position=number, text=text, dimension=side)
        for at, (answer, points) in enumerate(answers, 1):
            ScanAnswer.objects.create(question=question, position=at, text=answer, points=points)
    scan.questions.filter(position=2).update(
        only_after=ScanAnswer.objects.get(question__scan=scan, text="Nee")
    )
    ScanAdvice.objects.create(
        scan=scan, low=0, high=59, title="Begin klein", body="Vraag **drie** collega's."
    )
    ScanAdvice.objects.create(scan=scan, low=60, high=100, title="Vertel het door")
    ScanAdvice.objects.create(scan=scan, dimension=sides[1], low=0, high=59, title="Ga eens kijken")
    return scan


@pytest.fixture
def scan(network) -> Scan:
    return make_scan(network)


def answers(scan: Scan, *texts: str) -> dict[str, int]:
    """What a form sends for these answers."""
    found = ScanAnswer.objects.filter(question__scan=scan, text__in=texts).select_related("question")
    return {answer.question.field: answer.pk for answer in found}


def take(visitor, scan: Scan, *texts: str) -> ScanTaking:
    response = visitor.post(f"{scan.get_absolute_url()}alles/", {**answers(scan, *texts), "shown_at": ""})
    assert response.status_code == 302, response.text
    return ScanTaking.objects.get(public_id=response["Location"].rstrip("/").rpartition("/")[2])


def test_the_start_tells_what_is_asked_and_what_becomes_of_it(visitor, scan):
    text = visitor.get(SCAN).text
    for part in ("<h1>In welke fase?</h1>", "Drie vragen.", "Kant 1", f'href="{SCAN}vragen/"', "zonder naam"):
        assert part in text, part
    assert "In welke fase?" in visitor.get("/kennisbank/").text


def test_one_question_at_a_time_keeps_nothing_and_needs_no_cookie(visitor, scan):
    first = visitor.get(f"{SCAN}vragen/")
    assert "<h1>Doen jullie het?</h1>" in first.text
    assert "Vraag 1 van 2" in first.text
    assert not first.cookies
    no = answers(scan, "Nee")
    second = visitor.get(f"{SCAN}vragen/", no)
    assert "<h1>Wat houdt je tegen?</h1>" in second.text
    assert "Vraag 2 van 3" in second.text
    assert f'href="{SCAN}vragen/"' in second.text  # back
    missed = visitor.get(f"{SCAN}vragen/", {**no, "verder": scan.questions.get(position=2).field})
    assert "Kies het antwoord dat het dichtst in de buurt komt." in missed.text
    ready = visitor.get(f"{SCAN}vragen/", answers(scan, "Nee", "Moed", "Vaak"))
    assert "Bekijk mijn uitslag" in ready.text
    assert ScanTaking.objects.count() == 0


def test_the_answers_lead_to_a_result_with_an_address_of_its_own(visitor, scan, ambassador):
    advice = scan.advices.get(title="Begin klein")
    advice.tools.add(make_tool(scan.network, title="Netwerkambitie"))
    advice.stories.add(make_story(ambassador, "Het rooster uit handen").story)
    hidden = make_tool(scan.network, "later", title="Komt later", published_on=date(2027, 1, 1))
    advice.tools.add(hidden)
    taking = take(visitor, scan, "Nee", "Moed", "Soms")
    assert (taking.total, sorted(taking.by_dimension.values())) == (20, [0, 50])
    page = visitor.get(taking.get_absolute_url())
    for part in (
        "<h1>Begin klein</h1>", "Vraag <strong>drie</strong> collega", "<b>20</b>", "Ga eens kijken",
        "Netwerkambitie", "Het rooster uit handen", "Kant 1",
    ):  # fmt: skip
        assert part in page.text, part
    assert "Komt later" not in page.text
    assert page["Referrer-Policy"] == "same-origin"
    assert "noindex" in page["X-Robots-Tag"]


def test_what_the_branch_passes_over_is_not_kept(visitor, scan):
    taking = take(visitor, scan, "Ja", "Moed", "Vaak")
    assert set(taking.answers) == {str(q.pk) for q in scan.questions.exclude(position=2)}
    assert taking.total == 100


def test_all_at_once_says_beside_each_question_what_is_missing_and_keeps_the_rest(visitor, scan):
    response = visitor.post(f"{SCAN}alles/", answers(scan, "Nee", "Vaak"))
    assert response.status_code == 422
    missing = scan.questions.get(position=2)
    assert response.context["form"].errors == {
        missing.field: ["Kies het antwoord dat het dichtst in de buurt komt."]
    }
    assert response.text.count("checked") == 2
    assert ScanTaking.objects.count() == 0


@pytest.mark.parametrize("value", ["", "x", "-1", "0", "99999999999999999999", "٣", "1' or 1=1"])
def test_what_is_no_answer_is_asked_again(visitor, scan, value):
    field = scan.questions.get(position=1).field
    assert "<h1>Doen jullie het?</h1>" in visitor.get(f"{SCAN}vragen/", {field: value}).text
    assert visitor.post(f"{SCAN}alles/", {field: value}).status_code == 422


def test_a_later_change_of_the_scan_changes_no_result(visitor, scan):
    taking = take(visitor, scan, "Ja", "Vaak")
    ScanAnswer.objects.filter(question__scan=scan).update(points=0)
    scan.questions.get(position=3).delete()
    page = visitor.get(taking.get_absolute_url())
    assert "<h1>Vertel het door</h1>" in page.text
    assert "<b>100</b>" in page.text


def test_nobody_finds_a_result_without_its_link(visitor, scan, other_network, other_leader):
    taking = take(visitor, scan, "Ja", "Vaak")
    assert visitor.get(f"{SCAN}uitslag/{'x' * 22}/").status_code == 404
    assert client_for(None, other_network).get(taking.get_absolute_url()).status_code == 404


def test_the_link_works_for_a_year_and_the_answers_stay(visitor, scan):
    address = take(visitor, scan, "Ja", "Vaak").get_absolute_url()
    for day, gone in ((23, 0), (24, 1), (24, 0)):
        night = clock.moment(date(2027, 11, day), time(4))
        assert retaining.run(scan.network, now=night)["scan_results"] == gone
    assert visitor.get(address).status_code == 404
    assert scans.sums(scan).count == 1


def test_whoever_wants_to_talk_is_passed_on_with_the_result(visitor, scan):
    taking = take(visitor, scan, "Ja", "Vaak")
    response = visitor.post(
        taking.get_absolute_url(), {"name": "Jo", "email": "jo@bedrijf.example", "body": ""}
    )
    assert response["Location"] == "/contact/bedankt/"
    message = ContactMessage.objects.get()
    assert (message.subject, message.name) == ("Over de scan “In welke fase?”", "Jo")
    assert taking.public_id in message.body
    assert "Jo" not in str(ScanTaking.objects.values().get())
    wrong = visitor.post(taking.get_absolute_url(), {"name": "Jo", "email": "geen adres", "body": "Graag"})
    assert wrong.status_code == 422
    assert "Graag" in wrong.text


def test_a_machine_gets_its_result_and_counts_for_nothing(visitor, scan):
    sent = {**answers(scan, "Ja", "Vaak"), "website": "https://spam.example"}
    assert visitor.post(f"{SCAN}alles/", sent).status_code == 302
    assert scans.sums(scan).count == 0


def test_many_from_one_place_are_left_out_of_the_sums(visitor, scan, monkeypatch):
    monkeypatch.setattr(scanning, "MOST_PER_PLACE_AN_HOUR", 2)
    for _ in range(3):
        take(visitor, scan, "Ja", "Vaak")
    assert (scan.takings.count(), scans.sums(scan).count) == (3, 2)


def test_a_flood_from_one_place_is_refused_and_nothing_typed_is_lost(visitor, scan, monkeypatch):
    assert scanning.FLOOD_PER_PLACE_AN_HOUR >= 2 * 250  # a full hall, twice in an hour
    monkeypatch.setattr(scanning, "FLOOD_PER_PLACE_AN_HOUR", 2)
    for _ in range(2):
        take(visitor, scan, "Ja", "Vaak")
    refused = visitor.post(f"{SCAN}alles/", answers(scan, "Ja", "Vaak"))
    assert refused.status_code == 422
    assert "Probeer het over een uur opnieuw" in refused.text
    assert refused.text.count(" checked") == len(answers(scan, "Ja", "Vaak"))
    assert scan.takings.count() == 2


def test_sums_begin_at_five_and_hide_small_groups(visitor, scan):
    for _ in range(4):
        take(visitor, scan, "Ja", "Vaak")
    assert scans.sums(scan) == scans.Sums(4, None, [], [])
    take(visitor, scan, "Nee", "Tijd", "Soms")
    found = scans.sums(scan)
    assert (found.count, found.average) == (5, 84)
    assert [[row.count for row in rows] for _, rows in found.questions] == [
        [None, None], [None, None], [None, None],
    ]  # fmt: skip


def test_one_more_answer_shows_nothing_of_whoever_gave_it(visitor, scan):
    """Looked at yesterday and again today: what differs would be the answers of one person."""
    for _ in range(5):
        take(visitor, scan, "Ja", "Vaak")
    before = scans.sums(scan)
    for more in range(1, 5):
        take(visitor, scan, "Nee", "Tijd", "Soms")
        assert scans.sums(scan) == before, more
    take(visitor, scan, "Ja", "Vaak")
    assert scans.sums(scan).count == 10


def test_a_hidden_answer_does_not_follow_from_the_question_after_it(visitor, scan):
    """Of fifteen three said yes, so neither number is shown; but all twelve others were asked the next."""
    for _ in range(3):
        take(visitor, scan, "Ja", "Vaak")
    for _ in range(12):
        take(visitor, scan, "Nee", "Tijd", "Vaak")
    (_, first), (_, after), _last = scans.sums(scan).questions
    assert [row.count for row in first] == [None, None]
    assert [row.count for row in after] == [None, None]


def test_a_scan_that_is_not_online_is_not_there(visitor, scan):
    for change in ({"published_on": None}, {"published_on": date(2026, 11, 24)}):
        Scan.objects.filter(pk=scan.pk).update(**change)
        for path in (SCAN, f"{SCAN}vragen/", f"{SCAN}alles/"):
            assert visitor.get(path).status_code == 404, path
        assert "In welke fase?" not in visitor.get("/kennisbank/").text


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda scan: scan.advices.filter(low=0, dimension=None).update(high=40), "no_advice"),
        (lambda scan: ScanAnswer.objects.get(text="Soms").delete(), "few_answers"),
        (
            lambda scan: scan.questions.filter(position=1).update(
                only_after=ScanAnswer.objects.get(text="Soms")
            ),
            "backward",
        ),
        (lambda scan: scan.questions.all().delete(), "nothing_asked"),
    ],
)
def test_what_a_visitor_would_stumble_over_keeps_it_offline(leader, scan, change, fault):
    assert scans.faults(scan) == []
    Scan.objects.filter(pk=scan.pk).update(published_on=None)
    change(scan)
    assert [one.what for one in scans.faults(scan)] == [fault]
    client = client_for(leader, scan.network)
    form = client.get(f"/beheer/knowledgebank/scan/{scan.pk}/change/").context["adminform"].form
    form = type(form)({"published_on": "2026-11-23"}, instance=Scan.objects.get(pk=scan.pk))
    assert form.errors["published_on"][0] == "De scan kan nog niet online:"


def test_the_leader_sees_sums_and_no_single_answer(leader, scan, visitor):
    client = client_for(leader, scan.network)
    for _ in range(6):
        taking = take(visitor, scan, "Ja", "Vaak")
    text = client.get(f"/beheer/knowledgebank/scan/{scan.pk}/sommen/").text
    assert re.search(r"Kant 1</th><td class=\"num\">100<", text)
    assert taking.public_id not in text


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_do_not_grow_with_the_questions(visitor, network, django_assert_num_queries, rows):
    scan = make_scan(network)
    for number in range(4, 4 + rows):
        question = ScanQuestion.objects.create(scan=scan, position=number, text=f"Vraag {number}?")
        for at in (1, 2):
            ScanAnswer.objects.create(question=question, position=at, text=f"Antwoord {at}")
    visitor.get(f"{SCAN}vragen/")
    with django_assert_num_queries(4):
        visitor.get(f"{SCAN}vragen/")
    with django_assert_num_queries(4):
        visitor.get(f"{SCAN}alles/")


def test_the_result_on_paper_says_the_same(visitor, scan):
    taking = take(visitor, scan, "Nee", "Moed", "Soms")
    response = visitor.get(f"{taking.get_absolute_url()}pdf/")
    assert response["Content-Type"] == "application/pdf"
    text = subprocess.run(
        ["pdftotext", "-", "-"], input=response.content, capture_output=True, check=True
    ).stdout.decode()
    for part in ("Begin klein", "20", "Kant 1", "Ga eens kijken"):
        assert part in text, part


def test_a_range_that_runs_backwards_is_refused_in_words_and_by_the_database(scan):
    advice = ScanAdvice(scan=scan, low=60, high=40, title="Fout")
    with pytest.raises(ValidationError, match="laag naar hoog"):
        advice.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        advice.save()


def test_a_result_that_cannot_be_put_on_paper_is_said(visitor, scan, monkeypatch, tmp_path):
    """The page says so: a message that nobody shows is none."""
    (tmp_path / "weasyprint.py").write_text("raise OSError('no Pango')")
    monkeypatch.setattr(confined, "ROOT", tmp_path)
    (tmp_path / "network").symlink_to(confined.Path(paper.__file__).parent)
    taking = take(visitor, scan, "Nee", "Moed", "Soms")
    answer = visitor.get(f"{taking.get_absolute_url()}pdf/", follow=True)
    assert answer.request["PATH_INFO"] == taking.get_absolute_url()
    assert "De PDF kon nu niet worden gemaakt." in answer.text
