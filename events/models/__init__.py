from ambassadors.models import PodiumKind
from events.models.chase import ChaseStep, StepKind
from events.models.contributions import Contribution
from events.models.files import ChecklistItem, FileNote, HostSays, PodiumFile, Side
from events.models.podia import Evidence, Podium, PodiumDraft, PodiumOrigin, PodiumStatus
from events.models.requests import MatchingWeight, Offer, OfferState, PodiumRequest, RequestState

__all__ = [
    "ChaseStep",
    "ChecklistItem",
    "Contribution",
    "Evidence",
    "FileNote",
    "HostSays",
    "MatchingWeight",
    "Offer",
    "OfferState",
    "Podium",
    "PodiumDraft",
    "PodiumFile",
    "PodiumKind",
    "PodiumOrigin",
    "PodiumRequest",
    "PodiumStatus",
    "RequestState",
    "Side",
    "StepKind",
]
