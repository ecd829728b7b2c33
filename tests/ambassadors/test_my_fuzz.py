"""Whatever is typed into the forms about oneself: an answer, never an error of the server."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from ambassadors.forms.my import CompanyForm, PauseForm, ProfileForm
from tests.events.test_my_fuzz import ANY, DAYS, many, sent, typed_into

pytestmark = pytest.mark.usefixtures("today")


@many
@given(typed=typed_into(ProfileForm, language=st.sampled_from(["nl", "en", "x"]), themes=ANY, quote=ANY))
def test_changing_my_page(ambassador_client, typed):
    typed.pop("portrait", None)
    sent(ambassador_client, reverse("my_profile"), typed)

    for name in ("my_page", "my_preview", "my_profile"):
        assert ambassador_client.get(reverse(name)).status_code == 200


@many
@given(typed=typed_into(CompanyForm, name=ANY, since=DAYS))
def test_changing_my_company(ambassador_client, typed):
    sent(ambassador_client, reverse("my_company"), typed)

    assert ambassador_client.get(reverse("my_company")).status_code == 200


@many
@given(typed=typed_into(PauseForm, start=DAYS, last=DAYS))
def test_asking_a_pause(ambassador_client, typed):
    sent(ambassador_client, reverse("my_pause"), typed)

    assert ambassador_client.get(reverse("my_pause")).status_code == 200


@many
@given(shown=ANY)
def test_consent(ambassador_client, shown):
    sent(ambassador_client, reverse("my_publication"), {"shown": shown})
