"""From plain values to the HTML and CSS that WeasyPrint lays out."""

from django.template.loader import render_to_string

from ambassadors.plaques.fitting import fit, number_top
from ambassadors.plaques.sheet import House, Plaque, Sheet


def stylesheet(house: House) -> str:
    colours = {name.replace("-", "_"): value for name, value in house.colours.items()}
    return render_to_string("ambassadors/pdf/plaque.css", {"colours": colours})


def fixed_blocks(house: House) -> str:
    """What all plaques of the house share, one article per block (assembling.FORMS)."""
    return render_to_string("ambassadors/pdf/plaque_fixed.html", {"house": house})


def sheet(plaque: Plaque, house: House) -> Sheet:
    """The portrait goes along as it is: the child process decodes it."""
    joined = f"{plaque.before_title} {plaque.title} {plaque.after_title}"
    found = fit(plaque.name, plaque.company, joined, lead=house.lead)
    after = plaque.after_title
    html = render_to_string(
        "ambassadors/pdf/plaque.html",
        {
            "house": house,
            "plaque": plaque,
            "after_title": after if after[:1] in (",", ".", "") else f" {after}",
            "top": str(found.name_top),
            "number_top": str(number_top(house.place_and_date)),
            "name_style": f"font-size:{found.name_size}pt;width:{found.name_width}mm",
            "text_style": f"font-size:{found.text_size}pt;width:{found.text_width}mm",
        },
    )
    return Sheet(
        key=plaque.key,
        html=html,
        lead_top=found.top,
        title=plaque.document_title,
        verify_url=plaque.verify_url,
        initials=plaque.initials,
        portrait_alt=plaque.portrait_alt,
        no_portrait_alt=plaque.no_portrait_alt,
        focus=plaque.focus,
        portrait=plaque.portrait,
    )
