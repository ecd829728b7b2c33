"""Thanks at the end of a term, milestones in Mijn, the card of a year, and the spotlight on the home page."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from ambassadors.actions import ending
from ambassadors.models import Spotlight, Term
from events.actions import thanking
from events.models import Podium
from network.messages import kind_of
from network.models import Message
from tests.conftest import client_for, make_person


def podium(network, person, on: date, audience: int = 0, **fields) -> Podium:
    made = Podium.objects.create(
        network=network, kind="presentation", status="done", date=on, title="Verhaal",
        audience=audience or None, **fields,
    )  # fmt: skip
    made.ambassadors.add(person)
    return made


@pytest.fixture
def gerda(network):
    """Her term ended on 1 November 2026."""
    person = make_person(network, "Gerda", "Kok", term=(date(2023, 11, 1), date(2026, 11, 1)))
    podium(network, person, date(2024, 3, 1), 40)
    podium(network, person, date(2025, 3, 1), 60)
    podium(network, person, date(2025, 6, 1))
    podium(network, person, date(2026, 11, 5), 999)  # after it
    return person


def test_thanks_once_with_the_years_in_figures(today, network, gerda, ambassador):
    assert thanking.run(network, on=date(2026, 10, 31)) == 0
    assert thanking.run(network, on=today) == 1
    assert thanking.run(network, on=today) == 0
    (mail,) = Message.objects.filter(kind="farewell")
    kind = kind_of("farewell")
    assert kind.still_due(mail) is True
    values = kind.context(mail)
    assert (values["podia"], values["audience"], len(values["years"])) == (3, "100", 2)
    Term.objects.create(person=gerda, start=date(2026, 11, 10), end=date(2029, 11, 10))
    assert kind.still_due(mail) is not True


def test_who_left_early_is_thanked_and_who_died_or_left_long_ago_gets_no_mail(today, network, leader):
    for name, why in (("Vroeg", "moved"), ("Weg", "died")):
        person = make_person(network, "Piet", name, term=(date(2025, 4, 1), date(2028, 4, 1)))
        ending.end_early(person.terms.get(), by=leader, end=date(2026, 11, 2), ending=why)
    make_person(network, "Oud", "Lid", term=(date(2019, 4, 1), date(2022, 4, 1)))
    assert thanking.run(network, on=today) == 1
    assert Message.objects.get(kind="farewell").recipient == "piet.vroeg@bedrijf.example"


def test_what_somebody_reached_stands_in_mijn(
    today, network, ambassador, ambassador_client, other_ambassador
):
    podium(network, ambassador, date(2025, 5, 1), 120)
    podium(network, other_ambassador, date(2024, 5, 1), 700)
    page = ambassador_client.get(reverse("my_reached"))
    kinds = [(one.kind.value, one.number) for one, _words in page.context["milestones"]]
    # Marleen is a teacher: whom she reached comes first. Bram's figures are his.
    assert kinds == [("hearers", 100), ("years", 1), ("podia", 1)]
    assert page.context["years"] == [2025]


def test_the_card_of_a_year_as_picture_and_as_paper(today, network, ambassador, ambassador_client):
    podium(network, ambassador, date(2025, 5, 1), 120)
    answer = ambassador_client.get(reverse("my_year_picture", args=[2025]))
    assert answer["Content-Type"] == "image/png"
    assert Image.open(BytesIO(answer.content)).size == (1080, 1080)
    assert ambassador_client.get(reverse("my_year_card", args=[2025])).content.startswith(b"%PDF-1.7")
    for year in (2024, 3000, 1, 999999999):
        assert ambassador_client.get(reverse("my_year_picture", args=[year])).status_code == 404


def test_the_spotlight_shows_only_whom_visitors_may_see(today, network, ambassador, visitor):
    light = Spotlight.objects.create(
        network=network,
        person=ambassador,
        why="Won een prijs.",
        start=date(2026, 11, 1),
        end=date(2026, 12, 1),
    )  # fmt: skip
    assert "Won een prijs." in visitor.get("/").content.decode()
    ambassador.publication_consent_at = None
    ambassador.save()
    assert "Won een prijs." not in visitor.get("/").content.decode()
    ambassador.publication_consent_at = "2025-04-01T12:00:00+02:00"
    ambassador.save()
    Spotlight.objects.filter(pk=light.pk).update(end=date(2026, 11, 23))
    assert "Won een prijs." not in visitor.get("/").content.decode()


def test_somebody_elses_card_is_nobodys(today, network, ambassador, other_ambassador):
    podium(network, ambassador, date(2025, 5, 1))
    answer = client_for(other_ambassador.user, network).get(reverse("my_year_picture", args=[2025]))
    assert answer.status_code == 404
