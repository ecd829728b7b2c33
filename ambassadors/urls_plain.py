"""Pictures of people: the same in every language."""

from django.urls import path

from ambassadors.views import public

urlpatterns = [
    path("portret/<slug:slug>/<slug:version>-<int:width>.<str:encoding>", public.portrait, name="portrait"),
]
