"""Which open requests fit an ambassador."""

from datetime import date

from ambassadors.commitment import Span
from events.matching import Asked, Because, Match, Wishes, best_matches, match

WINDOW = Span(date(2026, 11, 23), date(2027, 4, 1))
TEACHER = Wishes(
    profile_types=("teacher", "player"),
    themes=("Zelfsturende  teams",),
    liked_kinds=["workshop"],
    area="Ommen, Vechtdal, Twente",
    pauses=(Span(date(2027, 1, 4), date(2027, 1, 11)),),
)


def test_every_reason_is_told_and_counted():
    asked = Asked(1, "workshop", date(2026, 12, 1), "zelfsturende teams", "Hengelo", "Twente")

    assert match(TEACHER, asked, WINDOW) == Match(1, 13, tuple(Because))


def test_a_request_without_any_reason_does_not_fit():
    assert match(TEACHER, Asked(1, "fair", None, "energie", "Zwolle", "Zwolle"), WINDOW) is None


def test_a_day_that_cannot_be_does_not_fit():
    for day in (date(2026, 11, 22), date(2027, 4, 1), date(2027, 1, 4), date(2027, 1, 10)):
        assert match(TEACHER, Asked(1, "workshop", day), WINDOW) is None
    for day in (date(2026, 11, 23), date(2027, 3, 31), date(2027, 1, 11), None):
        assert match(TEACHER, Asked(1, "workshop", day), WINDOW) is not None


def test_the_best_come_first_and_the_soonest_among_equals():
    requests = [
        Asked(1, "company_visit"),
        Asked(2, "workshop", date(2027, 2, 1)),
        Asked(3, "workshop", date(2026, 12, 1)),
        Asked(4, "fair"),
        Asked(5, "panel", date(2026, 12, 24)),
    ]

    assert [fit.request_id for fit in best_matches(TEACHER, requests, WINDOW)] == [3, 2, 5]
