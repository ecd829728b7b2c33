"""How a term ends well: asked in time, agreed in a talk, carried out on the day. Nothing is ever deleted."""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from ambassadors import emails, round_calendar
from ambassadors.actions import ending, keeping_contact
from ambassadors.actions.refused import Refused
from ambassadors.models import After, HonoraryOccasion, Parting, Person, Term
from network import clock
from network.actions import mailing
from network.history import changed_by
from network.models import Network, User
from network.refusals import sentence_for

ASK_AHEAD = timedelta(days=120)  # a round takes longer than the leader's own last 90 days
MAY_SAY_AHEAD = timedelta(days=183)


def last_term(person: Person, on: date) -> Term | None:
    """The term in which somebody says what they want: the present one, near its end, with none after it."""
    term = person.terms.current(on).order_by("-end").first()
    if term is None or term.ending or term.end - on > MAY_SAY_AHEAD:
        return None
    return None if person.terms.filter(start__gte=term.end).exists() else term


def ask_due(network: Network, *, on: date) -> int:
    """Ask everybody whose term ends within four months what they want, once; how many mails."""
    later = Term.objects.filter(person=OuterRef("person"), start__gte=OuterRef("end"))
    asked = Parting.objects.filter(term=OuterRef("pk")).exclude(asked_at=None, agreed_at=None)
    waiting = (
        Term.objects.filter(person__network=network, end__lte=on + ASK_AHEAD, ending="")
        .current(on)
        .filter(~Exists(later), ~Exists(asked))
        .exclude(person__email="")
        .order_by("pk")
    )
    return sum(_ask(pk) for pk in waiting.values_list("pk", flat=True))


def _ask(pk: int) -> bool:
    with transaction.atomic():
        parting = _locked(Term(pk=pk))
        if parting.asked_at or parting.agreed_at:
            return False
        parting.asked_at = timezone.now()
        parting.save()
        person = parting.term.person
        made = mailing.post(
            mailing.Mail(
                network=person.network,
                kind=emails.TERM_ENDS.name,
                key=f"term_ends:{pk}",
                to=person.email,
                name=person.full_name,
                language=person.language,
                about=parting,
                reason=_("The term ends within four months."),
                not_before=round_calendar.leaves_at(clock.now()),
            )
        )
    return made is not None


def wish(*, term: Term, what: str, words: str = "", by: User | None) -> Parting:
    """The ambassador says what they would like; the last word counts until something is agreed."""
    with transaction.atomic():
        parting = _locked(term)
        if parting.agreed:
            raise Refused([_("You already agreed on this with the project leader. Call if it changed.")])
        if (parting.wish, parting.wish_words) == (what, words):
            return parting
        parting.wish, parting.wish_words, parting.wished_at = After(what), words, timezone.now()
        changed_by(parting, by).save()
    return parting


def agree(*, term: Term, what: str, talked_on: date, kind: str, summary: str, by: User) -> Parting:
    """What the talk about the end brought. Going on itself runs through the round (`renewing`)."""
    with transaction.atomic():
        parting = _locked(term)
        if parting.carried_out_at:
            raise Refused([_("The term has ended, and this was carried out.")])
        if parting.agreed == what and parting.talk and parting.talk.summary == summary:
            return parting
        talk = keeping_contact.write_down(
            by=by, person=parting.term.person, date=talked_on, kind=kind, summary=summary
        )
        parting.agreed, parting.agreed_at, parting.agreed_by = After(what), timezone.now(), by
        parting.talk = talk
        changed_by(parting, by).save()
    return parting


def carry_out(network: Network, *, on: date) -> int:
    """Whoever stays attached becomes honorary member on the first day without a term; how many."""
    due = Parting.objects.towards_honorary().filter(
        term__person__network=network, term__end__lte=on, carried_out_at=None
    )
    return sum(_carry_out(parting, on) for parting in due.select_related("term__person"))


def _carry_out(parting: Parting, on: date) -> bool:
    with transaction.atomic():
        locked = _locked(parting.term)
        person, term = locked.term.person, locked.term
        if locked.carried_out_at or term.end > on:
            return False
        locked.carried_out_at = timezone.now()
        locked.save()
        if person.terms.filter(end__gt=term.end).exists():  # went on after all
            return False
        ending.make_honorary(person, by=locked.agreed_by, start=term.end)  # type: ignore[arg-type]
    return True


def _locked(term: Term) -> Parting:
    """The row about this term as it is now, made where there is none; the term is held meanwhile."""
    held = Term.objects.select_for_update(of=("self",)).select_related("person__network").get(pk=term.pk)
    parting = Parting.objects.select_related("talk").filter(term=held).first() or Parting(term=held)
    parting.term = held
    return parting


# --- The honorary members, once a year -----------------------------------------------------------------


def invite_honorary(
    *, network: Network, title: str, on: date, by: User, place: str = "", words: str = ""
) -> HonoraryOccasion:
    """One mail to every honorary member, and no second in that year. Raises Refused."""
    if on < clock.today():
        raise Refused([_("This day has passed.")])
    people = [person for person in network.people.honorary(clock.today()) if person.email]
    if not people:
        raise Refused([_("There is no honorary member with an e-mail address.")])
    try:
        with transaction.atomic():
            occasion = HonoraryOccasion.objects.create(
                network=network, year=clock.today().year, title=title, on=on, place=place, words=words,
                sent_at=timezone.now(), sent_by=by, invited=len(people),
            )  # fmt: skip
            mailing.post_many(
                mailing.Mail(
                    network=network,
                    kind=emails.HONORARY_INVITATION.name,
                    key=f"honorary_invitation:{occasion.pk}:{person.pk}",
                    to=person.email,
                    name=person.full_name,
                    language=person.language,
                    about=occasion,
                    reason=_("Is an honorary member: one invitation a year."),
                )
                for person in people
            )
    except IntegrityError as error:
        raise Refused([sentence_for(error)]) from error
    return occasion


def occasion_for(network: Network, on: date) -> HonoraryOccasion | None:
    """What the honorary members were invited to and is still to come."""
    return network.honorary_occasions.filter(on__gte=on).order_by("on").first()
