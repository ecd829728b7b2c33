from ambassadors.models import PodiumKind
from events.models.chase import ChaseStep, StepKind
from events.models.contributions import Contribution
from events.models.podia import Podium, PodiumDraft, PodiumOrigin, PodiumStatus
from events.models.requests import PodiumRequest

__all__ = [
    "ChaseStep",
    "Contribution",
    "Podium",
    "PodiumDraft",
    "PodiumKind",
    "PodiumOrigin",
    "PodiumRequest",
    "PodiumStatus",
    "StepKind",
]
