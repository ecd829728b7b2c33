"""To whom a message through the site goes: the ground keeps a number, here it becomes an address."""

from ambassadors.models import Person
from network.actions.relaying import Recipient
from network.models import ContactMessage


def recipient(person_pk: int) -> Recipient | None:
    """None when this person has no address; the message then goes to the team."""
    person = Person.objects.filter(pk=person_pk).exclude(email="").first()
    if person is None:
        return None
    return Recipient(pk=person.pk, name=person.full_name, email=person.email, language=person.language)


def recipient_of(message: ContactMessage) -> Recipient | None:
    """For whom a held message was meant, with the address of today; None: for the team."""
    if message.for_person is None:
        return None
    person = Person.objects.filter(pk=message.for_person, network_id=message.network_id).first()
    return recipient(person.pk) if person else None
