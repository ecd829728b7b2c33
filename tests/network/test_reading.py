"""The report of the client."""

from datetime import date

from events.models import Podium
from network.models import Target


def make(network, **fields):
    return Podium.objects.create(network=network, kind="workshop", **{"status": "done", **fields})


def figures(response) -> dict[str, int]:
    return {
        figure.key: figure.value for section in response.context["sections"] for figure in section.figures
    }


def test_the_client_reads_figures_against_targets(today, network, other_network, reader_client):
    Target.objects.create(
        network=network, kind="reached", amount=450, start=date(2025, 1, 1), end=date(2027, 1, 1)
    )
    make(network, date=date(2026, 3, 1), audience=40)
    make(network, date=date(2025, 3, 1), audience=60)
    make(network, date=date(2026, 3, 1), audience=500, status="agreed")
    make(other_network, date=date(2026, 3, 1), audience=7000)
    response = reader_client.get("/verslag/")
    assert (response.status_code, figures(response)["reached"], figures(response)["podia"]) == (200, 100, 2)
    page = response.content.decode()
    assert "450" in page
    assert "/beheer/events" not in page
    assert figures(reader_client.get("/verslag/?jaar=2026"))["reached"] == 40
    for odd in ("1", "²", "99999999999999999999", "x"):
        assert figures(reader_client.get("/verslag/", {"jaar": odd}))["reached"] == 100


def test_the_report_asks_as_much_for_one_podium_as_for_three(
    today, network, reader_client, django_assert_num_queries
):
    make(network, date=date(2026, 3, 1), audience=40)
    for _ in range(2):  # the network of the host is remembered from the second visit on
        reader_client.get("/verslag/")
    with django_assert_num_queries(5):
        reader_client.get("/verslag/")
    for day in (2, 3):
        make(network, date=date(2026, 3, day), audience=40)
    reader_client.get("/verslag/")
    with django_assert_num_queries(5):
        reader_client.get("/verslag/")


def test_the_door_of_the_admin_sends_the_client_to_the_report(reader_client):
    assert reader_client.get("/beheer/", follow=True).request["PATH_INFO"] == "/verslag/"


def test_the_leader_goes_on_to_the_rows(network, leader_client):
    make(network, date=date(2026, 3, 1), audience=40)
    assert "/beheer/events/podium/" in leader_client.get("/verslag/").content.decode()
