from ambassadors.models import PodiumKind
from events.models.chase import ChaseStep, StepKind
from events.models.contributions import Contribution
from events.models.podia import Evidence, Podium, PodiumDraft, PodiumOrigin, PodiumStatus
from events.models.requests import PodiumRequest

__all__ = [
    "ChaseStep",
    "Contribution",
    "Evidence",
    "Podium",
    "PodiumDraft",
    "PodiumKind",
    "PodiumOrigin",
    "PodiumRequest",
    "PodiumStatus",
    "StepKind",
]
