"""The people and how to reach them. The list stands at the network's own word, so its pattern comes last."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from ambassadors.views import nominating, public, public_plaque

urlpatterns = [
    path("p/<str:public_id>/", public_plaque.check, name="plaque_check"),
    path(_("contact/"), public.contact, name="contact"),
    path(_("contact/thanks/"), public.contact_done, name="contact_done"),
    path(_("nominate/"), nominating.nominate, name="nominate"),
    path(_("nominate/thanks/"), nominating.nominate_done, name="nominate_done"),
    path(_("apply/"), nominating.apply, name="apply"),
    path("<slug:words>/", public.people, name="people"),
    path("<slug:words>/<slug:slug>/", public.person, name="person"),
]
