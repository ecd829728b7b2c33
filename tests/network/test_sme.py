from decimal import Decimal

import pytest

from network.sme import Verdict, sme_test

MET, NOT_MET, UNKNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("employees", "verdict"),
    [(None, UNKNOWN), (0, NOT_MET), (5, NOT_MET), (6, MET), (249, MET), (250, NOT_MET)],
)
def test_more_than_5_and_fewer_than_250_people(employees, verdict):
    assert sme_test(employees=employees, turnover=Decimal(1), balance=None).verdict == verdict


@pytest.mark.parametrize(
    ("turnover", "balance", "verdict"),
    [
        (None, None, UNKNOWN),
        ("50000000", None, MET),
        ("50000000.01", None, UNKNOWN),  # the balance could still meet it
        (None, "43000000", MET),
        (None, "43000000.01", UNKNOWN),
        ("50000000.01", "43000000", MET),
        ("50000000", "43000000.01", MET),
        ("50000000.01", "43000000.01", NOT_MET),
    ],
)
def test_one_of_turnover_and_balance_is_enough(turnover, balance, verdict):
    test = sme_test(
        employees=48,
        turnover=Decimal(turnover) if turnover else None,
        balance=Decimal(balance) if balance else None,
    )
    assert (test.people, test.money, test.verdict) == (MET, verdict, verdict)


def test_what_fails_is_not_saved_by_what_is_unknown():
    assert sme_test(employees=3, turnover=None, balance=None).verdict == NOT_MET
