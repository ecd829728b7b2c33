from knowledgebank.models.pages import BUILT_IN, Page

__all__ = ["BUILT_IN", "Page"]
