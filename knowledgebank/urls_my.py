"""Mijn: an ambassador's stories."""

from django.urls import path

from knowledgebank.views import my

urlpatterns = [
    path("verhalen/", my.stories, name="my_stories"),
    path("verhalen/nieuw/", my.new, name="my_story_new"),
    path("verhalen/<int:pk>/", my.story, name="my_story"),
    path("verhalen/<int:pk>/voorbeeld/", my.preview, name="my_story_preview"),
    path("verhalen/<int:pk>/goedkeuren/", my.approve, name="my_story_approve"),
    path("verhalen/<int:pk>/nieuwe-versie/", my.next_version, name="my_story_next"),
    path("verhalen/<int:pk>/weggooien/", my.discard, name="my_story_discard"),
    path("verhalen/<int:pk>/intrekken/", my.withdraw, name="my_story_withdraw"),
    path("verhaal-lezen/<str:token>/", my.story_by_link, name="story_by_link"),
    path("verhaal-lezen/<str:token>/foto/", my.photo_by_link, name="story_photo_by_link"),
]
