"""Companies: one by its number, merged without loss, in the target group or not."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from ambassadors.models import Employment
from events.models import Lead
from network import working_area
from network.actions import knowing_companies, merging_companies
from network.company_names import key, kvk_number
from network.models import Company, MergedCompany
from network.sme import Verdict


@pytest.mark.parametrize(
    ("region", "place", "verdict"),
    [
        ("Twente", "", Verdict.MET),
        ("", "OMMEN ", Verdict.MET),
        ("Achterhoek", "Ommen", Verdict.MET),
        ("Achterhoek", "Doetinchem", Verdict.NOT_MET),
        ("", "", Verdict.UNKNOWN),
    ],
)
def test_in_the_region(region, place, verdict):
    assert working_area.lies_in(working_area.names("Twente\n Ommen\n\n"), region, place) == verdict
    assert working_area.lies_in(frozenset(), region, place) == Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bakkerij Ter Horst B.V.", "bakkerij ter horst"),
        ("Café ’t Hof", "cafe 't hof"),
        ("Jansen & Zn. BV", "Jansen Zn"),
    ],
)
def test_names_that_look_alike(one, other):
    assert key(one) == key(other) != ""


@given(st.text(max_size=40))
def test_a_key_of_anything_is_stable(name):
    assert key(key(name)) == key(name)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("12.34.56.78", "12345678"), ("1234 5678", "12345678"), ("1234567", "1234567"), ("x", "x")],
)
def test_a_number_however_it_is_grouped(typed, kept):
    assert kvk_number(typed) == kept


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["1234567", "123456789", "1234567a", "١٢٣٤٥٦٧٨", "12345678\n"])
def test_the_database_refuses_what_is_no_number(network, number):
    with pytest.raises((IntegrityError, Exception)) as refused, transaction.atomic():
        Company.objects.create(network=network, name="X", kvk_number=number)
    assert refused.type.__name__ in ("IntegrityError", "DataError")


@pytest.fixture
def twins(network, ambassador, leader):
    keep = Company.objects.create(network=network, name="Horst BV", place="Ommen", employees=20)
    other = Company.objects.create(network=network, name="Horst", kvk_number="12345678", sector="voeding")
    Employment.objects.create(person=ambassador, company=other, end=date(2020, 1, 1))
    Lead.objects.create(network=network, company=other, company_name="Horst")
    return keep, other


def test_merging_loses_nothing(twins, leader, ambassador):
    keep, other = twins
    gone = other.pk
    merging_companies.merge(keep=keep, other=other, by=leader)
    keep.refresh_from_db()
    assert (keep.name, keep.kvk_number, keep.sector, keep.employees, keep.place) == (
        "Horst BV", "12345678", "voeding", 20, "Ommen",
    )  # fmt: skip
    assert not Company.objects.filter(pk=gone).exists()
    assert Lead.objects.get().company == keep
    assert keep.employments.get().person == ambassador
    record = MergedCompany.objects.get()
    assert (record.company, record.name, record.merged_by) == (keep, "Horst", leader)
    assert record.values["kvk_number"] == "12345678"
    assert sorted(record.moved) == ["ambassadors.Employment", "events.Lead", "network.MergedCompany"]
    assert keep.history.first().history_user == leader


def test_merging_again_changes_nothing_and_what_was_merged_moves_along(twins, network, leader):
    keep, other = twins
    merging_companies.merge(keep=keep, other=other, by=leader)
    assert (
        merging_companies.merge(keep=keep, other=Company(pk=other.pk or 999, network=network), by=leader)
        == keep
    )
    third = Company.objects.create(network=network, name="Horst Holding")
    merging_companies.merge(keep=third, other=keep, by=leader)
    assert MergedCompany.objects.filter(company=third).count() == 2
    third.refresh_from_db()
    assert third.kvk_number == "12345678"


def stand(company):
    return {field.name: getattr(company, field.attname) for field in Company._meta.concrete_fields}


def test_parting_gives_both_back_what_was_theirs(twins, leader, ambassador):
    keep, other = twins
    before = stand(keep), stand(Company.objects.get(pk=other.pk))
    merging_companies.merge(keep=keep, other=other, by=leader)
    parted = merging_companies.part(MergedCompany.objects.get(), by=leader)
    keep.refresh_from_db()
    parted.refresh_from_db()
    assert (stand(keep), stand(parted)) == before
    assert parted.employments.get().person == ambassador
    assert not keep.employments.exists()
    assert Lead.objects.get().company == parted
    assert not MergedCompany.objects.exists()
    assert parted.history.first().history_user == keep.history.first().history_user == leader


def test_parting_leaves_what_was_changed_since(twins, leader, ambassador, network):
    keep, other = twins
    merging_companies.merge(keep=keep, other=other, by=leader)
    keep.refresh_from_db()
    keep.sector = "horeca"
    keep.save()
    third = Company.objects.create(network=network, name="Elders")
    keep.employments.update(company=third)
    own = Lead.objects.create(network=network, company=keep, company_name="Horst BV")
    parted = merging_companies.part(MergedCompany.objects.get(), by=leader)
    keep.refresh_from_db()
    assert (keep.sector, keep.kvk_number) == ("horeca", "")
    assert (parted.sector, parted.kvk_number) == ("voeding", "12345678")
    assert third.employments.get().person == ambassador
    own.refresh_from_db()
    assert own.company == keep


def test_what_was_merged_before_parts_along(twins, leader, network):
    keep, other = twins
    merging_companies.merge(keep=keep, other=other, by=leader)
    top = Company.objects.create(network=network, name="Horst Holding")
    merging_companies.merge(keep=top, other=keep, by=leader)
    middle = merging_companies.part(MergedCompany.objects.get(name="Horst BV"), by=leader)
    assert MergedCompany.objects.get().company == middle
    merging_companies.part(MergedCompany.objects.get(), by=leader)
    assert set(network.companies.values_list("name", "kvk_number")) >= {
        ("Horst Holding", ""), ("Horst BV", ""), ("Horst", "12345678"),
    }  # fmt: skip


def test_parting_twice_or_into_anothers_number_says_so_and_changes_nothing(twins, leader, network):
    keep, other = twins
    merging_companies.merge(keep=keep, other=other, by=leader)
    record = MergedCompany.objects.get()
    Company.objects.filter(pk=keep.pk).update(kvk_number="")
    Company.objects.create(network=network, name="Horst nieuw", kvk_number="12345678")
    with pytest.raises(ValidationError, match="heeft dit KvK-nummer al"):
        merging_companies.part(record, by=leader)
    assert Lead.objects.get().company == keep
    assert Company.objects.get(pk=keep.pk).sector == "voeding"
    Company.objects.filter(name="Horst nieuw").delete()
    merging_companies.part(record, by=leader)
    with pytest.raises(ValidationError):
        merging_companies.part(MergedCompany(pk=record.pk or 999, company=keep), by=leader)
    assert network.companies.filter(name="Horst").count() == 1


def test_two_numbers_are_two_companies(twins, leader):
    keep, other = twins
    keep.kvk_number = "87654321"
    keep.save()
    with pytest.raises(ValidationError):
        merging_companies.merge(keep=keep, other=other, by=leader)
    assert Company.objects.filter(pk__in=[keep.pk, other.pk]).count() == 2


def test_companies_of_two_networks_are_never_one(twins, other_network, leader):
    foreign = Company.objects.create(network=other_network, name="Horst")
    with pytest.raises(ValidationError):
        merging_companies.merge(keep=twins[0], other=foreign, by=leader)


def test_a_company_is_found_by_its_number_then_by_its_name(twins, network):
    keep, other = twins
    find = knowing_companies.find
    assert find(network, name="Iets anders", kvk_number="12345678") == other
    assert find(network, name="HORST B.V.", place="ommen") == keep
    assert find(network, name="Horst", place="Deventer") == other  # nothing speaks against it
    assert find(network, name="Horstman") is None
    assert find(network, name="B.V.") is None
    made = knowing_companies.know(network, name="Nieuw BV", kvk_number="11112222", by=None)
    assert knowing_companies.know(network, name="nieuw", by=None) == made


def test_the_pages_of_the_leader(twins, leader_client, network):
    keep, other = twins
    page = leader_client.get("/beheer/network/company/dubbel/")
    assert [(a.pk, b.pk) for a, b in page.context["pairs"]] == [(keep.pk, other.pk)]
    address = f"/beheer/network/company/{keep.pk}/samenvoegen/{other.pk}/"
    assert "Horst BV" in leader_client.get(address).text
    assert Company.objects.filter(name__startswith="Horst").count() == 2
    answer = leader_client.post(address, {"keep": other.pk})
    assert answer.status_code == 302
    assert Company.objects.get(name__startswith="Horst") == other
    assert leader_client.get("/beheer/network/company/dubbel/").context["pairs"] == []


def test_the_leader_parts_what_was_merged(twins, leader_client, leader):
    keep, other = twins
    merging_companies.merge(keep=keep, other=other, by=leader)
    record = MergedCompany.objects.get()
    address = f"/beheer/network/company/samengevoegd/{record.pk}/"
    assert address in leader_client.get(f"/beheer/network/company/{keep.pk}/change/").text
    page = leader_client.get(address)
    assert "12345678" in page.text
    assert Company.objects.filter(name__startswith="Horst").count() == 1
    answer = leader_client.post(address)
    parted = Company.objects.get(name="Horst")
    assert answer.url == f"/beheer/network/company/{parted.pk}/change/"
    assert leader_client.post(address).status_code == 404


def test_the_form_takes_a_grouped_number_and_says_what_is_wrong(leader_client, network):
    page = "/beheer/network/company/add/"
    assert leader_client.post(page, {"name": "Een", "kvk_number": "12.34.56.78"}).status_code == 302
    assert Company.objects.get(name="Een").kvk_number == "12345678"
    wrong = leader_client.post(page, {"name": "Twee", "kvk_number": "123"})
    assert "Een KvK-nummer heeft acht cijfers." in wrong.text
    twice = leader_client.post(page, {"name": "Drie", "kvk_number": "1234 5678"})
    assert "Een ander bedrijf heeft dit KvK-nummer al." in twice.text
    assert Company.objects.filter(name__in=["Twee", "Drie"]).count() == 0
