"""P1: what is kept has a class, a purpose, a basis and a term, field by field."""

from config.celery import SCHEDULE
from network import privacy, retention


def test_every_field_of_every_model_is_in_the_register():
    assert privacy.fields_without_entry() == []


def test_the_register_names_no_field_that_is_not_there():
    unknown = [
        f"{model._meta.label}.{name}"
        for model, entries in privacy.register.items()
        for name in entries
        if name not in {field.name for field in (*model._meta.concrete_fields, *model._meta.many_to_many)}
    ]
    assert unknown == []


def test_what_is_about_a_person_has_a_basis():
    about_people = {privacy.DataClass.PERSONAL, privacy.DataClass.SENSITIVE, privacy.DataClass.SPECIAL}
    without = [
        f"{model._meta.label}.{name}"
        for model, entries in privacy.register.items()
        for name, entry in entries.items()
        if entry.data_class in about_people and entry.basis == privacy.Basis.NONE_NEEDED
    ]
    assert without == []


ABOUT_PEOPLE = {privacy.DataClass.PERSONAL, privacy.DataClass.SENSITIVE, privacy.DataClass.SPECIAL}


def test_what_is_about_a_person_ends_by_a_rule_or_says_why_not():
    """P2: no model with personal data without a term that something carries out."""
    wrong = []
    for model, entries in privacy.register.items():
        terms = {entry.retention for entry in entries.values() if entry.data_class in ABOUT_PEOPLE}
        for term in terms:
            name = f"{model._meta.label}: {term}"
            if not isinstance(term, privacy.Term):
                wrong.append(f"{name}: nothing ends it")
            elif not (term.rules or term.job or str(term.because)):
                wrong.append(f"{name}: nothing ends it, and nobody says why")
            else:
                wrong += [f"{name}: no rule {one}" for one in term.rules if one not in retention.rules]
                wrong += [f"{name}: no job {term.job}"] * (bool(term.job) and term.job not in SCHEDULE)
                covered = [
                    model in retention.rules[one].covers for one in term.rules if one in retention.rules
                ]
                wrong += [f"{name}: its rules do not cover it"] * (bool(term.rules) and not any(covered))
    assert wrong == []


def test_every_rule_is_carried_out_and_named_in_the_register():
    named = {
        one
        for entries in privacy.register.values()
        for entry in entries.values()
        if isinstance(entry.retention, privacy.Term)
        for one in entry.retention.rules
    }
    assert set(retention.rules) - named == {"log", "scan_results"}  # about no model of ours; about nobody
    assert [one.name for one in retention.rules.values() if one._forget is None] == []
