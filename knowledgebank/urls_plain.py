"""Pictures of stories: the same in every language."""

from django.urls import path

from knowledgebank.views import public_stories

urlpatterns = [
    path(
        "foto/<slug:slug>/<slug:version>-<int:width>.<str:encoding>",
        public_stories.story_photo,
        name="story_photo",
    ),
]
