"""The texts of the site: the leader's own where there is one, else the text that comes with the program."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from knowledgebank.models import BUILT_IN, Page
from network.pages import public_page


@public_page
def page(request: HttpRequest, slug: str) -> HttpResponse:
    network = request.network
    own = Page.objects.filter(network=network, slug=slug, language=get_language()).first()
    if own is None and slug not in BUILT_IN:
        raise Http404
    template = "knowledgebank/public/page.html" if own else f"knowledgebank/public/{slug}.html"
    others = []
    if slug == "about":
        listed = Page.objects.filter(network=network, language=get_language(), is_listed=True)
        others = list(listed.exclude(slug__in=BUILT_IN))
    return render(request, template, {"page": own, "others": others})
