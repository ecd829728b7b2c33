"""The photo of a podium: kept, private, and gone when it is nobody's."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from events.models import Podium, PodiumDraft
from tests.conftest import client_for
from tests.events.mijn import NEW, THREE, TOKEN, log_one

pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def files(folder) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def photo():
    out = io.BytesIO()
    Image.new("RGB", (300, 200), "teal").save(out, "PNG")
    return SimpleUploadedFile("wij.png", out.getvalue(), content_type="image/png")


def test_a_photo_is_kept_under_another_name_and_can_go(ambassador_client, other_ambassador, network):
    ambassador_client.post(NEW, THREE | {"photo": photo(), "photo_alt": "Volle zaal"})
    podium = Podium.objects.get()
    assert podium.photo.name.startswith("podia/")
    assert "wij" not in podium.photo.name
    path = reverse("my_podium_photo", args=[podium.pk])
    assert b"".join(ambassador_client.get(path).streaming_content)
    assert client_for(other_ambassador.user, network).get(path).status_code == 404

    edit = reverse("my_podium_edit", args=[podium.pk])
    ambassador_client.post(edit, THREE)
    podium.refresh_from_db()
    assert podium.photo
    ambassador_client.post(edit, THREE | {"photo_away": "on"})
    podium.refresh_from_db()
    assert not podium.photo


def test_a_photo_outlives_an_error_in_another_field(ambassador_client, other_ambassador, network, media):
    wrong = THREE | {"token": TOKEN, "where": "", "photo": photo()}
    page = ambassador_client.post(NEW, wrong)
    assert set(page.context["form"].errors) == {"where"}
    kept = PodiumDraft.objects.get().photo
    address = reverse("my_draft_photo")
    assert address in page.content.decode()
    with kept.open() as stored:
        assert b"".join(ambassador_client.get(address).streaming_content) == stored.read()
    assert client_for(other_ambassador.user, network).get(address).status_code == 404

    ambassador_client.post(NEW, THREE | {"token": TOKEN})
    assert Podium.objects.get().photo.name == kept.name
    assert not PodiumDraft.objects.exists()
    assert files(media) == {kept.name}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("second", "left"),
    [
        ({"photo_away": "on"}, 0),
        ({"photo": "another"}, 1),
        ({"token": "x" * 43}, 0),  # another form: not its photo
    ],
)
def test_no_file_stays_behind_that_is_nobodys(ambassador_client, media, second, left):
    ambassador_client.post(NEW, THREE | {"token": TOKEN, "where": "", "photo": photo()})
    first = files(media)
    assert len(first) == 1
    if "photo" in second:
        second = {"photo": photo()}
    ambassador_client.post(NEW, {"token": TOKEN} | THREE | {"where": ""} | second)
    assert len(files(media)) == left
    assert not files(media) & first
    ambassador_client.post(reverse("my_draft_discard"))
    assert files(media) == set()


def test_a_photo_chosen_while_correcting_is_kept_at_once(ambassador_client, ambassador, network):
    podium = log_one(network, ambassador)
    edit = reverse("my_podium_edit", args=[podium.pk])
    page = ambassador_client.post(edit, THREE | {"where": "", "photo": photo(), "title": "Nieuw"})
    assert set(page.context["form"].errors) == {"where"}
    assert "Je foto is al bewaard." in page.content.decode()
    podium.refresh_from_db()
    assert podium.photo
    assert podium.title == ""


def test_what_is_no_photo_is_refused(ambassador_client):
    answer = ambassador_client.post(NEW, THREE | {"photo": SimpleUploadedFile("x.png", b"<svg/>")})

    assert set(answer.context["form"].errors) == {"photo"}
    assert not Podium.objects.exists()
