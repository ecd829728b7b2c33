"""Consent per purpose: the words, in versions, and who agreed to which of them when."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext

from ambassadors import consent_words
from ambassadors.actions import profile
from ambassadors.models import Consent, ConsentText, Person, Purpose
from network.actions import mailing
from network.models import Network, User


def text_for(network: Network, purpose: Purpose) -> ConsentText:
    """The words in force, to be read; as long as nobody agreed to them the built-in ones are not kept."""
    found = network.consent_texts.latest_of(purpose)
    if found:
        return found
    words = consent_words.BUILT_IN[purpose]
    with translation.override("nl"):
        body = gettext(words) % consent_words.values(network)
    with translation.override("en"):
        body_en = gettext(words) % consent_words.values(network)
    return ConsentText(network=network, purpose=purpose, version=1, body=body, body_en=body_en)


def kept_text_for(network: Network, purpose: Purpose) -> ConsentText:
    """The words in force, to be agreed to: from now on there is a row that says what they were."""
    text = text_for(network, purpose)
    if text.pk is None:
        text, _made = ConsentText.objects.get_or_create(
            network=network,
            purpose=purpose,
            version=1,
            defaults={"body": text.body, "body_en": text.body_en},
        )
    return text


class WordsChanged(Exception):
    """The words in force are others than those that were read: they have to be read first."""

    def __str__(self) -> str:
        return gettext("The words were changed while you read them. Read them once more, and say yes again.")


def text_that_was_read(network: Network, purpose: Purpose, seal: str) -> ConsentText:
    """The words in force, to be agreed to. Raises WordsChanged when they are not what `seal` is of."""
    if text_for(network, purpose).seal != seal:
        raise WordsChanged
    text = kept_text_for(network, purpose)
    if text.seal != seal:  # changed between these two lines
        raise WordsChanged
    return text


def rewrite(*, network: Network, purpose: Purpose, body: str, body_en: str, by: User) -> ConsentText:
    """New words are a new version; who agreed before agreed to the old ones."""
    with transaction.atomic():
        Network.objects.select_for_update().get(pk=network.pk)
        now = kept_text_for(network, purpose)
        if (now.body, now.body_en) == (body, body_en):
            return now
        return ConsentText.objects.create(
            network=network, purpose=purpose, version=now.version + 1, body=body, body_en=body_en,
            created_by=by,
        )  # fmt: skip


def give(*, person: Person, text: ConsentText, way: str, by: User | None = None) -> Consent:
    """Somebody agrees to these words. The same words twice keep the first moment; newer words replace it."""
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        now = person.consents.in_force().filter(purpose=text.purpose).first()
        if now and now.text_id == text.pk:
            return now
        if now:
            Consent.objects.filter(pk=now.pk).update(withdrawn_at=timezone.now())
        consent = Consent.objects.create(person=person, text=text, purpose=text.purpose, way=way)
        if text.purpose == Purpose.PUBLICATION:
            profile.agree_to_publication(person, by=by)
        if text.purpose == Purpose.PHOTO:
            profile.agree_to_photos(person, by=by)
        return consent


def withdraw(*, person: Person, purpose: Purpose, by: User | None = None) -> bool:
    """As easy as giving, and felt at once. False: there was nothing to take back.

    Also without a row of a consent there can be something: a page or portrait from before there were any.
    """
    with transaction.atomic():
        locked = Person.objects.select_for_update().select_related("network").get(pk=person.pk)
        taken = bool(locked.consents.in_force().filter(purpose=purpose).update(withdrawn_at=timezone.now()))
        if purpose == Purpose.PUBLICATION:
            taken = taken or locked.publication_consent_at is not None
            profile.withdraw_publication(locked, by=by)
        if purpose == Purpose.PHOTO:
            taken = taken or locked.photos_refused_at is None
            profile.refuse_photos(locked, by=by)
        if taken and purpose in Purpose.on_the_site():
            _confirm_withdrawal(locked, purpose)
    return taken


def _confirm_withdrawal(person: Person, purpose: Purpose) -> None:
    """In the person's own mailbox: what is gone, and the way back."""
    if person.email:
        mailing.post(
            mailing.Mail(
                network=person.network,
                kind="consent_withdrawn",
                key=f"consent_withdrawn:{person.pk}:{purpose}:{timezone.now():%Y%m%d%H%M%S%f}",
                to=person.email,
                name=person.full_name,
                language=person.language,
                variant=purpose,
                about=person,
                reason=gettext("Took back a consent."),
                reply_to=person.network.contact_email,
            )
        )


@dataclass(frozen=True)
class Agreed:
    """How one purpose stands for one person: the words, and since when they agree, if they do."""

    purpose: Purpose
    text: ConsentText
    since: datetime | None
    is_given: bool


def standing(person: Person) -> list[Agreed]:
    """For what is on the site: photos and publication, in the words that were agreed to or are in force."""
    held = {one.purpose: one for one in person.consents.in_force().select_related("text")}
    found = []
    for purpose in Purpose.on_the_site():
        mine = held.get(purpose)
        given = {
            Purpose.PUBLICATION: person.publication_consent_at is not None,
            Purpose.PHOTO: person.photos_refused_at is None and bool(mine or person.portrait),
        }[purpose]
        since = mine.given_at if mine else None
        if since is None and purpose == Purpose.PUBLICATION:
            since = person.publication_consent_at
        text = mine.text if mine and given else text_for(person.network, purpose)
        found.append(Agreed(purpose, text, since if given else None, given))
    return found
