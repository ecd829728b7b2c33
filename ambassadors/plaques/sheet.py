from dataclasses import dataclass, field
from datetime import date

MILLIMETRE = 72 / 25.4
WIDTH, HEIGHT = 297, 210


@dataclass(frozen=True)
class Edition:
    """One way the same plaque is delivered; lengths in millimetres."""

    name: str
    bleed: float = 0  # colour beyond the cut
    surround: float = 0  # paper beyond the cut: bleed and crop marks


WEB = Edition("web")
PRINT = Edition("print", bleed=3, surround=12)
EDITIONS = {edition.name: edition for edition in (WEB, PRINT)}


@dataclass(frozen=True)
class House:
    """What all plaques of one round share: house style, wording, official, place and date."""

    language: str
    network: str
    wordmark: tuple[str, ...]
    colours: dict[str, str]  # the light palette of network.colours
    created: date  # stands in the file as its date, so that a rerun changes no byte
    eyebrow: str
    lead: str
    place_and_date: str
    number_label: str
    qr_caption: str
    qr_alt: str
    official_name: str = ""
    official_title: str = ""
    signature_alt: str = ""
    signature: bytes | None = field(default=None, repr=False)
    logo: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Plaque:
    """What differs from person to person."""

    key: str  # the caller's own handle; comes back with the result
    name: str
    initials: str
    company: str
    before_title: str
    title: str
    after_title: str
    number: str
    verify_url: str
    document_title: str
    portrait_alt: str
    no_portrait_alt: str
    portrait: bytes | None = field(default=None, repr=False)
    focus: tuple[float, float] = (0.5, 0.4)  # what stays in the crop, as fractions of width and height


@dataclass(frozen=True)
class Sheet:
    """One plaque on its way to the child process: laid-out HTML and the raw material of its images."""

    key: str
    html: str
    lead_top: float
    title: str
    verify_url: str
    initials: str
    portrait_alt: str
    no_portrait_alt: str
    focus: tuple[float, float]
    portrait: bytes | None = field(default=None, repr=False)


# Warnings: the plaque was made, with the initials card, or without signature or logo.
BROKEN_PORTRAIT, BROKEN_SIGNATURE = "portrait", "signature"


@dataclass
class Made:
    """What came of one plaque: its files by edition, or the reason why there are none."""

    key: str
    files: dict[str, bytes] = field(default_factory=dict)
    warning: str = ""
    error: str = ""
