"""Method cards, facts and what belongs together, as visitors use them."""

import json
import re
import subprocess
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from knowledgebank.actions import filling_in, remarking
from knowledgebank.models import (
    Collection,
    Fact,
    FilledForm,
    FillInForm,
    FormGroup,
    FormQuestion,
    Link,
    Theme,
    Tool,
    ToolDownload,
    ToolRemark,
    ToolStep,
)
from knowledgebank.templatetags.knowledge import file_size, minutes
from network import clock, pages
from network.actions import retaining
from tests.conftest import client_for
from tests.knowledgebank.conftest import make_story, make_tool

pytestmark = pytest.mark.usefixtures("today")
CARD = "/kennisbank/instrumenten/netwerkambitie/"


@pytest.fixture
def card(network) -> Tool:
    card = make_tool(
        network,
        title="Netwerkambitie",
        result="één gedeelde ambitie",
        minutes_run=30,
        minutes_run_most=120,
        minutes_prepare=30,
        people_least=3,
        people_most=16,
        tips="Houd **wensen** en eisen uit elkaar.",
        skills_facilitator="- houd het veilig",
        background="Kaats en Opheij, 2011.",
        contact="HAN",
        tags=["partners"],
    )
    for number, (title, length) in enumerate((("Noem je belang", 15), ("Wissel uit", 30)), 1):
        ToolStep.objects.create(
            tool=card, position=number, title=title, text="Eerst schrijven.", minutes=length
        )
    return card


@pytest.fixture
def sheet(card) -> FillInForm:
    sheet = FillInForm.objects.create(tool=card, title="Belangenkaart", party_label="Jouw organisatie")
    for number, (label, kind, tone, required) in enumerate(
        (
            ("Eigen belang?", "text", "plain", True),
            ("Wensen?", "list", "wish", False),
            ("Eisen?", "list", "demand", False),
        ),
        1,
    ):
        FormQuestion.objects.create(
            form=sheet, position=number, label=label, kind=kind, tone=tone, is_required=required
        )
    return sheet


def test_the_card_shows_its_steps_facts_and_sections(visitor, card):
    text = visitor.get(CARD).text
    for part in (
        "<h1>Netwerkambitie</h1>",
        "één gedeelde ambitie",
        "½ uur tot 2 uur",
        "3 tot 16 mensen",
        "Noem je belang",
        "15 minuten",
        "Houd <strong>wensen</strong>",
        "<li>houd het veilig</li>",
        "Kaats en Opheij",
        "HAN",
        "partners",
    ):
        assert part in text, part
    data = json.loads(re.search(r'ld\+json">(.*?)</script>', text)[1])
    assert (data["@type"], data["totalTime"], [step["name"] for step in data["step"]]) == (
        "HowTo", "PT120M", ["Noem je belang", "Wissel uit"],
    )  # fmt: skip


def test_on_paper_what_is_read_beforehand_goes_to_the_back_when_it_is_much(visitor, card):
    def sides():
        pdf = visitor.get(f"{CARD}kaart.pdf").content
        text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
        return text.stdout.decode().rstrip("\f").split("\f")

    card.background = card.contact = ""
    card.save()
    (front,) = sides()
    for part in ("Noem je belang", "houd het veilig", "Eigen aantekeningen"):
        assert part in front, part
    assert "VOOR WIE VOORBEREIDT" not in front
    card.knowledge, card.relation = "Geen voorkennis.", "Past voor de partnerschapskaart."
    card.save()
    front, back = sides()
    assert ("Noem je belang" in front, "houd het veilig" in front) == (True, False)
    for part in ("VOOR WIE VOORBEREIDT", "houd het veilig", "Geen voorkennis", "Eigen aantekeningen"):
        assert part in back, part


def test_a_card_that_is_not_online_yet_or_elsewhere_is_not_there(visitor, network, other_network):
    make_tool(network, "later", published_on=date(2026, 11, 24))
    make_tool(network, "nooit", published_on=None)
    make_tool(other_network, "elders")
    for slug in ("later", "nooit", "elders"):
        assert visitor.get(f"/kennisbank/instrumenten/{slug}/").status_code == 404
        assert visitor.get(f"/kennisbank/instrumenten/{slug}/kaart.pdf").status_code == 404
        assert slug.capitalize() not in visitor.get("/kennisbank/").text


def test_english_shows_the_translation_or_says_that_there_is_none(visitor, network, card):
    address = "/en/knowledge/tools/netwerkambitie/"
    text = visitor.get(address).text
    assert "This card is there in Dutch only." in text
    assert '<div class="tool-text" lang="nl">' in text
    # Written after the Dutch one; and a draft of a translation counts for nothing.
    twin = make_tool(network, "netwerkambitie", language="en", title="Shared ambition", published_on=None)
    assert "Shared ambition" not in visitor.get("/en/knowledge/").text
    twin.published_on = date(2026, 11, 20)
    twin.save()
    text = visitor.get(address).text
    assert "<h1>Shared ambition</h1>" in text
    assert "Dutch only" not in text
    everything = visitor.get("/en/knowledge/").text
    assert ("Shared ambition" in everything, "Netwerkambitie" in everything) == (True, False)
    assert "Shared ambition" not in visitor.get("/kennisbank/").text


def test_what_goes_with_a_card(visitor, network, card, ambassador):
    card.next_tools.add(make_tool(network, "partnerschapskaart"))
    card.next_tools.add(make_tool(network, "verborgen", published_on=None))
    version = make_story(ambassador, "Zo deden wij het")
    version.story.tools.add(card)
    text = visitor.get(CARD).text
    assert "Partnerschapskaart" in text
    assert "Zo deden wij het" in text
    assert "Verborgen" not in text
    assert "Netwerkambitie" in visitor.get("/kennisbank/instrumenten/partnerschapskaart/").text


def test_a_download_is_a_file_to_keep_and_goes_with_its_card(visitor, card, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    download = ToolDownload(tool=card, title="Schema", size=1234)
    download.file.save("x.pdf", ContentFile(b"%PDF-1.7 x"))
    download.file.close()
    address = f"{CARD}download/{download.pk}/"
    assert address in visitor.get(CARD).text
    answer = visitor.get(address)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="schema.pdf"'
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/pdf", "nosniff")
    assert b"".join(answer) == b"%PDF-1.7 x"
    Tool.objects.update(published_on=None)
    assert visitor.get(address).status_code == 404


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (15, "15 minuten"),
        (30, "½ uur"),
        (60, "1 uur"),
        (90, "1½ uur"),
        (120, "2 uur"),
        (50, "50 minuten"),
        (None, ""),
        (1, "1 minuut"),
    ],
)
def test_minutes_as_one_says_them(value, words):
    assert minutes(value) == words


def test_sizes_of_files():
    assert [file_size(size) for size in (100, 51_200, 1_250_000)] == ["1 kB", "51 kB", "1,2 MB"]


# --- Facts, links, themes, collections -------------------------------------------------------------------


@pytest.fixture
def known(network, card, told) -> Theme:
    theme = Theme.objects.create(network=network, name="samenwerken", name_en="together", slug="samen")
    Tool.objects.filter(pk=card.pk).update(theme=theme)
    told.story.theme = theme
    told.story.save()
    fact = Fact.objects.create(
        network=network, theme=theme, figure="75 %", statement="is sociaal", statement_en="is social",
        source="Volberda", source_year=2014, checked_on=date(2026, 11, 1),
    )  # fmt: skip
    Fact.objects.create(network=network, figure="9", statement="verborgen cijfer", source="x",
                        checked_on=date(2026, 11, 1), is_public=False)  # fmt: skip
    link = Link.objects.create(network=network, theme=theme, title="Elders", url="https://example.org/x")
    collection = Collection.objects.create(network=network, slug="eerste-stap", title="Je eerste stap")
    collection.stories.add(told.story)
    collection.tools.add(card)
    collection.facts.add(fact)
    collection.links.add(link)
    return theme


def test_a_figure_stands_with_its_source_and_day(visitor, known):
    text = visitor.get("/kennisbank/feiten/").text
    for part in ("75 %", "is sociaal", "Volberda", "(2014)", "zo 1 november 2026"):
        assert part in text, part
    assert "verborgen cijfer" not in text
    assert "is social" in visitor.get("/en/knowledge/facts/").text


@pytest.mark.parametrize("path", ["/kennisbank/thema/samen/", "/kennisbank/verzameling/eerste-stap/"])
def test_what_belongs_together(visitor, known, path):
    text = visitor.get(path).text
    for part in ("Het rooster uit handen", "Netwerkambitie", "75 %", "https://example.org/x"):
        assert part in text, part


def test_what_is_off_the_site_is_off_its_theme_and_collection_too(visitor, known, told, card):
    told.story.withdrawn_at = timezone.now()
    told.story.save()
    Tool.objects.filter(pk=card.pk).update(published_on=None)
    for path in ("/kennisbank/thema/samen/", "/kennisbank/verzameling/eerste-stap/", "/sitemap.xml"):
        text = visitor.get(path).text
        assert "rooster" not in text
        assert "etwerkambitie" not in text


@pytest.mark.parametrize(
    ("path", "queries"),
    [("/kennisbank/", 4), (CARD, 4), ("/kennisbank/feiten/", 2), ("/kennisbank/links/", 2),
     ("/kennisbank/thema/samen/", 3), ("/kennisbank/verzameling/eerste-stap/", 3), (CARD + "stappen/", 3)],
)  # fmt: skip
@pytest.mark.parametrize("rows", [1, 3])
def test_a_cold_page_asks_at_most_four_queries(
    visitor, network, known, card, told, django_assert_num_queries, path, queries, rows
):
    collection = Collection.objects.get()
    for number in range(rows):
        tool = make_tool(network, f"kaart-{number}", theme=known)
        card.next_tools.add(tool)
        collection.tools.add(tool)
        ToolStep.objects.create(tool=card, position=10 + number, title="Nog een")
        ToolRemark.objects.create(tool=card, name="A", text=f"{number}", state="shown")
        Fact.objects.create(network=network, theme=known, figure="1", statement="x", source="y",
                            checked_on=date(2026, 11, 1))  # fmt: skip
        Collection.objects.create(network=network, slug=f"c{number}", title="C")
        told.story.tools.add(tool)
    pages.forget()
    with django_assert_num_queries(queries):
        assert visitor.get(path).status_code == 200


def test_the_pages_are_light(visitor, known):
    for path in ("/kennisbank/", CARD, "/kennisbank/feiten/"):
        assert len(visitor.get(path, headers={"accept-encoding": "gzip"}).content) < 30_000


# --- Remarks of users -------------------------------------------------------------------------------------


def remark(visitor, time_machine, **changes):
    form = visitor.get(CARD + "opmerking/").context["form"]
    time_machine.move_to("2026-11-23T12:01:00+01:00", tick=False)
    values = {"name": "Yvonne", "text": "Neem de tijd.", "website": "", "shown_at": form.initial["shown_at"]}
    return visitor.post(CARD + "opmerking/", values | changes)


def test_a_remark_stands_below_the_card_once_the_leader_has_read_it(
    visitor, card, leader_client, leader, time_machine
):
    assert remark(visitor, time_machine).url == CARD + "opmerking/bedankt/"
    found = ToolRemark.objects.get()
    assert (found.state, found.suspicion) == ("held", "")
    assert "Neem de tijd." not in visitor.get(CARD).text
    assert "Somebody" not in leader_client.get("/beheer/").text
    page = f"/beheer/knowledgebank/toolremark/{found.pk}/change/"
    assert page in leader_client.get("/beheer/").text
    leader_client.post(page, {"show": "1"})
    assert "Neem de tijd." in visitor.get(CARD).text
    leader_client.post(page, {"refuse": "1"})
    assert "Neem de tijd." not in visitor.get(CARD).text
    assert remarking.refuse(found, by=leader) is False


def test_a_remark_of_a_machine_is_told_apart_and_a_faulty_one_keeps_every_word(visitor, card, time_machine):
    answer = remark(visitor, time_machine, name="", text="Lang verhaal")
    assert (answer.status_code, "Lang verhaal" in answer.text) == (422, True)
    remark(visitor, time_machine, website="http://x", text="koop op www.x.ru en https://y.ru")
    assert ToolRemark.objects.get().suspicion == "trap, too_fast, links"
    remark(visitor, time_machine, website="http://x", text="koop op www.x.ru en https://y.ru")
    assert ToolRemark.objects.count() == 1


# --- The sheet of a group ------------------------------------------------------------------------------


def test_a_group_fills_in_its_sheet_and_sees_it_side_by_side(visitor, network, sheet):
    begun = visitor.post(CARD + "groep/", {"name": "Maakplaats", "website": ""})
    group = FormGroup.objects.get()
    assert begun.url == f"/groep/{group.view_token}/"
    own, wish, demand = (question.field_name for question in sheet.questions.all())
    fill = f"/invullen/{group.fill_token}/"
    assert visitor.post(fill, {"party": "School", own: ""}).status_code == 422
    values = {
        "party": "School",
        own: "Leerlingen",
        wish: "- een les\nnog een",
        demand: "<b>nooit</b> op maandag",
    }
    mine = visitor.post(fill, values).url
    assert visitor.post(fill, values).url == mine  # sent twice is one sheet
    visitor.post(fill, {"party": "Gemeente", own: "Een pand"})
    text = visitor.get(begun.url).text
    for part in ("School", "Gemeente", "<li>een les</li>", "&lt;b&gt;nooit&lt;/b&gt;", fill):
        assert part in text, part
    assert "Gemeente" not in visitor.get(fill).text + visitor.get(mine).text
    visitor.post(mine, values | {own: "Anders"})
    assert "Anders" in visitor.get(begun.url).text
    assert FilledForm.objects.get(party="School").answers[own[1:]] == "Anders"
    visitor.post(mine, {"remove": "1"})
    assert visitor.get(mine).status_code == 404
    visitor.post(begun.url + "weg/")
    assert (FormGroup.objects.count(), FilledForm.objects.count()) == (0, 0)


def test_each_address_opens_one_door_in_one_network(visitor, sheet, other_network):
    group = filling_in.begin_group(sheet, name="Wij")
    filled = filling_in.fill_in(group, party="Ik", answers={})
    assert visitor.get(f"/groep/{group.fill_token}/").status_code == 404
    assert visitor.get(f"/invullen/{group.view_token}/").status_code == 404
    other = client_for(None, other_network)
    for path in (f"/groep/{group.view_token}/", f"/invullen/{group.fill_token}/", f"/vel/{filled.token}/"):
        assert visitor.get(path)["Cache-Control"] == "private, no-store"
        assert other.get(path).status_code == 404


def test_a_group_holds_no_more_than_people_do_and_goes_after_half_a_year(
    network, sheet, time_machine, monkeypatch
):
    monkeypatch.setattr(filling_in, "MOST_PARTIES", 2)
    group = filling_in.begin_group(sheet, name="Wij")
    for party in ("a", "b"):
        filling_in.fill_in(group, party=party, answers={})
    with pytest.raises(filling_in.Full):
        filling_in.fill_in(group, party="c", answers={})
    time_machine.move_to("2027-05-21T12:00:00+02:00", tick=False)
    assert retaining.run(network, now=clock.now())["groups"] == 0
    time_machine.move_to("2027-05-24T12:00:00+02:00", tick=False)
    assert retaining.run(network, now=clock.now())["groups"] == 1
    assert not FormGroup.objects.exists()
