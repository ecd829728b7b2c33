from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class KnowledgeBankConfig(AppConfig):
    name = "knowledgebank"
    verbose_name = _("Knowledge bank")

    def ready(self) -> None:
        # What every app lets be found (`knowledgebank.search_index`).
        autodiscover_modules("searchable")
