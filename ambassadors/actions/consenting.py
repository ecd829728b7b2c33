"""Consent per purpose: the words, in versions, and who agreed to which of them when."""

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext

from ambassadors import consent_words
from ambassadors.actions import profile
from ambassadors.models import Consent, ConsentText, Person, Purpose
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
        return consent


def withdraw(*, person: Person, purpose: Purpose, by: User | None = None) -> bool:
    """As easy as giving. False: there was nothing to take back."""
    with transaction.atomic():
        taken = person.consents.in_force().filter(purpose=purpose).update(withdrawn_at=timezone.now())
        if purpose == Purpose.PUBLICATION:
            profile.withdraw_publication(person, by=by)
    return bool(taken)
