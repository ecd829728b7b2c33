"""The leader's lists draw their own rows: they say what Django's would, under the names of the columns."""

import re

import pytest
from django.contrib.admin.sites import site
from django.contrib.admin.templatetags.admin_list import items_for_result
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.urls import reverse

from network.admin.rows import table
from tests.site.world import World, build

LABEL = re.compile(r' data-label="([^"]*)"')

OURS = re.compile(r' data-label="[^"]*"| nowrap(?=">)')  # on one line, or not, is style


@pytest.fixture
def world(today, network, other_network, settings, tmp_path) -> World:
    settings.MEDIA_ROOT = tmp_path
    return build(network, other_network)


def lists(client):
    for model in site._registry:
        response = client.get(reverse(admin_urlname(model._meta, "changelist")))
        if response.status_code == 200 and "cl" in (response.context or {}):
            yield response.context["cl"]


def test_every_list_says_what_djangos_own_would(world):
    seen = set()
    for changelist in lists(world.client("leader")):
        rows = table(changelist)["rows"]
        djangos = ["".join(items_for_result(changelist, row, None)) for row in changelist.result_list]
        assert [OURS.sub("", row) for row in rows] == [OURS.sub("", row) for row in djangos]
        seen |= {changelist.model._meta.label} if djangos else set()
    assert {"ambassadors.Person", "events.Podium", "network.Company", "ambassadors.PauseRequest"} <= seen
    assert len(seen) > 15


def test_each_cell_stands_under_the_name_of_its_column(world):
    people = next(found for found in lists(world.client("leader")) if found.model.__name__ == "Person")
    found = table(people)
    names = [str(header["text"]).capitalize() for header in found["headers"][1:]]
    assert names[:2] == ["Wie", "Dit jaar"]
    assert [LABEL.findall(row) for row in found["rows"]] == [names] * len(people.result_list)


def test_a_row_leads_back_to_the_list_as_it_was_filtered(leader_client, network):
    from network.models import Company

    Company.objects.create(network=network, name="<b>Zaag & Zoon</b>", sector="hout")
    response = leader_client.get(reverse("admin:network_company_changelist"), {"sector": "hout"})
    page = response.content.decode()
    assert "_changelist_filters=sector%3Dhout" in page
    assert "&lt;b&gt;Zaag &amp; Zoon&lt;/b&gt;</a></th>" in page
    assert "<b>Zaag" not in page


def test_a_choice_needs_no_script_and_has_a_name(world):
    """Django's own box that looks things up is empty without a script, and nameless to a screen reader."""
    forms = [*site._registry.values(), *(inline for one in site._registry.values() for inline in one.inlines)]
    assert [form for form in forms if form.autocomplete_fields or form.raw_id_fields] == []


def test_every_link_of_a_list_says_something(world):
    client, seen = world.client("leader"), 0
    for model in site._registry:
        response = client.get(reverse(admin_urlname(model._meta, "changelist")))
        if response.status_code == 200:
            seen += 1
            assert re.findall(r"<a [^>]*>\s*</a>", response.text) == [], model
    assert seen > 15


def test_a_window_opened_from_a_form_says_what_it_is(leader_client):
    page = leader_client.get(reverse("admin:network_company_add") + "?_popup=1").text
    assert re.findall(r"<h1>([^<]*)</h1>", page) == ["Bedrijf toevoegen"]
    assert 'role="search"' not in page
