from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class NetworkConfig(AppConfig):
    name = "network"
    verbose_name = _("Network")

    def ready(self) -> None:
        # What every app contributes, found the way the admin finds admin.py.
        autodiscover_modules("worklist", "report", "privacy", "emails")
