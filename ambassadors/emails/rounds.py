"""The mails of a round, from its opening to the last answer: who gets them, and when."""

from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ambassadors import links as own_links
from ambassadors.emails.words import FIELDS, words_of
from ambassadors.models import AppointmentRound, Assessment, Invitation, Nomination, NominationSource, Voice
from network import clock, links
from network.actions import mailing
from network.emails import NEWS, SERVICE, WORK
from network.messages import register
from network.models import FanContact, Message, Network

# --- A round opens, and waits for names ----------------------------------------------------------------


def _round(message: Message) -> dict[str, Any]:
    round = message.about
    if not isinstance(round, AppointmentRound):
        return {}
    network = message.network
    contact = FanContact.objects.filter(pk=message.data.get("contact")).first()
    return {
        **words_of(network),
        "first_name": message.recipient_name.split(" ")[0],
        "until": round.nominations_until,
        "ceremony_on": round.ceremony_on,
        "is_fan": contact is not None,
        "action_url": own_links.fan_nominates_url(contact, network)
        if contact
        else links.absolute(network, reverse("my_nominate")),
        "action_label": gettext("Put somebody forward"),
    }


def _still_open(message: Message) -> bool | str:
    """A reminder that comes after the last day, or with the next one due, only confuses."""
    round = message.about
    if not isinstance(round, AppointmentRound) or not round.takes_nominations(clock.today()):
        return gettext("Nominating is over.")
    until = round.nominations_until
    if message.variant == "remind_14" and until and clock.today() >= until - timedelta(days=3):
        return gettext("The last reminder takes its place.")
    voices = Voice.objects.filter(nomination__round=round)
    if message.variant and (
        (message.data.get("person") and voices.filter(person=message.data["person"]).exists())
        or (message.data.get("contact") and voices.filter(fan_contact=message.data["contact"]).exists())
    ):
        return gettext("Put somebody forward in the meantime.")
    return True


def _round_sample(network: Network) -> dict[str, Any]:
    return {
        **words_of(network),
        "first_name": "Marleen",
        "until": date(2026, 12, 15),
        "ceremony_on": date(2027, 4, 1),
        "is_fan": False,
        "action_url": links.absolute(network, "/mijn/voordragen/"),
        "action_label": gettext("Put somebody forward"),
    }


# To ambassadors, honorary members and fans, on the day nominating opens.
ROUND_OPENED = register(
    "round_opened",
    NEWS,
    _("Nominating has begun"),
    "ambassadors/email/round_opened",
    placeholders={
        **FIELDS,
        "until": _("last day to nominate"),
        "ceremony_on": _("day of the ceremony"),
    },
    context=_round,
    still_due=_still_open,
    sample=_round_sample,
)
# To whoever of them put nobody forward yet, two weeks and three days before the last day.
NOMINATE_REMINDER = register(
    "nominate_reminder",
    NEWS,
    _("Nominating ends soon"),
    "ambassadors/email/nominate_reminder",
    placeholders={**FIELDS, "until": _("last day to nominate")},
    context=_round,
    still_due=_still_open,
    sample=_round_sample,
    variants=(("remind_14", _("two weeks before")), ("remind_3", _("three days before"))),
)


# --- To a candidate ------------------------------------------------------------------------------------


def _candidate(message: Message) -> dict[str, Any]:
    nomination = message.about
    if not isinstance(nomination, Nomination):
        return {}
    voices = list(nomination.voices.all())
    return {
        **words_of(message.network),
        "first_name": nomination.person.first_name,
        "applied": any(voice.source in NominationSource.by_the_candidate() for voice in voices),
        "sources": _sources(voices, message.network),
        "action_url": own_links.candidate_url(nomination),
        "action_label": gettext("Read what we keep, and answer"),
    }


def _sources(voices: list[Voice], network: Network) -> str:
    """Where the data come from, as art. 14 asks; a kind of person, not a name."""
    sources = dict.fromkeys(NominationSource(voice.source) for voice in voices)
    return ", ".join(source.to_the_candidate(network) for source in sources)


def _still_candidate(message: Message) -> bool | str:
    if not isinstance(message.about, Nomination):
        return gettext("The candidate is no longer there.")
    return True


def _candidate_sample(network: Network) -> dict[str, Any]:
    return {
        **words_of(network),
        "first_name": "Femke",
        "applied": False,
        "sources": NominationSource.AMBASSADOR.to_the_candidate(network),
        "words_of_leader": gettext("We spoke last week. This year we choose people from other sectors."),
        "action_url": links.absolute(network, "/kandidaat/voorbeeld/"),
        "action_label": gettext("Read what we keep, and answer"),
    }


# To everybody who became a candidate: with the first contact, at the latest after a month (GDPR art. 14).
CANDIDATE_NOTICE = register(
    "candidate_notice",
    SERVICE,
    _("You are a candidate"),
    "ambassadors/email/candidate_notice",
    about=_("You get this mail because you are a candidate: somebody named you, or you applied."),
    placeholders={**FIELDS, "sources": _("where the data came from")},
    context=_candidate,
    still_due=_still_candidate,
    sample=_candidate_sample,
)
# When the leader decided and wrote a few words.
CANDIDATE_ANSWER = register(
    "candidate_answer",
    SERVICE,
    _("Answer to a candidate"),
    "ambassadors/email/candidate_answer",
    about=_("You get this mail because you were a candidate."),
    context=_candidate,
    still_due=_still_candidate,
    sample=_candidate_sample,
    editable=False,
)


# --- To a nominator ------------------------------------------------------------------------------------


def _voice(message: Message) -> dict[str, Any]:
    voice = message.about
    if not isinstance(voice, Voice):
        return {}
    nomination = voice.nomination
    appointed = nomination.round is not None and nomination.person.appointments.filter(
        round=nomination.round
    ).exists()  # fmt: skip
    return {
        **words_of(message.network),
        "first_name": voice.nominator_name.split(" ")[0],
        "candidate": voice.candidate_name,
        "appointed": appointed,
    }


def _voice_sample(network: Network) -> dict[str, Any]:
    return {**words_of(network), "first_name": "Karin", "candidate": "Femke Nijhuis", "appointed": True}


# To a visitor who put somebody forward, at once.
NOMINATION_RECEIVED = register(
    "nomination_received",
    SERVICE,
    _("Thanks for putting somebody forward"),
    "ambassadors/email/nomination_received",
    placeholders={**FIELDS, "candidate": _("name of the candidate")},
    context=_voice,
    sample=_voice_sample,
)
# To everybody who put somebody forward, after the ceremony: the outcome and no more.
NOMINATION_OUTCOME = register(
    "nomination_outcome",
    SERVICE,
    _("What became of somebody you put forward"),
    "ambassadors/email/nomination_outcome",
    placeholders={**FIELDS, "candidate": _("name of the candidate")},
    context=_voice,
    sample=_voice_sample,
)


# --- To an assessor ------------------------------------------------------------------------------------


def _assessment(message: Message) -> dict[str, Any]:
    return {
        **words_of(message.network),
        "asked": mailing.contents(message).get("asked") or 1,
        "first_name": message.recipient_name.split(" ")[0],
        "action_url": links.absolute(message.network, reverse("assessments")),
        "action_label": gettext("To what you are asked to judge"),
    }


def _still_asked(message: Message) -> bool | str:
    """While one of those the mail is about is still open."""
    asked = mailing.contents(message).get("assessments") or [message.about_id]
    if not Assessment.objects.filter(pk__in=asked, submitted_at=None).exists():
        return gettext("It was handed in, or is no longer asked.")
    return True


# To somebody who was asked to judge candidates, once however many; without their names.
ASSESSMENT_ASKED = register(
    "assessment_asked",
    WORK,
    _("Asked to judge a candidate"),
    "ambassadors/email/assessment_asked",
    about=_("You get this mail because the project leader asked you to judge."),
    placeholders=FIELDS,
    context=_assessment,
    still_due=_still_asked,
    sample=lambda network: {
        **words_of(network),
        "first_name": "Marleen",
        "asked": 12,
        "action_url": links.absolute(network, "/beoordelen/"),
        "action_label": gettext("To what you are asked to judge"),
    },
)


# --- The invitation ------------------------------------------------------------------------------------


def _invitation(message: Message) -> dict[str, Any]:
    invitation = message.about
    if not isinstance(invitation, Invitation):
        return {}
    nomination, network = invitation.nomination, message.network
    address, label = own_links.invitation_url(nomination), gettext("Read the charter and answer")
    if message.kind == "invitation_answered":
        address, label = own_links.consents_url(nomination.person), gettext("See what you agreed to")
        if message.variant == "declined":
            address = label = ""
    return {
        **words_of(network),
        "first_name": nomination.person.first_name,
        "answer_by": invitation.answer_by,
        "ceremony_on": nomination.round.ceremony_on if nomination.round else None,
        "place": nomination.round.place if nomination.round else "",
        "podia": network.podia_per_year,
        "term_years": network.term_years,
        "action_url": address,
        "action_label": label,
    }


def _still_invited(message: Message) -> bool | str:
    invitation = message.about
    if not isinstance(invitation, Invitation) or invitation.withdrawn_at:
        return gettext("The invitation was taken back.")
    if message.kind == "invitation_answered":
        return True
    if invitation.is_answered:
        return gettext("The invitation was answered.")
    if message.kind == "invitation":
        return True
    if clock.today() > invitation.answer_by:
        return gettext("The last day to answer has passed.")
    if message.variant == "days_14" and clock.today() >= invitation.answer_by - timedelta(days=3):
        return gettext("The last reminder takes its place.")
    return True


def _invitation_sample(network: Network) -> dict[str, Any]:
    return {
        **words_of(network),
        "first_name": "Nadia",
        "answer_by": date(2027, 2, 20),
        "ceremony_on": date(2027, 4, 1),
        "place": "Zwolle",
        "podia": network.podia_per_year,
        "term_years": network.term_years,
        "action_url": links.absolute(network, "/uitnodiging/voorbeeld/"),
        "action_label": gettext("Read the charter and answer"),
    }


INVITATION_FIELDS = {
    **FIELDS,
    "word": _("own word for one ambassador"),
    "answer_by": _("last day to answer"),
    "ceremony_on": _("day of the ceremony"),
    "podia": _("podia a year"),
}
# To everybody who was chosen, from the day of the decision.
INVITATION = register(
    "invitation",
    SERVICE,
    _("Invitation to whoever was chosen"),
    "ambassadors/email/invitation",
    about=_("You get this mail because you were a candidate and were chosen."),
    placeholders=INVITATION_FIELDS,
    context=_invitation,
    still_due=_still_invited,
    sample=_invitation_sample,
)
# Only to who did not answer: two weeks and three days before the last day.
INVITATION_REMINDER = register(
    "invitation_reminder",
    SERVICE,
    _("Reminder of the invitation"),
    "ambassadors/email/invitation_reminder",
    about=_("You get this mail because you were invited and have not answered yet."),
    placeholders=INVITATION_FIELDS,
    context=_invitation,
    still_due=_still_invited,
    sample=_invitation_sample,
    variants=(("days_14", _("two weeks before")), ("days_3", _("three days before"))),
)
# At once, to who accepted or declined.
INVITATION_ANSWERED = register(
    "invitation_answered",
    SERVICE,
    _("Confirmation of an answer"),
    "ambassadors/email/invitation_answered",
    about=_("You get this mail because you answered an invitation."),
    placeholders=INVITATION_FIELDS,
    context=_invitation,
    still_due=_still_invited,
    sample=_invitation_sample,
    variants=(("accepted", _("accepted")), ("declined", _("declined"))),
)
