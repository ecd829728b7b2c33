from importlib import import_module

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _

from network import freshness
from network.forms.required import say_what_to_do


class NetworkConfig(AppConfig):
    name = "network"
    verbose_name = _("Network")

    def ready(self) -> None:
        import_module("network.lookups")
        say_what_to_do()
        # What every app contributes, found the way the admin finds admin.py.
        connection_created.connect(freshness.watch, dispatch_uid="freshness.watch")
        autodiscover_modules(
            "worklist",
            "report",
            "retention_rules",
            "privacy",
            "emails",
            "speeches",
            "person_page",
            "succession",
        )
