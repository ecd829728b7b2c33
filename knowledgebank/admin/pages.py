"""The texts of the site, which the leader writes with the same few marks as a mail."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from knowledgebank.models import Page
from network.admin import navigation
from network.admin.base import NetworkModelAdmin

navigation.add(navigation.Group.CONTENT, 60, _("Pages"), "admin:knowledgebank_page_changelist", rare=True)


@admin.register(Page)
class PageAdmin(NetworkModelAdmin):
    list_display = ("title", "where", "language", "changed_at")
    list_filter = ("language",)
    search_fields = ("title", "body")
    fields = ("title", "slug", "language", "body", "is_listed")
    prepopulated_fields = {"slug": ("title",)}
    deletable = True

    @admin.display(description=_("address"), ordering="slug")
    def where(self, page: Page) -> SafeString:
        return format_html('<a href="{0}">{0}</a>', page.get_absolute_url())
