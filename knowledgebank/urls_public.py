"""Stories, the knowledge bank, and the pages that the leader writes."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from knowledgebank.views import public, public_stories, public_tools

urlpatterns = [
    path(_("stories/"), public_stories.stories, name="stories"),
    path(_("stories/<slug:slug>/"), public_stories.story, name="story"),
    path(_("knowledge/"), public_tools.knowledge, name="knowledge"),
    path(_("knowledge/facts/"), public_tools.facts, name="facts"),
    path(_("knowledge/links/"), public_tools.links, name="links"),
    path(_("knowledge/theme/<slug:slug>/"), public_tools.theme, name="knowledge_theme"),
    path(_("knowledge/collection/<slug:slug>/"), public_tools.collection, name="collection"),
    path(_("knowledge/tools/<slug:slug>/"), public_tools.tool, name="tool"),
    path(_("knowledge/tools/<slug:slug>/download/<int:pk>/"), public_tools.download, name="tool_download"),
    path(_("about/"), public.page, {"slug": "about"}, name="about"),
    path(_("accessibility/"), public.page, {"slug": "accessibility"}, name="accessibility"),
    path(_("privacy/"), public.page, {"slug": "privacy"}, name="privacy"),
    path(_("page/<slug:slug>/"), public.page, name="page"),
]
