"""What years leave beside people and podia: a row or more for each person in every other table that grows."""

from datetime import date, datetime, timedelta
from typing import Any

DAY = date(2026, 9, 15)
AT_ONCE = 2000  # rows in one statement


def fill() -> None:
    """Around the people of the one network there is."""
    from ambassadors.models import Person

    people = list(Person.objects.select_related("network").order_by("pk"))
    fill_candidates(people)
    fill_leads(people, fill_companies(people))
    fill_mail(people)
    fill_stories(people)
    fill_calendars(people)


def kept(rows: list[Any], *, history: bool = False) -> list[Any]:
    """These rows in the database, with what the history notes of each where it does."""
    model = type(rows[0])
    model.objects.bulk_create(rows, batch_size=AT_ONCE)
    if history:
        model.history.bulk_history_create(rows, batch_size=AT_ONCE)
    return rows


def fill_companies(people: list[Any]) -> list[Any]:
    """One each; every tenth was merged with another."""
    from ambassadors.models import Employment
    from network.models import Company, MergedCompany

    companies = kept(
        [Company(network=one.network, name=f"Bedrijf {one.pk}", place="Ommen") for one in people],
        history=True,
    )
    kept([Employment(person=one, company=company) for one, company in zip(people, companies, strict=True)])
    kept([MergedCompany(company=company, name=f"{company.name} b.v.") for company in companies[::10]])
    return companies


def fill_candidates(people: list[Any]) -> None:
    """Everybody was put forward once and spoken to."""
    from ambassadors.models import ContactMoment, Nomination, Voice
    from network import clock

    nominations = kept(
        [
            Nomination(
                network=one.network, person=one, public_id=f"n{one.pk}", status="suitable",
                told_at=clock.now(),
            )
            for one in people
        ],
        history=True,
    )  # fmt: skip
    kept([Voice(nomination=one, source="leader", why="Vertelt graag.") for one in nominations], history=True)
    kept([ContactMoment(person=one, date=DAY - timedelta(one.pk % 900)) for one in people], history=True)


def fill_leads(people: list[Any], companies: list[Any]) -> None:
    """Each brought one, whose company took a step."""
    from events.models import Lead, LeadEvent
    from network import clock

    leads = kept(
        [
            Lead(
                network=one.network, brought_by=one, company=company, stage="activated", activated_on=DAY,
                proof="said", confirmed_at=clock.now(), name=f"Bezoeker {one.pk}", question="Hoe begin je?",
            )
            for one, company in zip(people, companies, strict=True)
        ]
    )  # fmt: skip
    kept([LeadEvent(lead=one, kind="received") for one in leads])


def fill_mail(people: list[Any]) -> None:
    """Two to each, sent."""
    from network import clock
    from network.models import Message

    kept(
        [
            Message(
                network=one.network, kind="letter", key=f"letter:{one.pk}:{number}", recipient=one.email,
                recipient_name="P", state="sent", not_before=clock.now(), sent_at=clock.now(),
                subject="Uw inzet", body_text="Dag! " * 40, body_html="<p>Dag!</p>" * 40,
            )
            for one in people
            for number in (1, 2)
        ]
    )  # fmt: skip


def fill_stories(people: list[Any]) -> None:
    """One each, online and to be found."""
    from knowledgebank.models import SearchEntry, Story, StoryVersion
    from network import clock

    stories = kept(
        [Story(network=one.network, person=one, slug=f"verhaal-{one.pk}") for one in people], history=True
    )
    kept(
        [
            StoryVersion(
                story=one, number=1, title=f"Verhaal {one.pk}", lead="Zo ging het.",
                body="Zo ging het. " * 40,
                approved_at=clock.now(), approved_via="mijn", publish_on=DAY,
            )
            for one in stories
        ],
        history=True,
    )  # fmt: skip
    kept(
        [
            SearchEntry(
                network_id=one.network_id, language="nl", kind="story", key=str(one.pk), url="/", digest="x",
                title=f"Verhaal {one.pk}", title_words=f"verhaal {one.pk}", body_words="zo ging het " * 40,
            )
            for one in stories
        ]
    )  # fmt: skip


def fill_calendars(people: list[Any]) -> None:
    """For every fifty of them a fan, whose calendar announces fifty meetings."""
    from events.models import FanCalendar, FanMeeting
    from network import clock
    from network.models import FanOrganisation

    fans = kept(
        [
            FanOrganisation(network=one.network, name=f"Fan {one.pk}", slug=f"fan-{one.pk}")
            for one in people[::50]
        ]
    )
    calendars = kept([FanCalendar(fan=fan, address="https://fan.example/agenda.ics") for fan in fans])
    starts = clock.moment(DAY, datetime.min.time())
    kept(
        [
            FanMeeting(
                calendar=calendar, uid=str(number), title="Avond voor ondernemers",
                starts=starts + timedelta(days=number), ends=starts + timedelta(days=number, hours=2),
            )
            for calendar in calendars
            for number in range(50)
        ]
    )  # fmt: skip
