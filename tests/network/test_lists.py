import pytest
from django.core.exceptions import ValidationError

from network.forms.lists import LinesField, ListField


def test_several_texts_are_typed_in_one_field():
    assert ListField().clean(" zorg ,techniek,, zorg,  de  bouw ") == ["zorg", "techniek", "de bouw"]
    assert LinesField().clean("Hoe, en waarom?\r\n\r\n  Hoe,  en waarom? \nWat nu?") == [
        "Hoe, en waarom?", "Wat nu?"
    ]  # fmt: skip
    assert LinesField(required=False).clean("") == []


@pytest.mark.parametrize("field", [ListField(most=2, longest=5), LinesField(most=2, longest=5)])
def test_what_is_too_much_is_said_and_never_cut_off(field):
    assert field.clean(field.joint.join(["vijf5", "twee"])) == ["vijf5", "twee"]
    with pytest.raises(ValidationError, match="hoogstens 2"):
        field.clean(field.joint.join(["een", "twee", "drie"]))
    with pytest.raises(ValidationError, match="hoogstens 5 tekens"):
        field.clean("zesses")
