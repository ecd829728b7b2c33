"""The mails about podia and what comes of them. Importing this package registers every kind."""

from events.emails import chase, fans, farewell, files, leads, newsletters, outcomes, podia, requests

__all__ = ["chase", "fans", "farewell", "files", "leads", "newsletters", "outcomes", "podia", "requests"]
