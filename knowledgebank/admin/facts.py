"""Facts, links, themes and collections: plain lists of the leader."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from knowledgebank.admin.fields import KnowledgeFields
from knowledgebank.models import Collection, Fact, Link, Theme
from network.admin import navigation
from network.admin.base import NetworkModelAdmin
from network.admin.shared import NATIVE

CONTENT = navigation.Group.CONTENT
navigation.add(CONTENT, 30, _("Facts and figures"), "admin:knowledgebank_fact_changelist", rare=True)
navigation.add(CONTENT, 35, _("Links"), "admin:knowledgebank_link_changelist", rare=True)
navigation.add(CONTENT, 40, _("Collections"), "admin:knowledgebank_collection_changelist", rare=True)
navigation.add(CONTENT, 45, _("Themes"), "admin:knowledgebank_theme_changelist", rare=True)


@admin.register(Fact)
class FactAdmin(KnowledgeFields, NetworkModelAdmin):
    list_display = ("figure", "statement", "theme", "source", "checked_on", "is_public")
    list_display_links = ("figure", "statement")
    list_filter = ("theme", "is_public")
    list_select_related = ("theme",)
    search_fields = ("figure", "statement", "source")
    formfield_overrides = NATIVE
    fields = (
        "figure", "statement", "explanation", ("source", "source_year"), "source_url", "checked_on",
        ("theme", "tags"), "is_public", "statement_en", "explanation_en",
    )  # fmt: skip
    deletable = True


@admin.register(Link)
class LinkAdmin(KnowledgeFields, NetworkModelAdmin):
    list_display = ("title", "url", "theme", "language", "is_public")
    list_filter = ("theme", "language", "is_public")
    list_select_related = ("theme",)
    search_fields = ("title", "url", "description")
    fields = ("title", "url", "description", ("theme", "language"), "tags", "is_public")
    deletable = True


@admin.register(Collection)
class CollectionAdmin(NetworkModelAdmin):
    list_display = ("title", "is_public")
    search_fields = ("title", "introduction")
    prepopulated_fields = {"slug": ("title",)}
    fields = (
        ("title", "slug"), "introduction", "stories", "tools", "facts", "links", "is_public", "title_en",
        "introduction_en",
    )  # fmt: skip
    deletable = True


@admin.register(Theme)
class ThemeAdmin(NetworkModelAdmin):
    list_display = ("name", "description", "name_en")
    search_fields = ("name", "description")
    prepopulated_fields = {"slug": ("name",)}
    fields = (("name", "slug"), "description", "name_en", "description_en")
    deletable = True
