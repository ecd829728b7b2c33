from network.models.companies import Company, MergedCompany, SizeClass
from network.models.contacting import ContactMessage
from network.models.fans import FanContact, FanKind, FanOrganisation
from network.models.networks import (
    BudgetLine,
    CommitmentYear,
    Network,
    NetworkHost,
    QuietPeriod,
    Target,
    TargetKind,
)
from network.models.outbox import MailServer, Message, MessagePreference, MessageText
from network.models.people import ListColumns, Role, RoleKind, User
from network.models.pictured import Pictured
from network.models.reports import Report
from network.models.retention import Erasure, RetentionTerms
from network.models.signing_in import SignIn
from network.models.work import Batch, JobRun

__all__ = [
    "Batch",
    "BudgetLine",
    "CommitmentYear",
    "Company",
    "ContactMessage",
    "Erasure",
    "FanContact",
    "FanKind",
    "FanOrganisation",
    "JobRun",
    "ListColumns",
    "MailServer",
    "MergedCompany",
    "Message",
    "MessagePreference",
    "MessageText",
    "Network",
    "NetworkHost",
    "Pictured",
    "QuietPeriod",
    "Report",
    "RetentionTerms",
    "Role",
    "RoleKind",
    "SignIn",
    "SizeClass",
    "Target",
    "TargetKind",
    "User",
]
