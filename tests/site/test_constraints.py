"""What may never be true is refused by the database itself, whoever writes to it, on both engines."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import translation

from ambassadors.models import AppointmentRound, HonoraryMembership, Pause, Person, Term
from network.refusals import sentence_for


def refused(sql: str, *values) -> str:
    """The sentence for whoever tried; fails where the database let it through."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
    with translation.override("nl"):
        return sentence_for(caught.value)


def allowed(sql: str, *values) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


TERM = 'INSERT INTO ambassadors_term (person_id, start, "end", ending) VALUES (%s, %s, %s, %s)'
OVERLAP = "Deze persoon heeft in deze dagen al een termijn."
ORDER = "Het einde moet na het begin komen."


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2025-04-01", "2028-04-01"),  # the same
        ("2026-01-01", "2027-01-01"),  # within
        ("2024-04-01", "2025-04-02"),  # one day over the start
        ("2028-03-31", "2031-03-31"),  # one day over the end
        ("2020-01-01", "2040-01-01"),  # around
    ],
)
def test_terms_of_one_person_never_overlap(ambassador, start, end):
    sentence = refused(TERM, ambassador.pk, start, end, "")
    assert sentence in (OVERLAP, refused(TERM, ambassador.pk, "2025-04-01", "2028-04-01", ""))
    assert Term.objects.count() == 1


def test_terms_may_touch_and_two_people_may_serve_at_once(ambassador, other_ambassador):
    allowed(TERM, ambassador.pk, "2028-04-01", "2031-04-01", "")
    allowed(TERM, ambassador.pk, "2022-04-01", "2025-04-01", "")
    assert Term.objects.filter(person=ambassador).count() == 3
    assert Term.objects.filter(person=other_ambassador).count() == 1


def test_a_term_cannot_be_moved_over_another(ambassador):
    later = Term.objects.create(person=ambassador, start=date(2028, 4, 1), end=date(2031, 4, 1))
    sql = "UPDATE ambassadors_term SET start = %s WHERE id = %s"
    assert refused(sql, "2028-03-31", later.pk) == OVERLAP
    allowed(sql, "2028-05-01", later.pk)


def test_what_ends_ends_after_it_began(ambassador):
    term = ambassador.terms.get()
    assert refused('UPDATE ambassadors_term SET "end" = start WHERE id = %s', term.pk) == ORDER
    pause = Pause.objects.create(person=ambassador, start=date(2026, 1, 1), end=date(2026, 2, 1))
    assert refused('UPDATE ambassadors_pause SET "end" = %s WHERE id = %s', "2025-12-31", pause.pk) == ORDER


def test_one_round_a_year_and_one_open_honorary_membership(network, other_network, ambassador):
    AppointmentRound.objects.create(network=network, year=2026, ceremony_on=date(2026, 4, 1))
    AppointmentRound.objects.create(network=other_network, year=2026, ceremony_on=date(2026, 4, 1))
    twin = AppointmentRound(network=network, year=2026, ceremony_on=date(2026, 5, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()
    HonoraryMembership.objects.create(person=ambassador, start=date(2028, 4, 1))
    assert (
        refused(
            "INSERT INTO ambassadors_honorarymembership (person_id, start) VALUES (%s, %s)",
            ambassador.pk,
            "2029-04-01",
        )
        == "Deze persoon is al ere-lid."
    )


def test_states_kinds_and_roles_come_from_their_lists(network, ambassador, leader):
    refused("UPDATE network_role SET kind = 'boss' WHERE user_id = %s", leader.pk)
    refused("UPDATE network_network SET commitment_year = 'lunar' WHERE id = %s", network.pk)
    refused("UPDATE network_network SET podia_per_year = 0 WHERE id = %s", network.pk)
    refused("UPDATE ambassadors_person SET profile_type = 'hero' WHERE id = %s", ambassador.pk)
    refused("UPDATE ambassadors_person SET second_profile_type = profile_type WHERE id = %s", ambassador.pk)


def test_an_address_is_one_persons_whatever_its_capitals(network, other_network, ambassador, leader):
    twin = "Somebody in this network already has this e-mail address."
    with translation.override("en"), pytest.raises(IntegrityError) as caught, transaction.atomic():
        Person.objects.create(network=network, first_name="M", last_name="O", email=ambassador.email.upper())
    with translation.override("en"):
        assert sentence_for(caught.value) == twin
    Person.objects.create(network=other_network, first_name="M", last_name="O", email=ambassador.email)
    refused("UPDATE network_user SET email = %s WHERE id = %s", leader.email.upper(), ambassador.user_id)


def test_the_admin_says_so_above_the_form_and_keeps_what_was_typed(network, fan, leader_client):
    """What the form itself cannot see: two names with one address."""
    page = "/beheer/network/fanorganisation/add/"
    response = leader_client.get(page)
    form = response.context["adminform"].form
    values = {name: form[name].value() for name in form.fields if form[name].value()}
    for inline in response.context["inline_admin_formsets"]:
        part = inline.formset.management_form
        values |= {part.add_prefix(name): part[name].value() for name in part.fields}
    response = leader_client.post(page, values | {"name": "Ondernemend  TWENTE!", "region": "Twente-Oost"})
    assert response.status_code == 200
    assert "Er is al een fan met deze naam." in response.content.decode()
    assert 'value="Twente-Oost"' in response.content.decode()
    assert network.fans.count() == 1
