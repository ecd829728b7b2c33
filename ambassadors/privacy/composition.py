"""Of the group beside its audience, and of what people declare about themselves."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ambassadors import models
from ambassadors.actions import declaring
from network.privacy import (
    AS_LONG_AS_THE_NETWORK,
    Basis,
    Term,
    describe,
    found_by,
)

for model, names in {
    models.Audience: ["network", "trait", "source", "as_of"],
    models.AudienceShare: ["audience", "name", "also", "weight", "place"],
    models.AudienceGap: ["network", "name", "note", "noted_on", "reached_on"],
    models.OrganisationToAsk: ["gap", "fan", "name", "asked_on", "outcome"],
}.items():
    describe(
        model,
        purpose=_("To let the group mirror its audience."),
        basis=Basis.NONE_NEEDED,
        retention=AS_LONG_AS_THE_NETWORK,
        internal=names,
    )
describe(
    models.Scenario,
    purpose=_("To compare choices of people before a round appoints them."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=Term(
        _("Until the round has appointed, and a year after, unless the network set another term."),
        rules=("scenarios",),
    ),
    personal=["people"],
    internal=["round", "name", "changed_at", "changed_by"],
)
describe(
    models.DeclarationRules,
    purpose=_("To ask nothing about people that the network does not need."),
    basis=Basis.NONE_NEEDED,
    retention=AS_LONG_AS_THE_NETWORK,
    internal=["network", "asks_age", "asks_gender", "asks_origin", "dpia_reference"],
)
describe(
    models.Declaration,
    purpose=_("To see whether the group mirrors its audience, in sums of at least five people."),
    basis=Basis.CONSENT,
    retention=Term(
        _("Until it is withdrawn, then at once; at latest when the term ends."), job="tidy-declarations"
    ),
    special=["box"],
)
describe(
    models.TraitPicture,
    purpose=_("To see whether the group mirrors its audience, in sums of at least five people."),
    basis=Basis.NONE_NEEDED,
    retention=AS_LONG_AS_THE_NETWORK,
    internal=["network", "trait", "year", "population", "key_check", "counted_at", "counted_by"],
)
describe(
    models.TraitCell,
    purpose=_("To see whether the group mirrors its audience, in sums of at least five people."),
    basis=Basis.NONE_NEEDED,
    retention=AS_LONG_AS_THE_NETWORK,
    internal=["picture", "classes", "count"],
)


def _own_declaration(person: models.Person) -> list[dict[str, str]]:
    """What somebody declared is found by its pseudonym, for that person alone."""
    what = declaring.declared_by(person)
    if what is None:
        return []
    row = {
        str(trait.label): trait.classes.get(what.answers.get(trait, ""), gettext("rather not say"))
        for trait in models.PersonalTrait
    }
    agreed = {"version": what.version, "day": what.on}
    return [row | {gettext("agreed to"): gettext("text %(version)s, on %(day)s") % agreed}]


found_by(models.Declaration, _own_declaration)
