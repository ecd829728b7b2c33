from ambassadors.models import PodiumKind
from events.models.calendars import FanCalendar, FanMeeting
from events.models.cards import AudienceCheckIn, AudienceFeedback, BusinessCard, Plan
from events.models.chase import ChaseStep, StepKind
from events.models.contributions import Contribution
from events.models.files import ChecklistItem, FileNote, HostSays, PodiumFile, Side
from events.models.leads import Lead, LeadCheckIn, LeadEvent, Proof, Source, Stage
from events.models.newsletters import Newsletter, Subscription
from events.models.podia import Evidence, Podium, PodiumDraft, PodiumOrigin, PodiumStatus
from events.models.referrals import Referral, ReferralKind, ReferralPartner
from events.models.requests import MatchingWeight, Offer, OfferState, PodiumRequest, RequestState

__all__ = [
    "AudienceCheckIn",
    "AudienceFeedback",
    "BusinessCard",
    "ChaseStep",
    "ChecklistItem",
    "Contribution",
    "Evidence",
    "FanCalendar",
    "FanMeeting",
    "FileNote",
    "HostSays",
    "Lead",
    "LeadCheckIn",
    "LeadEvent",
    "MatchingWeight",
    "Newsletter",
    "Offer",
    "OfferState",
    "Plan",
    "Podium",
    "PodiumDraft",
    "PodiumFile",
    "PodiumKind",
    "PodiumOrigin",
    "PodiumRequest",
    "PodiumStatus",
    "Proof",
    "Referral",
    "ReferralKind",
    "ReferralPartner",
    "RequestState",
    "Side",
    "Source",
    "Stage",
    "StepKind",
    "Subscription",
]
