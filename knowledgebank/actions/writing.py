"""How a story comes about: begun, worked on, handed in, shown to its ambassador, approved, taken off again.

What is online stays online while the next version is written. An approved version never changes.
"""

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ambassadors.actions import profile
from ambassadors.models import Person
from knowledgebank.models import Story, StoryVersion
from knowledgebank.models.stories import free_story_slug
from network import clock
from network.actions import mailing, sizing
from network.history import changed_by
from network.models import User

CONSENT_TEXT = "2026-1"  # counts up with every change of the words on the page where one agrees

TEXTS = (
    "title", "lead", "body", "quote", "lessons", "figures", "title_en", "lead_en", "body_en", "quote_en",
    "lessons_en", "figures_en", "tags", "company", "role", "place", "region", "sector", "employees", "phase",
    "photo", "photo_alt", "photo_credit", "focal_x", "focal_y",
)  # fmt: skip


class NotNow(Exception):
    """Why something cannot be done with a story as it stands; a sentence for whoever tried."""


def begin(person: Person, *, by: User | None, title: str, **texts: Any) -> StoryVersion:
    """A new story with a first version to work on. The same title twice in a row is one story."""
    with transaction.atomic():
        person = Person.objects.select_for_update().select_related("network").get(pk=person.pk)
        again = StoryVersion.objects.drafts().filter(story__person=person, number=1, title=title).first()
        if again:
            return again
        known = Story.objects.filter(network_id=person.network_id).values_list("slug", flat=True)
        story = Story(
            network_id=person.network_id,
            person=person,
            slug=free_story_slug(title, set(known)),
            created_by=by,
        )
        changed_by(story, by).save()
        version = StoryVersion(
            story=story, number=1, title=title, created_by=by, **_work_of(person, clock.today()), **texts
        )
        changed_by(version, by).save()
        return version


def begin_from_answers(
    person: Person, *, by: User | None, title: str, cause: str, course: str, result: str, lead: str = ""
) -> StoryVersion:
    """A draft from three questions: what was the matter, what did you do, what came of it.

    The headings are Dutch, as what people write is.
    """
    with override(settings.LANGUAGE_CODE):
        parts = [(_("How it was"), cause), (_("What we did"), course), (_("What it brought"), result)]
    body = "\n\n".join(f"## {heading}\n\n{text.strip()}" for heading, text in parts if text.strip())
    return begin(person, by=by, title=title, lead=lead, body=body)


def _work_of(person: Person, on: date) -> dict[str, Any]:
    """Company and role as they are now: the story keeps them when they change."""
    work = person.company_on(on)
    if work is None:
        return {"phase": person.phase}
    company = work.company
    return {
        "company": company.name,
        "role": work.role,
        "place": company.place,
        "region": company.region,
        "sector": company.sector,
        "employees": company.employees,
        "phase": person.phase,
    }


def change(version: StoryVersion, *, by: User | None, changes: Mapping[str, Any]) -> StoryVersion:
    """Set what differs in a version that is being worked on. Another photo needs a new consent."""
    with transaction.atomic():
        version = _locked(version)
        _refuse_when_approved(version)
        changed = {name for name, value in changes.items() if getattr(version, name) != value}
        for name in changed:
            setattr(version, name, changes[name])
        if "photo" in changed:
            version.photo_consent_at = None
            changed.add("photo_consent_at")
        if changed:
            changed_by(version, by).save(update_fields={*changed, "changed_at"})
        if changed & {"photo", "focal_x", "focal_y"}:
            sizing.ring(version)
    return version


def next_version(story: Story, *, by: User | None) -> StoryVersion:
    """A copy of the newest version to work on; the one that is there when there is one already."""
    with transaction.atomic():
        story = Story.objects.select_for_update().get(pk=story.pk)
        newest = story.versions.order_by("-number").first()
        assert newest is not None  # a story is born with one
        if newest.approved_at is None:
            return newest
        version = StoryVersion(
            story=story,
            number=newest.number + 1,
            created_by=by,
            photo_consent_at=newest.photo_consent_at,
            **{name: getattr(newest, name) for name in TEXTS},
        )
        changed_by(version, by).save()
        return version


def discard(version: StoryVersion, *, by: User | None) -> None:
    """Throw a draft away; a story that never had another version goes with it."""
    with transaction.atomic():
        story = Story.objects.select_for_update().get(pk=version.story_id)
        version = _locked(version)
        _refuse_when_approved(version)
        sizing.let_go(version)
        changed_by(version, by).delete()
        if not story.versions.exists():
            changed_by(story, by).delete()


def hand_in(version: StoryVersion, *, by: User | None) -> StoryVersion:
    """The ambassador is done writing: the project leader reads it next."""
    with transaction.atomic():
        version = _locked(version)
        _refuse_when_approved(version)
        if version.handed_in_at is None:
            version.handed_in_at = timezone.now()
            changed_by(version, by).save(update_fields=["handed_in_at"])
    return version


# --- Approval -----------------------------------------------------------------------------------------


def seal_of(version: StoryVersion) -> str:
    """Of everything a reader sees: whoever approves, approves exactly this."""
    parts = [str(getattr(version, name)) for name in TEXTS] + [str(version.publish_on)]
    return hashlib.blake2s("\0".join(parts).encode(), digest_size=12).hexdigest()


def ask_approval(version: StoryVersion, *, by: User | None, publish_on: date | None = None) -> StoryVersion:
    """Mail the ambassador a link to read and approve it. A second time sends a second mail."""
    with transaction.atomic():
        version = _locked(version)
        _refuse_when_approved(version)
        person = version.story.person
        if not person.email:
            raise NotNow(_("There is no e-mail address of %(name)s.") % {"name": person.full_name})
        if not version.body.strip():
            raise NotNow(_("The story has no text yet."))
        if version.photo and not version.photo_alt:
            raise NotNow(_("Say first what the photo shows, for whoever does not see it."))
        version.asked_at, version.asked_by = timezone.now(), by
        version.publish_on = publish_on
        changed_by(version, by).save(update_fields=["asked_at", "asked_by", "publish_on"])
        mailing.post(
            mailing.Mail(
                network=version.story.network,
                kind="story_approval",
                key=f"story_approval:{version.pk}:{int(version.asked_at.timestamp())}",
                to=person.email,
                name=person.full_name,
                language=person.language,
                context={"version": version.pk},
                about=version,
                reason=_("The story “%(title)s” waits for approval.") % {"title": version.title},
                reply_to=version.story.network.contact_email,
            )
        )
    return version


def approve(
    version: StoryVersion, *, by: User | None, via: str, seal: str | None = None, with_photo: bool = False
) -> StoryVersion:
    """The ambassador agrees: it is online at once, or from the day that was planned.

    `seal` is of what they read; when the text changed since, they are asked again. Twice is once.
    """
    with transaction.atomic():
        story = Story.objects.select_for_update().select_related("network", "person").get(pk=version.story_id)
        version = _locked(version)
        if version.approved_at and story.withdrawn_at is None:
            return version
        if seal is not None and seal != seal_of(version):
            raise NotNow(_("The text was changed while you read it. Read it once more."))
        now, today = timezone.now(), clock.today()
        version.approved_at, version.approved_via, version.consent_text = now, via, CONSENT_TEXT
        version.publish_on = max(version.publish_on or today, today)
        version.photo_consent_at = now if with_photo and version.photo else None
        version.remarks, version.remarked_at = "", None
        changed_by(version, by).save()
        sizing.ring(version)
        if story.withdrawn_at:
            story.withdrawn_at = story.withdrawn_by = None
            changed_by(story, by).save(update_fields=["withdrawn_at", "withdrawn_by"])
        profile.agree_to_publication(story.person, by=by)
        _tell_it_is_approved(version, story)
    return version


def _tell_it_is_approved(version: StoryVersion, story: Story) -> None:
    """To the ambassador: where it stands, and how to take it back."""
    if not story.person.email:
        return
    mailing.post(
        mailing.Mail(
            network=story.network,
            kind="story_approved",
            key=f"story_approved:{version.pk}:{int(version.approved_at.timestamp())}",  # type: ignore[union-attr]
            to=story.person.email,
            name=story.person.full_name,
            language=story.person.language,
            context={"version": version.pk},
            about=version,
            reason=_("The story “%(title)s” was approved.") % {"title": version.title},
            reply_to=story.network.contact_email,
        )
    )


def ask_changes(version: StoryVersion, *, by: User | None, remarks: str) -> StoryVersion:
    """Not yet: the ambassador says what should be different, and the leader finds it in the list of today."""
    with transaction.atomic():
        version = _locked(version)
        _refuse_when_approved(version)
        if version.remarks != remarks or version.remarked_at is None:
            version.remarks, version.remarked_at = remarks, timezone.now()
            changed_by(version, by).save(update_fields=["remarks", "remarked_at"])
    return version


def withdraw(story: Story, *, by: User | None) -> Story:
    """Off the site, at once, all versions of it. Only a new approval brings it back."""
    with transaction.atomic():
        story = Story.objects.select_for_update().get(pk=story.pk)
        if story.withdrawn_at is None:
            story.withdrawn_at, story.withdrawn_by = timezone.now(), by
            changed_by(story, by).save(update_fields=["withdrawn_at", "withdrawn_by"])
    return story


def reschedule(version: StoryVersion, *, by: User | None, publish_on: date) -> StoryVersion:
    """Another day for a version that is approved and not yet online."""
    with transaction.atomic():
        version = _locked(version)
        if version.is_published(clock.today()):
            raise NotNow(_("It is online already."))
        version.publish_on = max(publish_on, clock.today())
        changed_by(version, by).save(update_fields=["publish_on"])
    return version


def _locked(version: StoryVersion) -> StoryVersion:
    return (
        StoryVersion.objects.select_for_update(of=("self",))
        .select_related("story__person", "story__network")
        .get(pk=version.pk)
    )


def _refuse_when_approved(version: StoryVersion) -> None:
    if version.approved_at:
        raise NotNow(_("This version was approved and stays as it is. Begin a new version to change it."))
