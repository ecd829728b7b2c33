from ambassadors.actions import assessing
from ambassadors.actions.exporting import tables_about
from ambassadors.models import Assessment, Voice
from tests.ambassadors.candidates import make_candidate, make_round


def rows_of(person) -> str:
    return str({table.name: table.rows for table in tables_about(person)})


def test_a_candidate_takes_along_what_was_said_and_found_but_not_by_whom(
    network, today, leader, facilitator, ambassador
):
    nomination = make_candidate(network, "Nijhuis", round=make_round(network))
    Voice.objects.create(nomination=nomination, source="ambassador", person=ambassador, why="Ze durft.")
    assessing.ask(nomination=nomination, assessors=[leader, facilitator], by=leader)

    def hand_in(user):
        scores = dict.fromkeys(assessing.criteria_of(network), 4)
        assessing.hand_in(
            assessment=Assessment.objects.get(assessor=user), scores=scores, facts=f"Feit {user.pk}.", by=user
        )

    hand_in(facilitator)
    assert "Feit" not in rows_of(nomination.person)  # not before all are in
    hand_in(leader)
    found = rows_of(nomination.person)
    for kept in ("Ze durft.", f"Feit {leader.pk}.", f"Feit {facilitator.pk}.", "Eigen goede ervaring: 4/5"):
        assert kept in found
    for hidden in ("Marleen", ambassador.email, leader.email, str(leader), str(facilitator)):
        assert hidden not in found


def test_a_nominator_takes_along_their_own_words_only(network, today, leader, ambassador):
    nomination = make_candidate(network, "Nijhuis", round=make_round(network), status="not_suitable")
    Voice.objects.create(nomination=nomination, source="ambassador", person=ambassador, why="Ze durft.")
    Voice.objects.create(nomination=nomination, source="visitor", name="Ander", why="GEHEIM")
    found = rows_of(ambassador)
    assert "Ze durft." in found
    for hidden in ("GEHEIM", "niet geschikt", "not_suitable", nomination.person.email):
        assert hidden not in found
