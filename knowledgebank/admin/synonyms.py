"""The network's own list of words that mean the same, for the search."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from knowledgebank.models import Synonyms
from network.admin import navigation
from network.admin.base import NetworkModelAdmin

navigation.add(
    navigation.Group.CONTENT, 70, _("Synonyms"), "admin:knowledgebank_synonyms_changelist", rare=True
)


@admin.register(Synonyms)
class SynonymsAdmin(NetworkModelAdmin):
    list_display = ("words", "language")
    list_filter = ("language",)
    search_fields = ("words",)
    fields = ("words", "language")
    deletable = True
