"""Networks that ask, and people who declare."""

from ambassadors.actions import declaring


def ask(network, leader, *, age=True, gender=True, origin=False, dpia="", words="Wij tellen alleen op."):
    return declaring.set_rules(
        network=network,
        by=leader,
        asks_age=age,
        asks_gender=gender,
        asks_origin=origin,
        dpia_reference=dpia,
        words=words,
        words_en="",
    )


def declare(person, **answers):
    declaring.declare(person, answers=answers, text=declaring.latest_text(person.network))


def answers_of(person):
    declared = declaring.declared_by(person)
    return declared.answers if declared else None
