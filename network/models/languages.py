"""Texts in two languages: Dutch, and English where somebody wrote it."""

from django.utils.translation import get_language


class InTwoLanguages:
    """Mixed into a model whose Dutch texts have an English twin, `title` and `title_en`."""

    def in_language(self, field: str) -> str:
        """The text in the language of the page; the Dutch one where there is no English."""
        if get_language() == "en":
            return getattr(self, f"{field}_en") or getattr(self, field)
        return str(getattr(self, field))

    def only_in_language(self, field: str) -> str:
        """The text in the language of now; empty rather than in another one."""
        return str(getattr(self, f"{field}_en" if get_language() == "en" else field))

    def is_dutch_only(self, field: str = "title") -> bool:
        """On an English page: there is no English text, so that the page says so and marks it."""
        return get_language() == "en" and not getattr(self, f"{field}_en")
