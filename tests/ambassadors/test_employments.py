"""Where somebody works: of two companies the later one, on the page, in the lists and in a file alike."""

from datetime import date

import pytest

from ambassadors.models import Employment
from ambassadors.public_people import public_people
from network.models import Company


@pytest.fixture
def moved(ambassador, network, today):
    """Marleen worked somewhere since nobody knows when; now she works at Weefkracht as well."""
    company = Company.objects.create(network=network, name="Weefkracht", place="Enschede")
    Employment.objects.create(person=ambassador, company=company, role="oprichter", start=date(2026, 3, 1))
    return ambassador


def test_an_unknown_first_day_is_the_longest_ago(moved):
    names = list(moved.employments.oldest_first().values_list("company__name", flat=True))
    assert names == ["Oosterveld BV", "Weefkracht"]
    assert list(moved.employments.newest_first().values_list("company__name", flat=True)) == names[::-1]


def test_the_same_company_everywhere(moved, network, visitor, leader_client, today):
    assert [person.company for person in public_people(network, today)] == ["Weefkracht"]
    assert visitor.get(f"/pioniers/{moved.slug}/").context["work"].company.name == "Weefkracht"
    people = leader_client.get("/beheer/ambassadors/person/").content.decode()
    assert ("Weefkracht" in people, "Oosterveld BV" in people) == (True, False)
