"""An address as it may stand on a page that somebody else could have opened."""


def masked(email: str) -> str:
    """ma…@bedrijf.nl: enough for its owner to know it again."""
    local, _at, domain = email.partition("@")
    return f"{local[:2]}…@{domain}"
