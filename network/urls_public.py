"""The public pages that need nothing but the network."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from network.views import public

urlpatterns = [path(_("fans/"), public.fans, name="fans")]
