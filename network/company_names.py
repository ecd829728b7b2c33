"""When two companies may be one: pure, names in, keys out. It only ever suggests; a person decides."""

import re
import unicodedata

LEGAL_FORM = re.compile(r"\b(?:b\s?v|n\s?v|v\s?o\s?f|c\s?v|stichting|cooperatie|u\s?a|holding|groep)\b")
DIGITS = re.compile(r"[\s.\-]")
KVK_NUMBER = re.compile(r"[0-9]{8}")


def key(name: str) -> str:
    """Equal for "Bakkerij Ter Horst B.V." and "bakkerij ter horst"; empty where nothing is left."""
    text = unicodedata.normalize("NFKD", name.casefold())
    text = "".join(
        " " if not character.isalnum() else character for character in text if ord(character) < 768
    )
    return " ".join(LEGAL_FORM.sub(" ", " ".join(text.split())).split())


def kvk_number(typed: str) -> str:
    """The eight digits, however they were grouped; what is no such number comes back as it was typed."""
    bare = DIGITS.sub("", typed)
    return bare if KVK_NUMBER.fullmatch(bare) else typed.strip()
