"""Near a place: who works there, who works around it, who comes there, who comes everywhere."""

import pytest

from ambassadors.nearby import Nearness, nearness, regions_of

REGIONS = regions_of([("Deventer", "Salland"), ("Raalte", "Salland"), ("Hengelo", "Twente"), ("Ommen", "")])


@pytest.mark.parametrize(
    ("near", "place", "region", "travel_area", "expected"),
    [
        ("Deventer", "Deventer", "Salland", "", Nearness.WORKS_THERE),
        ("  deventer ", "Deventer", "", "", Nearness.WORKS_THERE),
        ("Deventer", "Raalte", "Salland", "", Nearness.SAME_REGION),
        ("salland", "Raalte", "Salland", "", Nearness.SAME_REGION),
        ("Deventer", "Hengelo", "Twente", "Deventer en omstreken", Nearness.COMES_THERE),
        ("Deventer", "Hengelo", "Twente", "Twente en Salland", Nearness.COMES_THERE),
        ("Deventer", "Hengelo", "Twente", "heel Overijssel", Nearness.COMES_EVERYWHERE),
        ("Wijhe", "Hengelo", "Twente", "heel Overijssel", Nearness.COMES_EVERYWHERE),
        ("Deventer", "Hengelo", "Twente", "", None),
        ("Deventer", "", "", "", None),
        ("Ommen", "Hengelo", "", "Vroomshoop en Dommendorp", None),
        ("", "Hengelo", "Twente", "", Nearness.WORKS_THERE),
        ("(", "Hengelo", "Twente", "(", Nearness.COMES_THERE),
    ],
)
def test_nearness(near, place, region, travel_area, expected):
    found = nearness(
        near, place=place, region=region, travel_area=travel_area, regions=REGIONS, whole="Overijssel"
    )
    assert found == expected


def test_without_a_name_for_the_whole_nobody_comes_everywhere():
    assert (
        nearness("Deventer", place="", region="", travel_area="heel Overijssel", regions={}, whole="") is None
    )
