from knowledgebank.models.facts import Collection, Fact, Link
from knowledgebank.models.fill_in import FilledForm, FillInForm, FormGroup, FormQuestion
from knowledgebank.models.pages import BUILT_IN, Page
from knowledgebank.models.scans import Scan, ScanAdvice, ScanAnswer, ScanDimension, ScanQuestion, ScanTaking
from knowledgebank.models.search import SearchEntry, SearchVocabulary, Synonyms
from knowledgebank.models.stories import Story, StoryVersion
from knowledgebank.models.themes import Theme
from knowledgebank.models.tools import RemarkState, Tool, ToolDownload, ToolRemark, ToolStep

__all__ = [
    "BUILT_IN",
    "Collection",
    "Fact",
    "FillInForm",
    "FilledForm",
    "FormGroup",
    "FormQuestion",
    "Link",
    "Page",
    "RemarkState",
    "Scan",
    "ScanAdvice",
    "ScanAnswer",
    "ScanDimension",
    "ScanQuestion",
    "ScanTaking",
    "SearchEntry",
    "SearchVocabulary",
    "Story",
    "StoryVersion",
    "Synonyms",
    "Theme",
    "Tool",
    "ToolDownload",
    "ToolRemark",
    "ToolStep",
]
