"""For how long: the terms that several kinds of records share."""

from django.utils.translation import gettext_lazy as _

from network.privacy import Term

AFTER_LEAVING = Term(
    _("Until two years after the last term or honorary membership, unless the network set another term."),
    rules=("members",),
)
AFTER_THE_ROUND = Term(
    _("Until one year after the round, unless the network set another term or the candidate was appointed."),
    rules=("candidates", "held_candidates"),
)
FOR_GOOD = Term(
    _("For good: it belongs to the history of the network (GDPR art. 17(3))."),
    because=_("Who was appointed, when and by whom is a decision that can be asked for later."),
)


def after_the_ceremony(rule: str) -> Term:
    return Term(_("Until one year after the ceremony, unless the network set another term."), rules=(rule,))
