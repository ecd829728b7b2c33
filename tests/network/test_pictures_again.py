"""A picture that was chosen on a form with a fault: no browser sends it again, so the page says so."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

AGAIN = "Kies de afbeelding opnieuw"


def test_the_settings_say_that_a_signature_has_to_be_chosen_again(leader_client, network):
    settings = reverse("admin:network_network_change", args=[network.pk])
    assert AGAIN not in leader_client.get(settings).content.decode()

    picture = SimpleUploadedFile("hand.png", b"any", content_type="image/png")
    answer = leader_client.post(settings, {"contact_email": "geen-adres", "official_signature": picture})

    assert answer.status_code == 200
    assert answer.content.decode().count(AGAIN) == 1  # beside the signature, not beside the logo
    network.refresh_from_db()
    assert not network.official_signature
