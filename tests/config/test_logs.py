"""No names, addresses, tokens or questions in the logs."""

import logging
import sys

import pytest
from django.conf import settings

from config.logs import masked


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Not Found: /mijn/podium/12/", "Not Found: /mijn/podium/12/"),
        ("mail to marleen@vechtstroom.example refused", "mail to [e-mail] refused"),
        ("GET /account/link/rnQkBdVkVatNFdEMvUZ2aztB8Ns0QYRS/", "GET /account/link/[token]/"),
        ("/uitkomst/MTI6ZG9uZQ:1uvXyZ:abcDEF123456789_-abcDEF123456789/", "/uitkomst/[token]/"),
        ("/kennisbank/scans/fase/uitslag/q1wE_4rTy-uIoPaSdFgHjK/", "/kennisbank/scans/fase/uitslag/[token]/"),
        ("/zoeken/?q=Marleen+Oosterveld", "/zoeken/?[query]"),
        ("Task network.tasks.deliver[87d77a97-0157-431c-a7cc-4aa773c0e61b] received",) * 2,
        ("ambassadors.0002_terms_never_overlap applied",) * 2,
    ],
)
def test_what_may_lead_to_a_person_is_masked(written, kept):
    assert masked(written) == kept


def test_the_formatter_masks_message_arguments_and_traces():
    config = settings.LOGGING["formatters"]["lines"]
    formatter = config["()"](**{key: value for key, value in config.items() if key != "()"})
    try:
        raise ValueError("marleen@vechtstroom.example is taken")
    except ValueError:
        record = logging.LogRecord(
            "koploper",
            logging.ERROR,
            "x.py",
            1,
            "could not mail %s",
            ("bram@lansink.example",),
            sys.exc_info(),
        )
    line = formatter.format(record)
    assert "could not mail [e-mail]" in line
    assert "ValueError: [e-mail] is taken" in line
    assert "@" not in line


def test_a_refusal_is_a_line_and_a_fault_has_its_trace(caplog, leader_client):
    """Whoever is refused all day fills no log; what breaks can be found."""
    assert leader_client.get("/mijn/podium/nieuw/").status_code == 403
    try:
        raise ValueError("broken")
    except ValueError:
        logging.getLogger("django.request").error("Internal Server Error: /", exc_info=True)
    assert [
        (record.levelname, bool(record.exc_info))
        for record in caplog.records
        if record.name == "django.request"
    ] == [("WARNING", False), ("ERROR", True)]
