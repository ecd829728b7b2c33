"""A question that is put into SQL once: what it answers stays as true as that of the QuerySet."""

from datetime import date

from django.db.models import F, IntegerField, SlugField, Value
from django.db.models.functions import JSONObject

from ambassadors.models import Employment, Person, Term
from network.questions import Given, Question, as_day


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


def test_what_is_given_is_said_when_it_is_asked(ambassador, other_ambassador, django_assert_num_queries):
    question = Question(
        Person.objects.filter(slug=Given("slug", SlugField()), network=Given("network", IntegerField()))
    )
    for person in (ambassador, other_ambassador):
        with django_assert_num_queries(1):
            assert question.objects(slug=person.slug, network=person.network_id) == [person]
    assert question.objects(slug=ambassador.slug, network=ambassador.network_id + 1) == []
    assert question.objects(slug="' OR 1=1 --", network=ambassador.network_id) == []


def test_objects_are_those_of_the_query(network, ambassador, other_ambassador, django_assert_num_queries):
    Person.objects.filter(pk=ambassador.pk).update(themes=["rooster", "zeggenschap"])
    terms = (
        Term.objects.filter(person__network=network)
        .select_related("person", "person__user")
        .only("start", "person__slug", "person__themes", "person__user__email")
        .annotate(last=F("end"), is_long=Value(True), kept=JSONObject(slug=F("person__slug"), day=F("start")))
        .order_by("pk")
    )

    def read(found):
        return [
            (
                one, one.start, one.last, one.is_long, one.kept, one.person, one.person.themes,
                one.person.user, one.get_deferred_fields(), one.person.get_deferred_fields(),
            )
            for one in found
        ]  # fmt: skip

    with django_assert_num_queries(2):
        found = read(Question(terms).objects())
        assert found == read(terms)
    assert len(found) > 1
    assert type(found[0][2]) is date


def test_tuples_are_those_of_the_query(ambassador, other_ambassador, django_assert_num_queries):
    Person.objects.filter(pk=ambassador.pk).update(themes=["rooster", "zeggenschap"])
    terms = (
        Term.objects.annotate(is_long=Value(True))
        .order_by("-pk")
        .values_list("end", "person__themes", "is_long", "person__email")
    )
    with django_assert_num_queries(2):
        found = Question(terms).tuples()
        assert found == list(terms)
    assert len(found) > 1
    assert Question(terms.none()).tuples() == []


def test_no_objects_where_nothing_is_found(network, ambassador):
    assert Question(Employment.objects.none()).objects() == []
    assert Question(Employment.objects.filter(pk=Given("pk", IntegerField()))).objects(pk=0) == []
