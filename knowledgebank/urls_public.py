"""Stories, the knowledge bank, and the pages that the leader writes."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from knowledgebank.views import (
    public,
    public_feed,
    public_scans,
    public_search,
    public_sheets,
    public_stories,
    public_tools,
)

urlpatterns = [
    path(_("stories/"), public_stories.stories, name="stories"),
    path(_("stories/feed.xml"), public_feed.stories, name="stories_feed"),
    path(_("stories/<slug:slug>/"), public_stories.story, name="story"),
    path(_("knowledge/"), public_tools.knowledge, name="knowledge"),
    path(_("knowledge/facts/"), public_tools.facts, name="facts"),
    path(_("knowledge/links/"), public_tools.links, name="links"),
    path(_("knowledge/theme/<slug:slug>/"), public_tools.theme, name="knowledge_theme"),
    path(_("knowledge/collection/<slug:slug>/"), public_tools.collection, name="collection"),
    path(_("knowledge/tools/<slug:slug>/"), public_tools.tool, name="tool"),
    path(_("knowledge/tools/<slug:slug>/download/<int:pk>/"), public_tools.download, name="tool_download"),
    path(_("knowledge/tools/<slug:slug>/steps/"), public_sheets.guide, name="tool_guide"),
    path(_("knowledge/tools/<slug:slug>/card.pdf"), public_sheets.card_pdf, name="tool_card_pdf"),
    path(_("knowledge/tools/<slug:slug>/sheet.pdf"), public_sheets.sheet_pdf, name="tool_sheet_pdf"),
    path(_("knowledge/tools/<slug:slug>/group/"), public_sheets.begin, name="form_group_new"),
    path(_("knowledge/tools/<slug:slug>/remark/"), public_sheets.remark, name="tool_remark"),
    path(_("knowledge/tools/<slug:slug>/remark/thanks/"), public_sheets.remark_done, name="tool_remark_done"),
    path(_("group/<str:token>/"), public_sheets.group, name="form_group"),
    path(_("group/<str:token>/end/"), public_sheets.group_end, name="form_group_end"),
    path(_("fill-in/<str:token>/"), public_sheets.fill_in, name="fill_in"),
    path(_("sheet/<str:token>/"), public_sheets.filled, name="filled_form"),
    path(_("knowledge/scans/<slug:slug>/"), public_scans.scan, name="scan"),
    path(_("knowledge/scans/<slug:slug>/questions/"), public_scans.question, name="scan_question"),
    path(_("knowledge/scans/<slug:slug>/all/"), public_scans.whole, name="scan_whole"),
    path(_("knowledge/scans/<slug:slug>/result/<str:public_id>/"), public_scans.result, name="scan_result"),
    path(
        _("knowledge/scans/<slug:slug>/result/<str:public_id>/pdf/"),
        public_scans.result_paper,
        name="scan_paper",
    ),
    path(_("search/"), public_search.page, name="search"),
    path(_("search/suggestions/"), public_search.suggest, name="search_suggest"),
    path(_("about/"), public.page, {"slug": "about"}, name="about"),
    path(_("accessibility/"), public.page, {"slug": "accessibility"}, name="accessibility"),
    path(_("privacy/"), public.page, {"slug": "privacy"}, name="privacy"),
    path(_("page/<slug:slug>/"), public.page, name="page"),
]
