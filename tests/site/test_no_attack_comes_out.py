"""I3: an attack in every text that is kept, and no page shows it as anything but words."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, models, transaction

from network import messages, wording
from network.actions import composing
from network.richtext import RichTextField
from tests.network.test_richtext import ATTACKS
from tests.site.doors import ADMITTED, Door
from tests.site.test_access import rows_with_address, url_of
from tests.site.world import World, build

# Ends an attribute, a text and a script; short, so that it fits in most fields.
ATTACK = "\"'></script><xq onx=1>"
EVERYTHING = "\n\n".join(ATTACKS)
APPS = ("network", "ambassadors", "events", "knowledgebank")
BAD_SCHEME = re.compile(r"(?:javascript|vbscript|livescript|mocha|feed|jar|file|data(?!:image/|:,$)):", re.I)
# What is no text of somebody: chosen from a list, made by the program, or an address that a form judges.
NO_TEXT = (models.SlugField, models.EmailField, models.URLField, models.FileField)
# Made by the program, or by which pages are found (the word for ambassadors is the address of their list).
KEYS = re.compile(r"token|key|secret|password|^word_plural$")
FEWEST_FIELDS = 200
FEWEST_PAGES = 250


class Page(HTMLParser):
    """What a browser would do: tags and attributes that stand in no template of ours."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.harm: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("xq", "object", "embed", "marquee"):
            self.harm.append(tag)
        for name, value in attrs:
            if name.startswith("on"):
                self.harm.append(f"{tag} {name}")
            if name in ("href", "src", "action", "formaction") and BAD_SCHEME.match(_seen(value)):
                self.harm.append(f"{tag} {value}")
            if name == "srcdoc":
                self.harm += Page(value or "").harm

    handle_startendtag = handle_starttag


def _seen(address: str | None) -> str:
    """As a browser reads it, which skips what cannot be seen."""
    return re.sub(r"[\x00-\x20]", "", address or "")


def texts(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, NO_TEXT)
        and not KEYS.search(field.name)
        and not (field.choices or field.unique or field.primary_key)
    ]


def fill_with_attacks() -> set[str]:
    """Every row of every table, past all forms; what the database itself refuses stays as it was."""
    filled = set()
    for model in (model for label in APPS for model in apps.get_app_config(label).get_models()):
        for field in texts(model):
            value = EVERYTHING if isinstance(field, RichTextField) else ATTACK
            if field.max_length is not None and len(value) > field.max_length:
                continue
            try:
                with transaction.atomic():
                    if model._base_manager.update(**{field.attname: value}):
                        filled.add(f"{model._meta.label}.{field.name}")
            except DatabaseError:
                continue
    return filled


@pytest.fixture
def world(today, network, other_network, settings, tmp_path) -> World:
    settings.MEDIA_ROOT = tmp_path
    return build(network, other_network)


ROLE_OF = {Door.EVERYBODY: "visitor", Door.GUARD: "visitor"}


def role_for(door: Door) -> str:
    admitted = ADMITTED[door]
    return ROLE_OF.get(door) or next(
        role for role in ("leader", "ambassador", "superuser") if role in admitted
    )


def test_what_it_looks_for_is_seen():
    fine = "<p>&lt;xq onx=1&gt; onx=1</p><a href='/x/?q=javascript:1'>x</a><a href='mailto:x'>y</a>"
    assert Page(fine).harm == []
    links = "<a href=' java\tscript:1'>x</a><iframe srcdoc='<b onx=1>'></iframe>"
    shown = Page(f'<p title="{ATTACK}">x</p>{links}')
    assert shown.harm == ["xq", "xq onx", "a  java\tscript:1", "b onx"]


def test_no_page_shows_an_attack_as_anything_but_words(world):
    filled = fill_with_attacks()
    assert len(filled) >= FEWEST_FIELDS
    clients: dict[str, Any] = {}
    asked, harmful, broken = 0, {}, []
    for address, row in rows_with_address():
        role = role_for(row.door)
        client = clients.setdefault(role, world.client(role))
        url = url_of(address, row, world.here, world)
        response = client.get(url)
        if response.status_code == 500:
            broken.append(url)
        if response.status_code != 200 or not response["Content-Type"].startswith("text/html"):
            continue
        asked += 1
        if harm := Page(b"".join(response).decode()).harm:
            harmful[url] = harm[:3]
    assert (harmful, broken) == ({}, [])
    assert asked >= FEWEST_PAGES


def test_every_rich_text_is_stored_clean_by_whatever_way(db):
    fields = [
        field
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if isinstance(field, RichTextField)
    ]
    assert len({field.model for field in fields}) >= 14  # seven models, each with its history
    for field in fields:
        for attack in ATTACKS:
            written = field.get_prep_value(attack)  # an update, a row of bulk_create, a look-up
            saved = field.pre_save(field.model(**{field.attname: attack}), add=True)
            assert written == saved
            assert not re.search(r"<[a-zA-Z/!?]", written), (field, attack)
        assert field.get_prep_value(EVERYTHING) == field.get_prep_value(field.get_prep_value(EVERYTHING))


@pytest.mark.parametrize("name", ["thanks", "newsletter"])
def test_no_attack_reaches_a_mail(network, name):
    """The network's own words of a mail, and the introduction of its newsletter."""
    kind = messages.kind_of(name)
    values = composing.sample(kind, network, language="nl")
    clean = Page(composing.render(kind, values, words="Dag.").html).harm
    assert clean == []
    survivors = [
        attack
        for attack in [*ATTACKS, ATTACK]
        if Page(composing.render(kind, values, words=attack, subject=attack).html).harm
        or Page(wording.to_html(attack)).harm
    ]
    assert survivors == []
