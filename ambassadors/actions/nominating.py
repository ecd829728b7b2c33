"""Putting somebody forward, telling them, and what they say to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ambassadors import emails
from ambassadors.actions import forgetting_people, profile
from ambassadors.actions.refused import Refused
from ambassadors.models import (
    Nomination,
    NominationSource,
    NominationStatus,
    NominationStep,
    Person,
    Voice,
)
from network import clock
from network.actions import mailing
from network.history import changed_by
from network.models import FanContact, Network, User
from network.refusals import sentence_for

Kind = NominationStep.Kind


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Who is put forward, as it was typed."""

    first_name: str
    last_name: str
    infix: str = ""
    email: str = ""
    phone: str = ""
    company: str = ""
    place: str = ""
    role: str = ""
    phase: str = ""
    language: str = "nl"

    @property
    def full_name(self) -> str:
        return " ".join(filter(None, (self.first_name, self.infix, self.last_name)))


@dataclass(frozen=True, kw_only=True)
class Nominator:
    """Who puts somebody forward: one of the first three, or a name and address typed by a visitor."""

    source: NominationSource
    person: Person | None = None
    fan_contact: FanContact | None = None
    user: User | None = None
    name: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class Words:
    why: str = ""
    answers: Sequence[dict[str, str]] = field(default_factory=tuple)


def nominate(
    *,
    network: Network,
    candidate: Candidate,
    nominator: Nominator,
    words: Words,
    by: User | None,
    held_because: str = "",
) -> Nomination:
    """Take somebody in as candidate; who is one already gets one more voice.

    The same address is the same person; whoever only looks alike is shown to the leader. Nothing that is
    known of a person is changed by what somebody else typed, nor told to them. Raises Refused for an
    ambassador in office.
    """
    with transaction.atomic():
        person = _person(network, candidate, by)
        if Person.objects.filter(pk=person.pk).current(clock.today()).exists():
            raise Refused([_("%(name)s is in office already.") % {"name": candidate.full_name}])
        return _candidacy(network, person, nominator, words, by, held_because, candidate.full_name)


def nominate_known(*, person: Person, nominator: Nominator, words: Words, by: User | None) -> Nomination:
    """Somebody the network knows: an honorary member, a former ambassador, one who goes on."""
    with transaction.atomic():
        locked = Person.objects.select_for_update(of=("self",)).select_related("network").get(pk=person.pk)
        return _candidacy(locked.network, locked, nominator, words, by, "")


def tell(*, nomination: Nomination, by: User | None, why: str = "") -> bool:
    """Send the candidate the notice that data about them is kept, with the links to say yes or no.

    False: told before. Raises Refused when there is no address to send it to.
    """
    with transaction.atomic():
        locked = lock(nomination)
        if locked.told_at or locked.held_because:
            return False
        if not locked.person.email:
            raise Refused(
                [_("%(name)s has no e-mail address. Tell them in person.") % {"name": locked.person}]
            )
        _tell(locked, by, why)
        show_again(nomination, locked)
    return True


def told_in_person(*, nomination: Nomination, by: User, why: str = "") -> bool:
    """Somebody told the candidate themselves, with what the notice says. False: told before."""
    with transaction.atomic():
        locked = lock(nomination)
        if locked.told_at:
            return False
        locked.told_at, locked.told_by = timezone.now(), by
        changed_by(locked, by).save(update_fields=["told_at", "told_by", "changed_at"])
        record(locked, Kind.TOLD, by=by, why=why or _("in person"))
        show_again(nomination, locked)
    return True


def agree(*, nomination: Nomination, by: User | None = None) -> bool:
    """The candidate wants to be one. False: said before, or it is over."""
    with transaction.atomic():
        locked = lock(nomination)
        if locked.agreed_at or locked.state in NominationStatus.ended():
            return False
        locked.agreed_at = timezone.now()
        changed_by(locked, by).save(update_fields=["agreed_at", "changed_at"])
        record(locked, Kind.AGREED, by=by)
        show_again(nomination, locked)
    return True


def withdraw(*, nomination: Nomination, by: User | None = None, why: str = "") -> bool:
    """The candidate does not want it, or no longer. False: it was over already."""
    with transaction.atomic():
        locked = lock(nomination)
        if locked.state in NominationStatus.ended():
            return False
        before = locked.status
        locked.status, locked.selected_at, locked.selected_by = NominationStatus.WITHDRAWN, None, None
        changed_by(locked, by).save(update_fields=["status", "selected_at", "selected_by", "changed_at"])
        if locked.round and not locked.round.is_appointed:
            locked.round.chosen.remove(locked.person)
        record(locked, Kind.STATUS, by=by, before=before, after=locked.status, why=why)
        show_again(nomination, locked)
    return True


def let_in(*, nomination: Nomination, by: User) -> bool:
    """A nomination that was held is a real one. False: let in before."""
    with transaction.atomic():
        locked = lock(nomination)
        if not locked.held_because:
            return False
        locked.held_because = ""
        changed_by(locked, by).save(update_fields=["held_because", "changed_at"])
        record(locked, Kind.LET_IN, by=by)
        _welcome(locked, locked.voices.first(), by)
        show_again(nomination, locked)
    return True


def throw_away(*, nomination: Nomination, by: User) -> bool:
    """A held nomination was nonsense: it goes, and the person with it when nothing else is known of them."""
    with transaction.atomic():
        locked = Nomination.objects.select_for_update().filter(pk=nomination.pk).first()
        if locked is None or not locked.held_because:
            return False
        person = locked.person
        changed_by(locked, by).delete()
        if not (person.user_id or forgetting_people.is_more_than_candidate(person)):
            changed_by(person, by).delete()
    return True


def record(
    nomination: Nomination,
    kind: str,
    *,
    by: User | None,
    before: str = "",
    after: str = "",
    why: str = "",
) -> NominationStep:
    return NominationStep.objects.create(
        nomination=nomination, kind=kind, by=by, before=before, after=after, why=why
    )


# --- How somebody comes in -----------------------------------------------------------------------------


def _person(network: Network, candidate: Candidate, by: User | None) -> Person:
    known = None
    if candidate.email:
        known = Person.objects.filter(network=network, email__iexact=candidate.email).first()
    if known:
        return known
    person = Person(
        network=network,
        first_name=candidate.first_name,
        infix=candidate.infix,
        last_name=candidate.last_name,
        email=candidate.email.strip().lower(),
        phone=candidate.phone,
        phase=candidate.phase,
        language=candidate.language,
    )
    try:
        with transaction.atomic():
            changed_by(person, by).save()
    except IntegrityError as error:  # somebody else typed the same address at this moment
        known = Person.objects.filter(network=network, email__iexact=candidate.email).first()
        if known is None:
            raise Refused([sentence_for(error)]) from error
        return known
    if candidate.company:
        profile.change_company(
            person, by=by, name=candidate.company, place=candidate.place, role=candidate.role,
            since=clock.today(),
        )  # fmt: skip
    return person


def _candidacy(
    network: Network,
    person: Person,
    nominator: Nominator,
    words: Words,
    by: User | None,
    held_because: str,
    written_name: str = "",
) -> Nomination:
    Person.objects.select_for_update().get(pk=person.pk)  # one at a time for one candidate
    round = network.rounds.taking_nominations(clock.today()).order_by("year").first()
    known = person.nominations.active().order_by("-pk").first()
    if known is None and round is not None:
        known = person.nominations.filter(round=round).first()
    nomination = known or Nomination(
        network=network, person=person, round=round, held_because=held_because[:200]
    )
    if known is None:
        changed_by(nomination, by).save()
    voice, is_new = _voice(nomination, nominator, words, by, written_name)
    if not is_new:
        return nomination
    record(nomination, Kind.CAME_IN, by=by, after=voice.source)
    if not nomination.held_because:
        _welcome(nomination, voice, by)
    return nomination


def _voice(
    nomination: Nomination, nominator: Nominator, words: Words, by: User | None, written_name: str
) -> tuple[Voice, bool]:
    """Twice the same nominator is one voice."""
    given = {
        "source": nominator.source,
        "person": nominator.person,
        "fan_contact": nominator.fan_contact,
        "user": nominator.user,
        "name": nominator.name,
        "email": nominator.email.strip().lower(),
    }
    known = nomination.voices.filter(
        **{name: value for name, value in given.items() if name not in ("source", "name")}
    ).first()
    if known:
        return known, False
    voice = Voice(
        nomination=nomination, written_name=written_name, why=words.why, answers=list(words.answers), **given
    )
    changed_by(voice, by).save()
    return voice, True


def _welcome(nomination: Nomination, voice: Voice | None, by: User | None) -> None:
    """Who applies is told at once; a visitor who puts somebody forward gets a line of thanks."""
    if voice is None:
        return
    if voice.source in NominationSource.by_the_candidate() and not nomination.told_at:
        nomination.agreed_at = timezone.now()
        changed_by(nomination, by).save(update_fields=["agreed_at", "changed_at"])
        record(nomination, Kind.AGREED, by=by)
        if nomination.person.email:
            _tell(nomination, by, "")
    if voice.source == NominationSource.VISITOR and voice.email:
        mailing.post(
            mailing.Mail(
                network=nomination.network,
                kind=emails.NOMINATION_RECEIVED.name,
                key=f"nomination_received:{voice.pk}",
                to=voice.email,
                name=voice.name,
                about=voice,
                reason=_("Put somebody forward through the site."),
                reply_to=nomination.network.contact_email,
            )
        )


def _tell(nomination: Nomination, by: User | None, why: str) -> None:
    person = nomination.person
    nomination.told_at, nomination.told_by = timezone.now(), by
    changed_by(nomination, by).save(update_fields=["told_at", "told_by", "changed_at"])
    record(nomination, Kind.TOLD, by=by, why=why)
    mailing.post(
        mailing.Mail(
            network=nomination.network,
            kind=emails.CANDIDATE_NOTICE.name,
            key=f"candidate_notice:{nomination.public_id}",
            to=person.email,
            name=person.full_name,
            language=person.language,
            about=nomination,
            reason=why or _("Is a candidate, and has the right to know it."),
            reply_to=nomination.network.contact_email,
        )
    )


def lock(nomination: Nomination) -> Nomination:
    """The row as it is now, held until the end of the transaction."""
    return (
        Nomination.objects.select_for_update(of=("self",))
        .select_related("network", "person", "round")
        .get(pk=nomination.pk)
    )


def show_again(seen: Nomination, locked: Nomination) -> None:
    """The caller's own copy shows what is now true."""
    for name in ("status", "look_again_on", "selected_at", "selected_by_id", "told_at", "agreed_at",
                 "held_because", "round_id"):  # fmt: skip
        setattr(seen, name, getattr(locked, name))
