"""What is kept in the knowledge bank: about no person."""

from django.utils.translation import gettext_lazy as _

from knowledgebank import models
from network.privacy import AS_LONG_AS_THE_NETWORK, Basis, describe

describe(
    models.Page,
    purpose=_("To tell visitors about the network."),
    basis=Basis.NONE_NEEDED,
    retention=AS_LONG_AS_THE_NETWORK,
    public=["slug", "language", "title", "body", "changed_at"],
    internal=["network", "is_listed"],
)
