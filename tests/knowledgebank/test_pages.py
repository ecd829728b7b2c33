"""The leader's own texts: written with a few marks, shown in place of the built-in ones, never harmful."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from knowledgebank.models import Page
from network import richtext

WRITTEN = "Welkom.\n\n## Zo werkt het\n\n- **Vertrouwen**\n- [Meedoen](https://a.example/)\n\nTot ziens."


def test_the_marks_become_the_html_of_an_ordinary_text():
    assert richtext.from_marks(WRITTEN).replace("\n", "") == (
        "<p>Welkom.</p><h2>Zo werkt het</h2><ul><li><strong>Vertrouwen</strong></li>"
        '<li><a href="https://a.example/" rel="noopener noreferrer">Meedoen</a></li></ul><p>Tot ziens.</p>'
    )


@pytest.mark.parametrize(
    "harm",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[klik](javascript:alert(1))",
        "## <svg onload=alert(1)>",
        '[a](https://a.example/"onclick="alert(1))',
        "<a href='data:text/html,x'>x</a>",
        "<style>*{display:none}</style>",
    ],
)
def test_nothing_harmful_comes_through(harm):
    html = richtext.from_marks(harm)
    assert richtext.clean(html) == html
    for tag in ("<script", "<img", "<svg", "<style", 'href="java', 'href="data', "<a href='"):
        assert tag not in html


@given(text=st.text(alphabet="<>\"'/#*[]()-=:ahrefscipt \n", max_size=80))
def test_cleaning_twice_is_cleaning_once(text):
    assert richtext.clean(richtext.clean(text)) == richtext.clean(text)
    html = richtext.from_marks(text)
    assert richtext.clean(html) == html


def test_an_own_page_takes_the_place_of_the_built_in_text_in_its_language_only(visitor, network):
    before = visitor.get("/en/about/").text
    Page.objects.create(network=network, slug="about", language="nl", title="Wie wij zijn", body=WRITTEN)
    text = visitor.get("/over/").text
    assert "<h1>Wie wij zijn</h1>" in text
    assert "<h2>Zo werkt het</h2>" in text
    assert "Het idee" not in text
    assert visitor.get("/en/about/").text == before


def test_other_pages_are_named_on_the_page_about(visitor, network, other_network):
    shown = Page.objects.create(network=network, slug="regels", title="Spelregels", body="Vertrouwen.")
    Page.objects.create(
        network=network, slug="stil", title="Niet genoemd", body="Wel te lezen.", is_listed=False
    )
    Page.objects.create(network=network, slug="rules", title="Rules", body="Trust.", language="en")
    Page.objects.create(network=other_network, slug="elders", title="Van een ander", body="Geheim.")
    text = visitor.get("/over/").text
    assert f'<a href="{shown.get_absolute_url()}">Spelregels</a>' in text
    assert [title for title in ("Niet genoemd", "Rules", "Van een ander") if title in text] == []
    statuses = {
        slug: visitor.get(f"/pagina/{slug}/").status_code for slug in ("regels", "stil", "rules", "elders")
    }
    assert statuses == {"regels": 200, "stil": 200, "rules": 404, "elders": 404}
    assert visitor.get("/en/page/rules/").status_code == 200


def test_a_page_knows_its_address_in_its_own_language(network):
    with translation.override("en"):
        assert Page(network=network, slug="about", language="nl").get_absolute_url() == "/over/"
    assert Page(network=network, slug="rules", language="en").get_absolute_url() == "/en/page/rules/"
