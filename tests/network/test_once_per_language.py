from datetime import date

from django.utils.translation import override

from network.dates import short_day
from network.templatetags.koploper import dots


def test_what_was_drawn_in_one_language_is_drawn_again_in_another():
    day, on = date(2026, 10, 3), date(2026, 11, 23)
    for _ in range(2):
        with override("nl"):
            assert short_day(day, on) == "3 okt"
            assert 'aria-label="1 van 3 podia gedaan"' in dots(1, 0, 3)
        with override("en"):
            assert short_day(day, on) == "3 oct"
            assert 'aria-label="1 of 3 podia done"' in dots(1, 0, 3)


def test_every_value_makes_a_difference():
    with override("nl"):
        assert [
            short_day(date(2026, 10, day), date(year, 1, 1))
            for day, year in ((3, 2026), (4, 2026), (3, 2027))
        ] == [
            "3 okt",
            "4 okt",
            "3 okt 2026",
        ]
