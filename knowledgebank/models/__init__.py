from knowledgebank.models.pages import Page

__all__ = ["Page"]
