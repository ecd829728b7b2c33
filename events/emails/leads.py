"""The mails around a lead: to the entrepreneur, to whom they are sent on, and to whoever follows them up."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events import lead_links
from events.emails.windows import working_hours
from events.models import Lead, LeadCheckIn, Stage
from network.emails import SERVICE, WORK
from network.links import site_url
from network.messages import register, register_group
from network.models import Message, Network

LEADS = register_group(
    "leads",
    _("Questions about what came of it"),
    _("You get this mail because you asked us for more, and said that we may ask how it goes."),
)


def link_still_needed(message: Message) -> bool | str:
    lead = Lead.objects.filter(pk=message.about_id or 0).first()
    if lead is None or lead.erased_at or lead.refused_at:
        return gettext("The lead is no longer there.")
    return lead.confirmed_at is None or gettext("The address was confirmed already.")


def check_in_context(message: Message) -> dict[str, Any]:
    check_in = LeadCheckIn.objects.select_related("lead__network").get(pk=message.data["check_in"])
    url = lead_links.check_in_url(check_in)
    return {
        "answers": [
            {"label": str(label), "url": f"{url}?keuze={answer}"}
            for answer, label in LeadCheckIn.Answer.choices
        ],
        "own_url": lead_links.own_url(check_in.lead),
    }


def check_in_still_due(message: Message) -> bool | str:
    check_in = LeadCheckIn.objects.filter(pk=message.data["check_in"]).select_related("lead").first()
    if check_in is None or check_in.lead.erased_at:
        return gettext("The lead is no longer there.")
    if check_in.answered_at or check_in.lead.stage == Stage.CLOSED:
        return gettext("They told us already.")
    return True


def reminder_context(message: Message) -> dict[str, Any]:
    """Only those that still wait."""
    leads = Lead.objects.filter(network=message.network).genuine().select_related("company", "network")
    late = [lead for lead in leads.filter(pk__in=message.data["unanswered"]) if lead.stage == Stage.NEW]
    quiet = [lead for lead in leads.filter(pk__in=message.data["quiet"]) if lead.stage == Stage.REFERRED]
    return {
        "unanswered": [_line(lead) for lead in late],
        "quiet": [_line(lead) for lead in quiet],
        "action_url": site_url(message.network) + reverse("admin:lead_board"),
        "action_label": gettext("To the board"),
    }


def reminder_still_due(message: Message) -> bool | str:
    context = reminder_context(message)
    return bool(context["unanswered"] or context["quiet"]) or gettext("Everything was answered meanwhile.")


def _line(lead: Lead) -> dict[str, str]:
    url = site_url(lead.network) + reverse("admin:events_lead_change", args=[lead.pk])
    return {"who": lead.who, "url": url}


def _sample_confirm(network: Network) -> Mapping[str, Any]:
    return {"name": "Petra Olthof", "link": f"{site_url(network)}/…", "hours": 48}


def _sample_answer(network: Network) -> Mapping[str, Any]:
    return {"words": gettext("Good that you wrote. Shall we call on Thursday?"), "own_url": site_url(network)}


def _sample_referred(network: Network) -> Mapping[str, Any]:
    return {
        "name": "Petra Olthof",
        "partner": "Ondernemend Twente",
        "about": gettext("A talk of an hour with somebody who has done it before."),
        "partner_link": "https://example.org/",
        "contact": "Karin Veldhuis",
        "note": "",
        "own_url": site_url(network),
    }


def _sample_partner(network: Network) -> Mapping[str, Any]:
    return {
        "contact": "Karin Veldhuis",
        "name": "Petra Olthof",
        "company": "Olthof Bloemen",
        "place": "Hengelo",
        "question": gettext("How do we begin with making our own rosters?"),
        "note": "",
    }


def _sample_check_in(network: Network) -> Mapping[str, Any]:
    answers = [
        {"label": str(label), "url": site_url(network)} for _value, label in LeadCheckIn.Answer.choices
    ]
    return {"name": "Petra Olthof", "months": 3, "answers": answers, "own_url": site_url(network)}


def _sample_reminder(network: Network) -> Mapping[str, Any]:
    return {
        "first_name": "Hanneke",
        "unanswered": [{"who": "Petra Olthof, Olthof Bloemen", "url": site_url(network)}],
        "quiet": [],
        "action_url": site_url(network),
        "action_label": gettext("To the board"),
    }


# To whoever left an address by a business card, at once: the link that confirms it.
LEAD_CONFIRM = register(
    "lead_confirm",
    SERVICE,
    _("Is this your address?"),
    "events/email/lead_confirm",
    sample=_sample_confirm,
    still_due=link_still_needed,
    editable=False,
    secret=True,
)
# To a lead, in the words of whoever follows it up.
LEAD_ANSWER = register(
    "lead_answer",
    SERVICE,
    _("Answer to a lead"),
    "events/email/lead_answer",
    sample=_sample_answer,
    editable=False,
)
# To a lead that was sent on: where, to whom, what they get there.
LEAD_REFERRED = register(
    "lead_referred",
    SERVICE,
    _("Where a lead can go on"),
    "events/email/lead_referred",
    sample=_sample_referred,
    editable=False,
)
# To the place a lead was sent to: who comes, and with which question.
LEAD_FOR_PARTNER = register(
    "lead_for_partner",
    SERVICE,
    _("A lead is referred to somebody"),
    "events/email/lead_for_partner",
    sample=_sample_partner,
    editable=False,
)
# To a lead, three and six months after the first answer.
LEAD_CHECK_IN = register(
    "lead_check_in",
    LEADS,
    _("How does it go? (to a lead)"),
    "events/email/lead_check_in",
    placeholders={"name": _("name"), "months": _("number of months")},
    sample=_sample_check_in,
    context=check_in_context,
    still_due=check_in_still_due,
    window=working_hours,
)
# To whoever follows up leads that wait longer than was promised; each lead is in it once.
LEAD_REMINDER = register(
    "lead_reminder",
    WORK,
    _("Leads that wait"),
    "events/email/lead_reminder",
    sample=_sample_reminder,
    context=reminder_context,
    still_due=reminder_still_due,
    window=working_hours,
    editable=False,
)
