from ambassadors.models.contact import ContactKind, ContactMoment
from ambassadors.models.people import Employment, InnovationPhase, Person, PodiumKind, ProfileType
from ambassadors.models.rounds import Appointment, AppointmentRound, PlaqueFile
from ambassadors.models.terms import HonoraryMembership, Pause, PauseRequest, Term

__all__ = [
    "Appointment",
    "AppointmentRound",
    "ContactKind",
    "ContactMoment",
    "Employment",
    "HonoraryMembership",
    "InnovationPhase",
    "Pause",
    "PauseRequest",
    "Person",
    "PlaqueFile",
    "PodiumKind",
    "ProfileType",
    "Term",
]
