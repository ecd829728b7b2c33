"""What is openly known of people and of the audience, read from the records for `composition.py`."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from ambassadors.composition import Group, Traits
from ambassadors.models import Audience, InnovationPhase, Person, Trait
from network.models import Network, SizeClass

FIXED = {Trait.SIZE: SizeClass, Trait.PHASE: InnovationPhase}


def with_work(people: Iterable[Person]) -> Iterable[Person]:
    """A QuerySet of people with what `traits_of` reads: two queries more, whatever their number."""
    return people.prefetch_related("employments__company")  # type: ignore[attr-defined]


def traits_of(person: Person, on: date) -> Traits:
    """The business traits of somebody on a day; what is not known is empty."""
    work = person.company_on(on)
    company = work.company if work else None
    return {
        Trait.SECTOR: company.sector if company else "",
        Trait.SIZE: (company.size_class or "") if company else "",
        Trait.PHASE: person.phase,
        Trait.REGION: company.region if company else "",
        Trait.ROLE: work.role if work else "",
    }


def audiences_of(network: Network) -> tuple[dict[str, list[Group]], dict[str, Audience]]:
    """The groups of every trait in their order, and the audiences that are known; two queries."""
    known = {audience.trait: audience for audience in network.audiences.prefetch_related("shares")}
    return {trait: _groups(trait, known.get(trait)) for trait in Trait}, known


def _groups(trait: Trait, audience: Audience | None) -> list[Group]:
    shares = [share.group for share in audience.shares.all()] if audience else []
    if trait not in FIXED:
        return shares
    weights = {group.name: group.weight for group in shares}
    return [Group(code, weights.get(code, Fraction(0))) for code in FIXED[trait].values]


def words_for(trait: str, name: str) -> str:
    """A group as it is shown: ours by their label, the others as they were written."""
    choices = FIXED.get(Trait(trait))
    return str(dict(choices.choices).get(name, name)) if choices else name
