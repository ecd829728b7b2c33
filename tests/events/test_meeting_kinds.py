"""What kind of podium a meeting of a fan would be: the cases that were agreed."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ambassadors.models import PodiumKind
from events.meeting_kinds import SHORT, Guess, guess

LONG = timedelta(hours=2)


@pytest.mark.parametrize(
    ("title", "kind", "word"),
    [
        ("Bedrijfsbezoek en borrel", "company_visit", "Bedrijfsbezoek"),
        ("Werkbezoek aan Smederij Oost", "company_visit", "Werkbezoek"),
        ("Een kijkje bij de buren", "company_visit", "kijkje"),
        ("Innovatieworkshop met lunch", "workshop", "Innovatieworkshop"),
        ("Masterclass leidinggeven", "workshop", "Masterclass"),
        ("Workshop op de beurs", "workshop", "Workshop"),
        ("Financieringsspreekuur", "one_to_one", "Financieringsspreekuur"),
        ("Speed-daten met adviseurs", "one_to_one", "Speed daten"),
        ("Eén-op-één met een coach", "one_to_one", "Eén op één"),
        ("Verkiezingsdebat", "panel", "Verkiezingsdebat"),
        ("Ronde tafel personeel", "panel", "Ronde tafel"),
        ("Paneldiscussie over zeggenschap", "panel", "Paneldiscussie"),
        ("Beursvloer Vechtdal", "fair", "Beursvloer"),
        ("Ondernemersbeurs 2026", "fair", "Ondernemersbeurs"),
        ("Banenmarkt", "fair", "Banenmarkt"),
        ("Lezing met borrel na", "presentation", "Lezing"),
        ("Nieuwjaarscongres", "presentation", "Nieuwjaarscongres"),
        ("Thema-avond: minder regels", "presentation", "Thema avond"),
        ("Inspiratiesessie en netwerken", "presentation", "Inspiratiesessie"),
        ("Ondernemersontbijt", "business_meeting", "Ondernemersontbijt"),
        ("NIEUWJAARSBORREL", "business_meeting", "NIEUWJAARSBORREL"),
        ("Ondernemerscafé", "business_meeting", "Ondernemerscafé"),
        ("Breakfast club", "business_meeting", "Breakfast"),
        ("Algemene ledenvergadering", "business_meeting", "ledenvergadering"),
    ],
)
def test_a_word_in_the_title_decides(title, kind, word):
    assert guess(title, LONG) == Guess(PodiumKind(kind), word)
    assert guess(title, None) == Guess(PodiumKind(kind), word), "whatever the hours"


@pytest.mark.parametrize(
    "title",
    [
        "Arbeidsmarkt in beweging",
        "Studiebeurs voor je kind",
        "Fairtrade in de keten",
        "Beurtelings",
        "Marktplein 4",
    ],
)
def test_a_word_that_only_looks_like_it(title):
    assert guess(title, LONG) == Guess(PodiumKind.PRESENTATION)


@pytest.mark.parametrize(
    ("lasts", "kind"),
    [
        (timedelta(0), "business_meeting"),
        (SHORT, "business_meeting"),
        (SHORT + timedelta(minutes=1), "presentation"),
        (timedelta(hours=8), "presentation"),
        (None, "presentation"),
    ],
)
def test_without_a_word_the_hours_decide(lasts, kind):
    assert guess("Ledenavond: personeel dat blijft", lasts) == Guess(PodiumKind(kind))


@given(st.text(max_size=200), st.none() | st.timedeltas())
def test_always_a_live_kind(title, lasts):
    assert guess(title, lasts).kind in PodiumKind.live()
