"""A3: no form offers, nor takes, what is of another network. Forms and choices are found by themselves."""

from typing import Any

import pytest
from django.forms import BaseForm, ModelChoiceField
from django.test import Client

from tests.site.test_access import media_folder, rows_with_address, url_of, world  # noqa: F401
from tests.site.test_no_attack_comes_out import role_for

# Pages without a form in which somebody chooses a thing.
WITHOUT = ("_changelist", "_history", "_delete", "_export")
FEWEST_CHOICES = 45


@pytest.fixture
def made(monkeypatch) -> list[BaseForm]:
    """Every form, as long as nobody looked at it; a form often says after its beginning what it offers."""
    found: list[BaseForm] = []
    begin = BaseForm.__init__

    def watched(form: BaseForm, *args: Any, **kwargs: Any) -> None:
        begin(form, *args, **kwargs)
        found.append(form)

    monkeypatch.setattr(BaseForm, "__init__", watched)
    return found


@pytest.mark.looks
def test_no_choice_is_of_another_network(world, made):  # noqa: F811
    clients: dict[str, Client] = {role: world.client(role) for role in ("leader", "ambassador")}
    looked: set[Any] = set()
    foreign: dict[str, str] = {}
    for address, row in rows_with_address():
        client = clients.get(role_for(row.door))
        if client is None or address.name.endswith(WITHOUT):
            continue
        b"".join(client.get(url_of(address, row, world.here, world)))
        for form in made:
            for name, field in form.fields.items():
                # Rows of an inline are known by their number; Django takes only those of its own parent.
                if not isinstance(field, ModelChoiceField) or name == "id":
                    continue
                what = (type(form).__qualname__, name, field.queryset.model)
                theirs = world.there.things.get(field.queryset.model)
                if what in looked or theirs is None:
                    continue
                looked.add(what)
                if field.queryset.filter(pk=theirs.pk).exists():
                    foreign[f"{address.name} {what[0]}.{name}"] = str(theirs)
        made.clear()
    assert foreign == {}
    assert len(looked) >= FEWEST_CHOICES, len(looked)
