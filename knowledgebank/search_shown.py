"""How something that was found is shown: the part of its text that answers, with the words marked."""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from knowledgebank import search_words
from knowledgebank.search_index import UNSHOWN

SNIPPET = 190


def cut_out(text: str, stems: frozenset[str], language: str) -> str:
    """The part around the first hit, from word to word, within the passage where it stands."""
    passages = text.partition(UNSHOWN)[0].split("\n")
    text = next((one for one in passages if _is_hit(one, stems, language)), passages[0])
    if len(text) <= SNIPPET:
        return text
    hit = next(
        (match.start() for match in search_words.WORD.finditer(text) if _is_hit(match[0], stems, language)), 0
    )
    begin = max(0, hit - SNIPPET // 3)
    if begin:
        begin = text.find(" ", begin) + 1 or begin
    end = begin + SNIPPET
    if end < len(text):
        end = text.rfind(" ", begin, end) if text.rfind(" ", begin, end) > begin else end
    return f"{'… ' if begin else ''}{text[begin:end].strip()}{' …' if end < len(text) else ''}"


def _is_hit(word: str, stems: frozenset[str], language: str) -> bool:
    return any(search_words.stem(part, language) in stems for part in search_words.words_in(word))


def marked(text: str, stems: frozenset[str], language: str) -> SafeString:
    """The text as HTML, with each word that was found in a <mark>. Everything else is escaped."""
    parts: list[str] = []
    at = 0
    for match in search_words.WORD.finditer(text):
        parts.append(escape(text[at : match.start()]))
        word = escape(match[0])
        parts.append(f"<mark>{word}</mark>" if _is_hit(match[0], stems, language) else word)
        at = match.end()
    parts.append(escape(text[at:]))
    return mark_safe("".join(parts))
