"""A question that was left open says what to do, in every form there is."""

import inspect
from importlib import import_module
from pathlib import Path

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation

from network.forms.required import WHAT_TO_DO

ROOT = Path(__file__).resolve().parents[2]
OWN = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for app in ("network", "ambassadors", "knowledgebank", "events")
    for path in [*(ROOT / app / "forms").glob("*.py"), *(ROOT / app / "admin").glob("*.py")]
    if path.stem != "__init__"
]
DJANGOS = ("Dit veld is verplicht.", "This field is required.")


def questions() -> dict[str, forms.Field]:
    """Those that forms of ours declare."""
    return {
        f"{module}.{form.__name__}.{name}": field
        for module in OWN
        for form in vars(import_module(module)).values()
        if inspect.isclass(form) and issubclass(form, forms.BaseForm)
        for name, field in getattr(form, "base_fields", {}).items()
    }


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_question_says_only_that_it_is_obligatory(language):
    asked = questions()
    assert len(asked) > 150
    with translation.override(language):
        bare = {name for name, field in asked.items() if str(field.error_messages["required"]) in DJANGOS}
        assert bare == set()
        assert not {str(words) for words in WHAT_TO_DO.values()} & set(DJANGOS)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (forms.CharField(), "Vul dit in, anders kunnen we niet verder."),
        (forms.TypedChoiceField(), "Kies er een uit de lijst."),
        (forms.TypedMultipleChoiceField(), "Kies er minstens één."),
        (forms.DecimalField(), "Vul een getal in, anders kunnen we niet verder."),
        (forms.BooleanField(), "Vink dit aan om verder te gaan."),
        (forms.ImageField(), "Kies een bestand."),
        (forms.CharField(error_messages={"required": "Eigen woorden."}), "Eigen woorden."),
    ],
)
def test_each_kind_of_question_says_what_to_do(field, said):
    with translation.override("nl"), pytest.raises(ValidationError) as refused:
        field.clean(None)
    assert refused.value.messages == [said]
