"""What is kept of people: a class, purpose, basis and term for every field of every model.

An app's `privacy.py` describes its models; a test fails for a field without an entry, and the register
(GDPR art. 30) is made from it:

    privacy.describe(Person, purpose=_("…"), basis=Basis.CONTRACT, retention=_("…"),
                     public=["first_name"], personal=["phone"], internal=["slug"])
"""

from dataclasses import dataclass
from enum import StrEnum

from django.apps import apps
from django.db.models import Model
from django.utils.functional import Promise

Text = str | Promise


class DataClass(StrEnum):
    PUBLIC = "public"  # shown on the site, with consent where it is about a person
    INTERNAL = "internal"  # about no person
    PERSONAL = "personal"
    SENSITIVE = "sensitive"  # personal, and it could hurt: health, absence, judgement
    SPECIAL = "special"  # GDPR art. 9


class Basis(StrEnum):
    CONSENT = "consent"
    CONTRACT = "contract"
    LEGITIMATE_INTEREST = "legitimate_interest"
    PUBLIC_TASK = "public_task"
    NONE_NEEDED = "none_needed"  # about no person


@dataclass(frozen=True)
class Entry:
    data_class: DataClass
    purpose: Text
    basis: Basis
    retention: Text


register: dict[type[Model], dict[str, Entry]] = {}


def describe(
    model: type[Model],
    *,
    purpose: Text,
    basis: Basis,
    retention: Text,
    public: list[str] | tuple[str, ...] = (),
    internal: list[str] | tuple[str, ...] = (),
    personal: list[str] | tuple[str, ...] = (),
    sensitive: list[str] | tuple[str, ...] = (),
    special: list[str] | tuple[str, ...] = (),
) -> None:
    """May be called more than once for a model, where purposes differ. The primary key needs no entry."""
    entries = register.setdefault(model, {})
    by_class = {
        DataClass.PUBLIC: public,
        DataClass.INTERNAL: internal,
        DataClass.PERSONAL: personal,
        DataClass.SENSITIVE: sensitive,
        DataClass.SPECIAL: special,
    }
    for data_class, names in by_class.items():
        for name in names:
            entries[name] = Entry(data_class, purpose, basis, retention)


def described_models() -> list[type[Model]]:
    """The models of our own apps, many-to-many tables and copies of the history apart."""
    ours = ("network", "ambassadors", "knowledgebank", "events")
    return [
        model
        for label in ours
        for model in apps.get_app_config(label).get_models()
        if not model.__name__.startswith("Historical")
    ]


def fields_without_entry() -> list[str]:
    missing = []
    for model in described_models():
        entries = register.get(model, {})
        fields = [*model._meta.concrete_fields, *model._meta.many_to_many]
        missing += [
            f"{model._meta.label}.{field.name}"
            for field in fields
            if not field.primary_key and field.name not in entries
        ]
    return missing
