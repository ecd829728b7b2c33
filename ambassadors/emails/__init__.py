"""The mails about people: their rounds, their appointment, pauses, ceremonies and the end of a term."""

from ambassadors.emails.appointments import APPOINTED
from ambassadors.emails.ceremonies import (
    BUDDY,
    CEREMONY_ANSWERED,
    CEREMONY_CHANGED,
    CEREMONY_INVITATION,
    CEREMONY_REMINDER,
    PLAQUE_PROOF,
)
from ambassadors.emails.consents import CONSENT_WITHDRAWN
from ambassadors.emails.partings import HONORARY_INVITATION, TERM_ENDS
from ambassadors.emails.pauses import PAUSE_ANSWERED, PAUSE_ASKED
from ambassadors.emails.rounds import (
    ASSESSMENT_ASKED,
    CANDIDATE_ANSWER,
    CANDIDATE_NOTICE,
    INVITATION,
    INVITATION_ANSWERED,
    INVITATION_REMINDER,
    NOMINATE_REMINDER,
    NOMINATION_OUTCOME,
    NOMINATION_RECEIVED,
    ROUND_OPENED,
)

__all__ = [
    "APPOINTED",
    "ASSESSMENT_ASKED",
    "BUDDY",
    "CANDIDATE_ANSWER",
    "CANDIDATE_NOTICE",
    "CEREMONY_ANSWERED",
    "CEREMONY_CHANGED",
    "CEREMONY_INVITATION",
    "CEREMONY_REMINDER",
    "CONSENT_WITHDRAWN",
    "HONORARY_INVITATION",
    "INVITATION",
    "INVITATION_ANSWERED",
    "INVITATION_REMINDER",
    "NOMINATE_REMINDER",
    "NOMINATION_OUTCOME",
    "NOMINATION_RECEIVED",
    "PAUSE_ANSWERED",
    "PAUSE_ASKED",
    "PLAQUE_PROOF",
    "ROUND_OPENED",
    "TERM_ENDS",
]
