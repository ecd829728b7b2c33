"""I3: an attack in every text that is kept and in every form that is sent, and no page shows it as anything
but words. The fields, the pages and the forms are found by themselves.
"""

import copy
import re
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest
from django.apps import apps
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, models, transaction
from django.forms import BaseForm
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import translation

from network import messages, wording
from network.actions import composing
from network.richtext import RichTextField
from tests.network.test_richtext import ATTACKS
from tests.site.doors import ADMITTED, Door
from tests.site.harm import ATTACK, Page, with_a_tail
from tests.site.test_access import rows_with_address, url_of
from tests.site.typed import Form, Input
from tests.site.world import World, build

EVERYTHING = "\n\n".join(ATTACKS)
APPS = ("network", "ambassadors", "events", "knowledgebank")
# What is no text of somebody: chosen from a list, made by the program, or an address that a form judges.
NO_TEXT = (models.SlugField, models.EmailField, models.URLField, models.FileField)
# Made by the program, or by which pages are found (the word for ambassadors is the address of their list).
KEYS = re.compile(r"token|key|secret|password|^word_plural$")
FEWEST_FIELDS = 200
FEWEST_PAGES = 250
FEWEST_FORMS, FEWEST_TAKEN, FEWEST_PICTURES = 400, 200, 7


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


# --- Forms --------------------------------------------------------------------------------------------------

FITS = {
    "email": '"\'><xq/onx=1>"@example.org',
    "url": "https://example.org/'\"><xq/onx=1>",
    "tel": ATTACK[-16:],
}


def attack(one: Input) -> str:
    return FITS.get(one.kind, ATTACK)


class Sending:
    """Sends every form once, wherever it stands, and undoes what came of it."""

    def __init__(self) -> None:
        self.known: set[Any] = set()
        self.sent = self.taken = 0
        self.harmful: dict[str, list[str]] = {}
        self.broken: list[str] = []
        self.picture = with_a_tail("PNG")

    def look(self, response: Any, what: str) -> list[Form] | None:
        """The page that came, judged: its forms; None of what is no page."""
        if response.status_code == 500:
            self.broken.append(what)
        body = b"".join(response)
        if response.status_code in (301, 302) or not response["Content-Type"].startswith("text/html"):
            return None
        page = Page(body.decode())
        if page.harm:
            self.harmful[what] = page.harm[:3]
        return page.forms

    def every_form(self, client: Client, url: str, forms: list[Form]) -> None:
        for form in forms:
            action = urldefrag(urljoin(url, form.action)).url
            for button in form.buttons or [None]:
                key = (_view(action), form.method, frozenset(one.name for one in form.inputs), _of(button))
                if key not in self.known:
                    self.known.add(key)
                    self.send(client, action, form, button)

    def send(self, client: Client, action: str, form: Form, button: Input | None) -> None:
        what = f"{form.method} {action} {_of(button)}"
        files = {name: SimpleUploadedFile("kanarie.jpg", self.picture) for name in form.named("file")}
        data = form.filled(attack, button) | files
        kept = copy.deepcopy(client.cookies)
        cache.clear()  # how often somebody sends something is counted elsewhere
        with transaction.atomic():
            self.sent += 1
            answer = client.post(action, data) if form.method == "post" else client.get(action, data)
            self.look(answer, what)
            if answer.status_code == 302:
                self.taken += 1
                if answer.url.startswith("/") and self._is_new(client, answer.url):
                    self.look(client.get(answer.url), f"{what}, and then")
            transaction.set_rollback(True)
        client.cookies = kept

    def _is_new(self, client: Client, url: str) -> bool:
        """A page that was not followed before, or one on which there is something to say now."""
        says = "_messages" in client.session
        key = (_view(url), client.session.get("_auth_user_id"))
        return says or not (key in self.known or self.known.add(key))


def _of(button: Input | None) -> tuple[str, str]:
    return (button.name, button.value) if button and button.name else ("", "")


def _view(action: str) -> str:
    with translation.override("nl"):
        try:
            return resolve(action.partition("?")[0]).view_name
        except Resolver404:
            return action


def forms_of_ours() -> set[type]:
    """Every class of a form that stands in a module of ours."""
    found, waiting = set(), [BaseForm]
    while waiting:
        one = waiting.pop()
        waiting += one.__subclasses__()
        module = sys.modules.get(one.__module__)
        if one.__module__.split(".")[0] in APPS and getattr(module, one.__name__, None) is one:
            found.add(one)
    return found


@pytest.fixture
def sent_something(monkeypatch) -> set[type]:
    """The class of every form that got anything to judge."""
    found: set[type] = set()
    begin = BaseForm.__init__

    def watched(form: BaseForm, *args: Any, **kwargs: Any) -> None:
        begin(form, *args, **kwargs)
        if form.is_bound:
            found.add(type(form))

    monkeypatch.setattr(BaseForm, "__init__", watched)
    return found


# They show only once something went on: a lead that was referred, a candidate to judge, a second lock. What
# is typed into them ends in columns that are filled with attacks above. A new form belongs on a page.
SHOW_LATER = {
    "ambassadors.admin.board": "RenewalForm",
    "ambassadors.admin.candidate_forms": "AssessorsForm JudgeForm RoundAssessorsForm",
    "ambassadors.admin.erasing": "SureForm",
    "ambassadors.admin.forms": "ProfileTypeForm",
    "ambassadors.admin.judging_many": "TogetherForm",
    "ambassadors.forms.belonging": "WishForm",
    "ambassadors.forms.declaration": "DeclarationForm",
    "ambassadors.forms.nominating": "AnswerForm AssessmentForm RefuseForm",
    "events.admin.lead_forms": (
        "ActivateForm AnswerForm CloseForm NoteForm OwnForm ProveForm ReferForm RefuseForm "
        "ReleaseForm ReopenForm ReturnForm SameAsForm StepForm"
    ),
    "events.forms.card": "FeedbackForm HereForm",
    "network.admin.networks": "FoundingForm",
    "network.admin.outbox": "EditForm",
    "network.forms.accounts": "CodeForm SecondFactorAgainForm SecondFactorForm",
    "network.forms.reports": "TextsForm",
}


@pytest.mark.looks
def test_no_page_and_no_form_shows_an_attack_as_anything_but_words(world, sent_something, settings):
    filled = fill_with_attacks()
    assert len(filled) >= FEWEST_FIELDS
    clients: dict[str, Client] = {}
    sending, asked = Sending(), 0
    for address, row in rows_with_address():
        role = role_for(row.door)
        if role not in clients:
            clients[role] = world.client(role)
        url = url_of(address, row, world.here, world)
        forms = sending.look(clients[role].get(url), url)
        asked += forms is not None
        sending.every_form(clients[role], url, forms or [])
    assert (sending.harmful, sending.broken) == ({}, [])
    assert asked >= FEWEST_PAGES
    assert (sending.sent >= FEWEST_FORMS, sending.taken >= FEWEST_TAKEN) == (True, True)
    kept = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    assert len(kept) >= FEWEST_PICTURES
    assert [path.name for path in kept if b"kanarie" in path.read_bytes()] == []
    reached = {base for one in sent_something for base in one.__mro__}
    unsent = {(one.__module__, one.__qualname__) for one in forms_of_ours() - reached}
    assert unsent == {(module, name) for module, names in SHOW_LATER.items() for name in names.split()}


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
