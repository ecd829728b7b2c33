"""What is kept in the knowledge bank: of ambassadors what they approved, of users what they remarked."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from knowledgebank import models
from network.privacy import AS_LONG_AS_THE_NETWORK, Basis, Term, describe, found_by, reached_by

describe(
    models.Page,
    purpose=_("To tell visitors about the network."),
    basis=Basis.NONE_NEEDED,
    retention=AS_LONG_AS_THE_NETWORK,
    public=["slug", "language", "title", "body", "changed_at"],
    internal=["network", "is_listed"],
)

describe(
    models.Synonyms,
    purpose=_("To find what somebody calls by another name."),
    basis=Basis.NONE_NEEDED,
    retention=AS_LONG_AS_THE_NETWORK,
    internal=["network", "language", "words"],
)
IN_STEP = Term(
    _("Made from what can be read elsewhere, and gone as soon as that is gone."), job="search-index"
)
describe(
    models.SearchEntry,
    purpose=_("To find what is on the site and, signed in, what one may see."),
    basis=Basis.LEGITIMATE_INTEREST,
    retention=IN_STEP,
    personal=["title", "over", "text", "title_words", "summary_words", "body_words"],
    internal=["network", "language", "kind", "key", "audience", "url", "text_language", "digest"],
)
describe(
    models.SearchVocabulary,
    purpose=_("To put slips of the finger right."),
    basis=Basis.NONE_NEEDED,
    retention=IN_STEP,
    public=["words"],
    internal=["network", "language", "digest", "built_at"],
)

UNTIL_WITHDRAWN = Term(
    _("Until the person withdraws the consent; then it is off the site at once, and gone a year later."),
    rules=("stories",),
)
describe(
    models.Story,
    purpose=_("To tell visitors what an ambassador experienced."),
    basis=Basis.CONSENT,
    retention=UNTIL_WITHDRAWN,
    public=["slug", "theme", "tools"],
    personal=["person", "withdrawn_at"],
    internal=["network", "created_at", "created_by", "withdrawn_by"],
)
describe(
    models.StoryVersion,
    purpose=_("To tell visitors what an ambassador experienced, and to show that it was approved."),
    basis=Basis.CONSENT,
    retention=Term(
        _(
            "Until the person withdraws the consent; then it is off the site at once, and gone a year later. "
            "The photo of a version goes a year after another version followed it."
        ),
        rules=("stories", "story_photos"),
    ),
    public=[
        "title", "lead", "body", "quote", "lessons", "figures", "title_en", "lead_en", "body_en", "quote_en",
        "lessons_en", "figures_en", "tags", "company", "role", "place", "region", "sector", "employees",
        "phase", "photo", "photo_alt", "photo_credit", "focal_x", "focal_y", "publish_on", "changed_at",
    ],
    personal=["remarks", "remarked_at", "approved_at", "approved_via", "photo_consent_at", "consent_text"],
    internal=[
        "story", "number", "created_at", "created_by", "handed_in_at", "asked_at", "asked_by", "sizes_of",
        "no_sizes_of",
    ],
)  # fmt: skip
describe(
    models.ToolRemark,
    purpose=_("To let users of a method learn from each other."),
    basis=Basis.CONSENT,
    retention=Term(_("As long as the tool is there; what is refused: one year."), rules=("remarks",)),
    public=["name", "organisation", "text"],
    personal=["suspicion"],
    internal=["tool", "state", "created_at", "decided_at", "decided_by"],
)
for about, personal, internal in (
    (models.FormGroup, ["name"], ["form", "view_token", "fill_token", "created_at", "used_at"]),
    (models.FilledForm, ["party", "answers"], ["group", "token", "created_at", "changed_at"]),
):
    describe(
        about,
        purpose=_("To let a group see side by side what each of them filled in."),
        basis=Basis.CONSENT,
        retention=Term(
            _("Until the group takes it away, or half a year after the last use."), rules=("groups",)
        ),
        personal=personal,
        internal=internal,
    )
describe(
    models.ScanTaking,
    purpose=_("To show somebody their result again, and to learn from many of them. It names nobody."),
    basis=Basis.NONE_NEEDED,
    retention=_("The link works for a year; the answers stay, without it, for the sums."),
    internal=["scan", "public_id", "answers", "total", "by_dimension", "taken_on", "is_counted"],
)
PART_OF: dict[Any, str] = {
    models.ToolStep: "tool",
    models.ToolDownload: "tool",
    models.FillInForm: "tool",
    models.FormQuestion: "form",
    models.ScanDimension: "scan",
    models.ScanQuestion: "scan",
    models.ScanAnswer: "question",
    models.ScanAdvice: "scan",
}
for model, names in {
    models.Theme: ["name", "name_en", "slug", "description", "description_en"],
    models.Scan: [
        "slug", "theme", "title", "title_en", "summary", "summary_en", "introduction", "introduction_en",
        "minutes", "source", "published_on", "changed_at",
    ],
    models.ScanDimension: ["position", "name", "name_en", "explanation", "explanation_en"],
    models.ScanQuestion: [
        "position", "text", "text_en", "help", "help_en", "dimension", "weight", "only_after",
    ],
    models.ScanAnswer: ["position", "text", "text_en", "points"],
    models.ScanAdvice: [
        "dimension", "low", "high", "title", "title_en", "body", "body_en", "tools", "stories",
    ],
    models.Tool: [
        "slug", "language", "theme", "title", "summary", "published_on", "purpose", "result", "moment",
        "company", "with_whom", "people_least", "people_most", "how", "knowledge", "skills_participants",
        "skills_facilitator", "minutes_learn", "minutes_prepare", "minutes_run", "minutes_run_most",
        "minutes_aftercare", "material", "place", "money", "tips", "relation", "next_tools", "developers",
        "background", "contact", "tags", "changed_at",
    ],
    models.ToolStep: ["position", "title", "text", "minutes"],
    models.ToolDownload: ["title", "file", "size", "pages", "position", "cleaned_by", "is_withheld"],
    models.FillInForm: ["title", "introduction", "party_label"],
    models.FormQuestion: ["position", "label", "help_text", "kind", "tone", "is_required"],
    models.Fact: [
        "theme", "figure", "statement", "statement_en", "explanation", "explanation_en", "source",
        "source_year", "source_url", "checked_on", "tags",
    ],
    models.Link: ["theme", "title", "url", "description", "language", "tags"],
    models.Collection: [
        "slug", "title", "title_en", "introduction", "introduction_en", "stories", "tools", "facts", "links",
    ],
}.items():  # fmt: skip
    belongs = PART_OF.get(model, "network")
    hidden = ["is_public"] if model in (models.Fact, models.Link, models.Collection) else []
    describe(
        model,
        purpose=_("To share what is known."),
        basis=Basis.NONE_NEEDED,
        retention=AS_LONG_AS_THE_NETWORK,
        public=names,
        internal=[belongs, *hidden],
    )


def versions_about(person: Any) -> list[dict[str, str]]:
    """What somebody's stories say, in every version: a version points at its story, not at the person."""
    names = ["title", "lead", "body", "quote", "lessons", "figures", "company", "role", "remarks"]
    moments = [
        "number",
        "created_at",
        "asked_at",
        "approved_at",
        "approved_via",
        "publish_on",
        "consent_text",
    ]
    versions = models.StoryVersion.objects.filter(story__person=person).order_by("story", "number")
    return [
        {name: "" if value is None else str(value) for name, value in row.items()}
        for row in versions.values(*names, *moments)
    ]


found_by(models.StoryVersion, versions_about)
reached_by(models.StoryVersion, "story__person")
