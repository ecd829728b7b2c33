"""Of a ceremony: guests, texts, proofs of plaques, buddies and photos."""

from django.utils.translation import gettext_lazy as _

from ambassadors import models
from ambassadors.privacy.keeping import AFTER_LEAVING, FOR_GOOD, after_the_ceremony
from network.privacy import Basis, describe

describe(
    models.Ceremony,
    purpose=_("To appoint ambassadors, and to be able to show it."),
    basis=Basis.NONE_NEEDED,
    retention=FOR_GOOD,
    internal=[
        "round", "starts", "ends", "venue", "address", "reply_by", "words", "words_en", "sequence",
        "changed_at", "called_off_at", "called_off_why",
    ],
)  # fmt: skip
describe(
    models.CeremonyItem,
    purpose=_("To know what happens when, and who does it."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=after_the_ceremony("running_order"),
    personal=["who"],
    internal=["ceremony", "at", "title", "note"],
)
describe(
    models.Guest,
    purpose=_("To invite guests to a ceremony, and to receive them well."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=after_the_ceremony("guests"),
    personal=[
        "person", "name", "email", "language", "invited_at", "reminded_at", "reply", "replied_at",
        "companions", "withdrawn_at",
    ],
    sensitive=["remark"],
    internal=["ceremony", "public_id"],
)  # fmt: skip
describe(
    models.CeremonyText,
    purpose=_("To tell others about the newcomers."),
    basis=Basis.CONSENT,
    retention=after_the_ceremony("ceremony_texts"),
    personal=["person", "body", "changed_by"],
    internal=["round", "kind", "language", "changed_at"],
)
describe(
    models.PlaqueProof,
    purpose=_("To make a plaque on which everything is right."),
    basis=Basis.CONTRACT,
    retention=after_the_ceremony("proofs"),
    personal=["person", "name", "company", "place", "asked_at", "approved_at", "is_corrected"],
    internal=["round", "public_id"],
)
describe(
    models.Buddy,
    purpose=_("To let somebody show a newcomer around."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=AFTER_LEAVING,
    personal=["newcomer", "buddy", "paired_at", "paired_by", "told_at"],
    internal=["round"],
)
describe(
    models.CeremonyPhoto,
    purpose=_("To remember a ceremony and, with consent, to show it."),
    basis=Basis.CONSENT,
    retention=AFTER_LEAVING,
    personal=["image", "alt", "credit", "people", "others_agree", "added_by"],
    internal=["round", "added_at"],
)
