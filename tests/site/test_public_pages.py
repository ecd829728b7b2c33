"""What visitors see, and above all what they do not."""

from datetime import date, time

import pytest

from ambassadors.models import HonoraryMembership, Term
from events.models import Podium, PodiumStatus
from network.models import ContactMessage, FanOrganisation, Message
from tests.conftest import client_for, make_person

pytestmark = pytest.mark.usefixtures("today")

PAGES = [
    "/", "/pioniers/", "/pioniers/marleen-oosterveld/", "/agenda/", "/cijfers/", "/fans/", "/over/",
    "/contact/", "/contact/bedankt/",
    "/vraag/", "/vraag-gesteld/", "/toegankelijkheid/", "/privacy/", "/agenda.ics", "/sitemap.xml",
    "/robots.txt", "/.well-known/security.txt",
]  # fmt: skip
ENGLISH = [
    "/en/", "/en/pioneers/", "/en/pioneers/marleen-oosterveld/", "/en/agenda/", "/en/figures/", "/en/fans/",
    "/en/about/", "/en/contact/", "/en/contact/thanks/",
    "/en/ask/", "/en/ask/thanks/", "/en/accessibility/", "/en/privacy/",
]  # fmt: skip


def make_podium(network, *people, **fields) -> Podium:
    values = {
        "kind": "presentation",
        "status": PodiumStatus.AGREED,
        "date": date(2026, 12, 3),
        "is_open": True,
    }
    podium = Podium.objects.create(network=network, **{**values, **fields})
    podium.ambassadors.set(people)
    return podium


# --- Everything answers ---------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES + ENGLISH)
def test_every_page_answers(visitor, ambassador, path):
    assert visitor.get(path).status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_an_empty_network_has_every_page_too(visitor, path):
    assert visitor.get(path).status_code == (404 if "marleen" in path else 200)


def test_a_network_without_english_has_no_english_pages(visitor, network, ambassador):
    network.english = False
    network.save()
    assert {path: visitor.get(path).status_code for path in ENGLISH} == dict.fromkeys(ENGLISH, 404)
    assert "hreflang" not in visitor.get("/").text


def test_the_list_stands_only_at_the_word_of_the_network(visitor, ambassador):
    assert visitor.get("/ambassadeurs/").status_code == 404
    assert visitor.get("/pioneers/").status_code == 404
    assert visitor.get("/en/pioniers/").status_code == 404


def test_each_page_names_its_twin_in_the_other_language(visitor, ambassador):
    text = visitor.get("/pioniers/marleen-oosterveld/").text
    host = "http://pioniers.localhost"
    assert f'hreflang="en" href="{host}/en/pioneers/marleen-oosterveld/"' in text
    assert f'hreflang="nl" href="{host}/pioniers/marleen-oosterveld/"' in text
    assert f'<link rel="canonical" href="{host}/pioniers/marleen-oosterveld/">' in text


# --- Who is shown ---------------------------------------------------------------------------------------


@pytest.fixture
def everybody(network, ambassador):
    """One person in every state; only Marleen and Okke may be shown."""
    consent = {"publication_consent_at": "2025-04-01T12:00:00+02:00"}
    term = (date(2025, 4, 1), date(2028, 4, 1))
    make_person(network, "Hidden", "Zonderpubliek", term=term)
    make_person(network, "Later", "Straksbegin", term=(date(2027, 4, 1), date(2030, 4, 1)), **consent)
    make_person(network, "Gone", "Eerderlid", term=(date(2022, 4, 1), date(2025, 4, 1)), **consent)
    make_person(network, "Candi", "Daatnog", **consent)
    honorary = make_person(network, "Okke", "Erelid", term=(date(2020, 4, 1), date(2023, 4, 1)), **consent)
    HonoraryMembership.objects.create(person=honorary, start=date(2023, 4, 1))
    silent = make_person(network, "Stille", "Ereverborgen", term=(date(2020, 4, 1), date(2023, 4, 1)))
    HonoraryMembership.objects.create(person=silent, start=date(2023, 4, 1))


def test_only_published_people_of_today_are_shown_and_honorary_members_apart(visitor, everybody):
    text = visitor.get("/pioniers/").text
    current, _heading, honorary = text.partition('id="honorary"')
    names = ["Oosterveld", "Erelid", "Zonderpubliek", "Straksbegin", "Eerderlid", "Daatnog", "Ereverborgen"]
    assert [name for name in names if name in current] == ["Oosterveld"]
    assert [name for name in names if name in honorary] == ["Erelid"]


def test_no_page_names_anybody_who_is_not_shown(visitor, everybody, network):
    hidden = ["Zonderpubliek", "Straksbegin", "Eerderlid", "Daatnog", "Ereverborgen"]
    for person in network.people.all():
        make_podium(network, person, title=f"Open podium {person.pk}")
    for path in PAGES + ENGLISH:
        text = visitor.get(path).text
        assert [name for name in hidden if name in text] == [], path
    slugs = dict(network.people.values_list("last_name", "slug"))
    answers = {name: visitor.get(f"/pioniers/{slug}/").status_code for name, slug in slugs.items()}
    assert {name for name, status in answers.items() if status == 200} == {"Oosterveld", "Erelid"}


def test_another_networks_people_are_not_here(visitor, ambassador, foreign_ambassador):
    assert visitor.get(f"/pioniers/{foreign_ambassador.slug}/").status_code == 404
    assert all("Gerwen" not in visitor.get(path).text for path in PAGES)


def test_no_page_holds_an_address_of_a_person(visitor, ambassador, fan, leader):
    make_podium(
        ambassador.network, ambassador, host=fan, notes="bel karin@twente.example", outcome="geheim woord"
    )
    secrets = [ambassador.email, "karin@twente.example", leader.email, "Karin Veldhuis", "geheim woord"]
    ambassador.phone = "0612345678"
    ambassador.save()
    for path in PAGES + ENGLISH:
        text = visitor.get(path).text
        assert [secret for secret in [*secrets, "0612345678"] if secret in text] == [], path


def test_a_private_podium_counts_but_is_never_shown(visitor, network, ambassador):
    make_podium(
        network,
        ambassador,
        title="Vertrouwelijk",
        status="done",
        date=date(2026, 3, 1),
        audience=7,
        is_private=True,
    )
    make_podium(network, ambassador, title="Vertrouwelijk straks", is_private=True)
    make_podium(network, ambassador, title="Een los idee", status="idea")
    make_podium(network, ambassador, title="Afgelast", status="cancelled")
    make_podium(network, ambassador, title="Besloten avond", is_open=False)
    for path in PAGES + ENGLISH:
        text = visitor.get(path).text
        assert "Vertrouwelijk" not in text
        assert "Een los idee" not in text
        assert "Besloten avond" not in text
        assert ("Afgelast" in text) == (path == "/agenda.ics"), path
    assert "<b>1</b><span>podium</span>" in visitor.get("/").text
    assert "<b>7</b>" in visitor.get("/").text


def test_with_whom_somebody_spoke_in_private_is_not_told(visitor, network, ambassador):
    make_podium(
        network,
        ambassador,
        kind="one_to_one",
        status="done",
        date=date(2026, 3, 1),
        host_name="Bakkerij Jansen",
    )
    assert "Bakkerij Jansen" not in visitor.get(ambassador.get_absolute_url()).text


# --- Figures and choices --------------------------------------------------------------------------------


def test_the_figures_are_the_same_on_home_and_beside_their_rule(
    visitor, network, ambassador, other_ambassador, fan
):
    make_podium(
        network, ambassador, other_ambassador, status="done", date=date(2026, 11, 23), audience=1500, host=fan
    )
    make_podium(
        network, ambassador, kind="interview", status="done", date=date(2026, 5, 1), audience=9, reached=275
    )
    make_podium(network, ambassador, status="done", date=date(2026, 11, 24), audience=800)  # tomorrow
    home, rules = visitor.get("/").text, visitor.get("/cijfers/").text
    for shown in ("2", "1.775"):
        assert f"<b>{shown}</b>" in home
        assert f'<p class="rule-figure">{shown}</p>' in rules
    assert "Van 1.775 van hen is het aantal geschat" in rules
    assert "1,775" in visitor.get("/en/").text


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Marleen", "Samira"]),
        ("?sector=zorg", ["Marleen", "Samira"]),
        ("?theme=roosters", ["Samira"]),
        ("?kind=workshop&theme=roosters", ["Samira"]),
        ("?kind=panel", []),
        ("?region=Vechtdal&sector=bouw", []),
        ("?page=99&sector=zorg", ["Marleen", "Samira"]),
        ("?page=-1", ["Marleen", "Samira"]),
        ("?sector=" + "x" * 500, []),
    ],
)
def test_visitors_choose_among_the_people(visitor, network, ambassador, query, names):
    make_person(
        network,
        "Samira",
        "el Amrani",
        term=(date(2025, 4, 1), date(2028, 4, 1)),
        publication_consent_at="2025-04-01T12:00:00+02:00",
        themes=["roosters"],
        liked_kinds=["workshop"],
    )
    answer = visitor.get(f"/pioniers/{query}")
    assert answer.status_code == 200
    assert [name for name in ("Marleen", "Samira") if f">{name} " in answer.text] == names


# --- The agenda and its feed ----------------------------------------------------------------------------


def test_the_agenda_shows_what_visitors_may_join_in_order(
    visitor, network, ambassador, other_ambassador, fan
):
    make_podium(network, ambassador, title="Later dan", date=date(2027, 1, 14))
    make_podium(
        network, ambassador, other_ambassador, title="Eerst dit", host=fan, place="Almelo", start_time=time(8)
    )
    make_podium(network, ambassador, title="Al geweest", date=date(2026, 11, 22))
    make_podium(network, ambassador, title="In de krant", kind="interview")
    text = visitor.get("/agenda/").text
    assert text.index("Eerst dit") < text.index("Later dan")
    assert "Al geweest" not in text
    assert "In de krant" not in text
    for part in ("Marleen Oosterveld", "Bram Lansink", "Ondernemend Twente, Almelo", "8.00"):
        assert part in text


def test_the_feed_lets_a_calendar_follow_what_moves_and_what_is_cancelled(visitor, network, ambassador):
    podium = make_podium(
        network, ambassador, title="Ontbijt; met, komma's", start_time=time(8), place="Ommen"
    )
    first = visitor.get("/agenda.ics").text.replace("\r\n ", "")
    uid = f"UID:podium-{podium.pk}@pioniers.koploper"
    assert uid in first
    assert "SEQUENCE:0" in first
    assert "STATUS:CONFIRMED" in first
    assert "DTSTART:20261203T070000Z" in first  # 8:00 in Amsterdam
    assert r"SUMMARY:Ontbijt\; met\, komma's" in first
    podium.status, podium.sequence, podium.date = PodiumStatus.CANCELLED, 1, date(2026, 12, 4)
    podium.save()
    second = visitor.get("/agenda.ics").text
    assert uid in second
    assert "SEQUENCE:1" in second
    assert "STATUS:CANCELLED" in second


# --- The same number of queries, however many there are ---------------------------------------------------


@pytest.mark.parametrize(
    ("path", "queries"),
    [("/", 4), ("/pioniers/", 4), ("/pioniers/marleen-oosterveld/", 4), ("/agenda/", 3), ("/fans/", 2),
     ("/cijfers/", 4), ("/over/", 3), ("/agenda.ics", 3)],
)  # fmt: skip
@pytest.mark.parametrize("rows", [1, 3])
def test_a_cold_page_asks_at_most_four_queries(
    visitor, network, ambassador, django_assert_num_queries, path, queries, rows
):
    from network import pages

    for number in range(rows):
        fan = FanOrganisation.objects.create(network=network, name=f"Fan {number}")
        person = make_person(
            network,
            f"P{number}",
            "Naam",
            term=(date(2025, 4, 1), date(2028, 4, 1)),
            publication_consent_at="2025-04-01T12:00:00+02:00",
            quote="Ja.",
        )
        make_podium(network, person, ambassador, host=fan)
        make_podium(network, person, ambassador, host=fan, status="done", date=date(2026, 3, 1 + number))
    pages.forget()
    with django_assert_num_queries(queries):
        assert visitor.get(path).status_code == 200


# --- Contact --------------------------------------------------------------------------------------------


def filled(visitor, **changes) -> dict[str, str]:
    form = visitor.get("/contact/").context["form"]
    values = {
        "recipient": "",
        "name": "Karin Veldhuis",
        "email": "karin@twente.example",
        "organisation": "",
        "subject": "Podium",
        "body": "Kom je bij ons vertellen?",
        "website": "",
        "shown_at": form.initial["shown_at"],
    }
    return {**values, **changes}


def test_a_visitor_reaches_an_ambassador_without_seeing_an_address(network, ambassador, time_machine):
    visitor = client_for(None, network)
    time_machine.move_to("2026-11-23T12:00:00+01:00", tick=False)
    values = filled(visitor, recipient=ambassador.slug)
    time_machine.move_to("2026-11-23T12:01:00+01:00", tick=False)
    answer = visitor.post("/contact/", values)
    assert (answer.status_code, answer["Location"]) == (302, "/contact/bedankt/")
    assert ContactMessage.objects.get().for_person == ambassador.pk
    assert Message.objects.get().recipient == ambassador.email


def test_a_message_sent_within_two_seconds_is_held(visitor, ambassador):
    assert visitor.post("/contact/", filled(visitor)).status_code == 302
    assert ContactMessage.objects.get().state == "held"
    assert not Message.objects.exists()


def test_a_faulty_form_keeps_every_word_and_says_what_to_do(visitor, ambassador):
    answer = visitor.post("/contact/", filled(visitor, email="karin", body="Heel lang verhaal", name=""))
    assert answer.status_code == 422
    assert "Heel lang verhaal" in answer.text
    assert 'value="karin"' in answer.text
    assert 'href="#id_email"' in answer.text
    assert 'href="#id_name"' in answer.text
    assert not ContactMessage.objects.exists()


@pytest.mark.parametrize("recipient", ["bram-lansink", "sjef-van-gerwen", "x" * 300, "0"])
def test_only_people_who_are_shown_can_be_written_to(visitor, ambassador, foreign_ambassador, recipient):
    assert visitor.post("/contact/", filled(visitor, recipient=recipient)).status_code == 422
    assert not ContactMessage.objects.exists()


def test_line_breaks_in_the_subject_become_spaces(visitor, ambassador):
    visitor.post("/contact/", filled(visitor, subject="Podium\r\nBcc: a@b.example"))
    assert ContactMessage.objects.get().subject == "Podium Bcc: a@b.example"


# --- Portraits ------------------------------------------------------------------------------------------


@pytest.fixture
def portrayed(ambassador, settings, tmp_path):
    from network import images
    from network.actions import sizing
    from tests.network.test_images import picture

    settings.MEDIA_ROOT = tmp_path
    content = images.clean(picture())
    ambassador.portrait.save(content.name, content)
    sizing.sweep()
    ambassador.refresh_from_db()
    return ambassador


def test_a_portrait_is_for_everybody_while_its_person_is_shown(
    visitor, portrayed, ambassador_client, leader_client
):
    text = visitor.get(portrayed.get_absolute_url()).text
    address = text.partition('<img src="')[2].partition('"')[0]
    answer = visitor.get(address)
    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (
        200,
        "image/jpeg",
        "public, max-age=300",
    )
    portrayed.publication_consent_at = None
    portrayed.save()
    assert visitor.get(address).status_code == 404
    own = ambassador_client.get(address)
    assert own.status_code == 200
    assert "no-store" in own["Cache-Control"]


@pytest.mark.parametrize(
    "change", [("-480.", "-481."), (".jpg", ".gif"), (".jpg", ".JPG"), ("oosterveld/", "oosterveld/0")]
)
def test_no_other_size_or_kind_is_made(visitor, portrayed, change):
    text = visitor.get(portrayed.get_absolute_url()).text
    address = text.partition('<img src="')[2].partition('"')[0]
    assert visitor.get(address.replace(*change)).status_code == 404


def test_a_stored_file_has_no_address_of_its_own(visitor, portrayed):
    assert visitor.get(f"/media/{portrayed.portrait.name}").status_code == 404


# --- What goes wrong ------------------------------------------------------------------------------------


def test_a_missing_page_is_in_style_and_says_nothing_of_what_was_asked(visitor, network):
    answer = visitor.get("/geheim-ding/bestaat-niet/")
    assert answer.status_code == 404
    assert "Deze pagina is er niet" in answer.text
    assert "geheim-ding" not in answer.text


def test_a_term_that_ends_takes_its_person_off_the_site(visitor, ambassador):
    Term.objects.filter(person=ambassador).update(end=date(2026, 11, 23))
    assert visitor.get(ambassador.get_absolute_url()).status_code == 404
