"""A question that is put into SQL once: what it answers stays as true as that of the QuerySet."""

from datetime import date

from ambassadors.models import Term
from network.questions import Question, as_day


def asked(found) -> Question:
    return Question(found.order_by("person__email").values_list("person__email", "end"))


def test_it_is_kept_and_its_answer_is_not(network, ambassador, other_ambassador, django_assert_num_queries):
    terms = Term.objects.filter(person__network=network)
    question = asked(terms)
    Term.objects.filter(person=ambassador).update(end=date(2031, 2, 28))
    with django_assert_num_queries(1):
        found = [(email, as_day(day)) for email, day in question.rows()]
    assert found == list(terms.order_by("person__email").values_list("person__email", "end"))
    assert (ambassador.email, date(2031, 2, 28)) in found


def test_what_can_find_nothing_is_not_asked(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert asked(Term.objects.none()).rows() == []


def test_a_day_is_read_from_either_database():
    assert as_day("2028-02-29") == as_day(date(2028, 2, 29)) == date(2028, 2, 29)
    assert as_day(None) is None
