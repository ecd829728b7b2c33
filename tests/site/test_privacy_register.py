"""P1: what is kept has a class, a purpose, a basis and a term, field by field."""

from network import privacy


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
