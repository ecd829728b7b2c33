from ambassadors.likeness import Known, Pair, Sign, alike


def test_what_two_people_share_makes_them_alike():
    people = [
        Known(1, "Jan-Willem", "van Müller", "JW@bedrijf.example", "06 12 34 56 78"),
        Known(2, "J.", "Van Muller"),
        Known(3, "Els", "Bos", "jw@bedrijf.example "),
        Known(4, "Kees", "Prins", phone="+31 (0)6-12345678"),
        Known(5, "Kees", "Prinsen", phone="112"),
        Known(6, "", "Bos"),
    ]
    assert alike(people) == [
        Pair(1, 3, (Sign.EMAIL,)),
        Pair(1, 4, (Sign.PHONE,)),
        Pair(1, 2, (Sign.NAME,)),
    ]


def test_two_signs_are_one_pair():
    people = [Known(2, "Els", "Bos", "e@x.example"), Known(1, "Els", "Bos", "e@x.example")]
    assert alike(people) == [Pair(1, 2, (Sign.EMAIL, Sign.NAME))]


def test_a_name_that_many_have_says_nothing():
    assert alike([Known(n, "Jan", "Jansen") for n in range(21)]) == []
    assert len(alike([Known(n, "Jan", "Jansen") for n in range(20)])) == 190
