"""Signing in by code and link: who gets a mail, what opens the door, and how often one may try."""

import json
import re
from datetime import timedelta

import pytest
import time_machine
from allauth.core.context import request_context
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from network.actions import accounts, composing, mailing, signing_in
from network.adapters import AccountAdapter
from network.admin.networks import RoleAdmin
from network.emails import code_still_valid
from network.models import FanContact, Message, RoleKind, SignIn, User
from tests.conftest import client_for, make_person, user_with_role

ASK = "/account/login/"
CODE = "/account/code/"


def mail(email: str) -> dict:
    return mailing.contents(Message.objects.filter(kind="sign_in", recipient=email).latest("pk"))


def ask(client: Client, email: str, **extra):
    return client.post(ASK, {"email": email, **extra})


def signed_in_as(client: Client) -> str | None:
    user_id = client.session.get("_auth_user_id")
    return User.objects.get(pk=user_id).email if user_id else None


def test_a_code_from_the_mail_opens_the_door(visitor, ambassador):
    response = ask(visitor, "Marleen.Oosterveld@bedrijf.example", next="/mijn/")
    assert (response.status_code, response.url) == (302, CODE)
    code = mail("marleen.oosterveld@bedrijf.example")["code"]
    response = visitor.post(CODE, {"code": f"{code[:3]} {code[3:]}"})
    assert (response.status_code, response.url) == (302, "/mijn/")
    assert signed_in_as(visitor) == "marleen.oosterveld@bedrijf.example"


def test_a_code_works_once(visitor, ambassador, network):
    ask(visitor, ambassador.email)
    code = mail(ambassador.email)["code"]
    attempt = SignIn.objects.get()
    assert signing_in.by_code(attempt, code)
    assert signing_in.use(attempt) == ambassador.user
    assert not signing_in.by_code(attempt, code)
    assert signing_in.use(attempt) is None
    assert visitor.post(CODE, {"code": code}).status_code == 200
    assert signed_in_as(visitor) is None


def test_a_code_works_for_ten_minutes(visitor, ambassador):
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:
        ask(visitor, ambassador.email)
        code = mail(ambassador.email)["code"]
        attempt = SignIn.objects.get()
        clock.move_to(start + timedelta(minutes=9, seconds=59))
        assert signing_in.by_code(attempt, code)
        clock.move_to(start + timedelta(minutes=10))
        assert not signing_in.by_code(attempt, code)


def test_opening_the_link_changes_nothing_and_the_button_signs_in(network, ambassador):
    signing_in.ask(network=network, email=ambassador.email, ip="192.0.2.1", next="/mijn/")
    path = re.sub(r"^https?://[^/]+", "", mail(ambassador.email)["link"])
    scanner, reader = client_for(None, network), client_for(None, network)
    for _ in range(10):
        response = scanner.get(path)
        assert response.status_code == 200
    assert SignIn.objects.get().used_at is None
    assert "ma…@bedrijf.example" in response.content.decode()
    assert ambassador.email not in response.content.decode()
    assert response["Referrer-Policy"] == "strict-origin"
    response = reader.post(path)
    assert (response.status_code, response.url) == (302, "/mijn/")
    assert signed_in_as(reader) == ambassador.email
    assert [scanner.get(path).status_code, scanner.post(path).status_code] == [410, 410]
    assert signed_in_as(scanner) is None


def test_a_link_of_one_network_does_not_work_at_another(network, other_network, ambassador):
    signing_in.ask(network=network, email=ambassador.email, ip="192.0.2.1")
    path = re.sub(r"^https?://[^/]+", "", mail(ambassador.email)["link"])
    elsewhere = client_for(None, other_network)
    assert [elsewhere.get(path).status_code, elsewhere.post(path).status_code] == [410, 410]


def test_known_and_unknown_get_the_same_answer(network, ambassador, foreign_ambassador):
    answers = []
    for email in (ambassador.email, "nobody@elsewhere.example", foreign_ambassador.email):
        client = client_for(None, network)
        response = ask(client, email)
        page = client.get(response.url).content.decode()
        page = re.sub(r'value="[^"]{60,}"|nonce="[^"]+"', "", page).replace(email, "ADDRESS")
        answers.append((response.status_code, response.url, page))
    assert answers[0] == answers[1] == answers[2]
    assert list(Message.objects.values_list("recipient", flat=True)) == [ambassador.email]
    assert SignIn.objects.filter(email="").count() == 2
    wrong = [client.post(CODE, {"code": "000000"}).status_code]
    assert wrong == [200]


def test_somebody_without_an_account_claims_it(network, other_network, visitor):
    person = make_person(network, "Noor", "Hoekstra", email="")
    person.email = "noor@hoekstra.example"
    person.language = "en"
    person.save()
    elsewhere = make_person(other_network, "Noor", "Hoekstra", email="")
    elsewhere.email = "noor@hoekstra.example"
    elsewhere.save()
    assert not User.objects.filter(email="noor@hoekstra.example").exists()
    ask(visitor, "NOOR@hoekstra.example")
    visitor.post(CODE, {"code": mail("noor@hoekstra.example")["code"]})
    person.refresh_from_db()
    elsewhere.refresh_from_db()
    assert person.user == User.objects.get(email="noor@hoekstra.example")
    assert (person.user.name, person.user.language) == ("Noor Hoekstra", "en")
    assert elsewhere.user is None


def test_a_contact_person_of_a_fan_claims_theirs(network, fan, visitor):
    ask(visitor, "karin@twente.example")
    visitor.post(CODE, {"code": mail("karin@twente.example")["code"]})
    assert FanContact.objects.get().user.email == "karin@twente.example"


def test_what_belongs_to_another_account_is_not_claimed(network, ambassador, visitor):
    user = user_with_role(network, "team@pioniers.example", "client")
    ambassador.email = "team@pioniers.example"
    ambassador.save()
    ask(visitor, "team@pioniers.example")
    visitor.post(CODE, {"code": mail("team@pioniers.example")["code"]})
    ambassador.refresh_from_db()
    assert ambassador.user != user


def test_five_wrong_codes_and_then_a_wait(network, ambassador):
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:
        client = client_for(None, network)
        ask(client, ambassador.email)
        code = mail(ambassador.email)["code"]
        wrong = f"{(int(code) + 1) % 1_000_000:06}"
        assert [client.post(CODE, {"code": wrong}).status_code for _ in range(6)] == [200] * 5 + [429]
        assert client.post(CODE, {"code": code}).status_code == 429
        ask(client, ambassador.email)
        assert client.post(CODE, {"code": mail(ambassador.email)["code"]}).status_code == 429
        clock.move_to(start + timedelta(minutes=16))
        ask(client, ambassador.email)
        assert client.post(CODE, {"code": mail(ambassador.email)["code"]}).status_code == 302


def test_ten_links_an_hour_to_one_address_without_saying_so(network, ambassador):
    for number in range(12):
        signing_in.ask(network=network, email=ambassador.email, ip=f"192.0.2.{number}")
    assert Message.objects.filter(kind="sign_in").count() == 10


def test_twenty_requests_an_hour_from_one_place(network, ambassador):
    client = client_for(None, network)
    codes = [ask(client, f"somebody{number}@elsewhere.example").status_code for number in range(21)]
    assert codes == [302] * 20 + [429]


def test_a_closed_account_gets_no_mail_and_is_out_at_once(network, ambassador, ambassador_client):
    assert ambassador_client.get("/account/").status_code == 200
    User.objects.filter(pk=ambassador.user_id).update(is_active=False)
    assert ambassador_client.get("/account/").status_code == 302
    ask(client_for(None, network), ambassador.email)
    assert not Message.objects.filter(kind="sign_in").exists()


@pytest.mark.parametrize(
    "wanted", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:x"]
)
def test_afterwards_nobody_is_sent_elsewhere(network, ambassador, wanted):
    client = client_for(None, network)
    ask(client, ambassador.email, next=wanted)
    response = client.post(CODE, {"code": mail(ambassador.email)["code"]})
    assert response.url == "/mijn/"


def test_only_hashes_are_kept_and_only_for_a_day(network, ambassador):
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:
        signing_in.ask(network=network, email=ambassador.email, ip="192.0.2.1")
        attempt, sent = SignIn.objects.get(), mail(ambassador.email)
        kept = " ".join(str(value) for value in vars(attempt).values())
        assert sent["code"] not in (attempt.code_hash, attempt.link_hash)
        assert sent["link"].rstrip("/").rpartition("/")[2] not in kept
        assert "192.0.2.1" not in kept
        clock.move_to(start + timedelta(hours=25))
        assert signing_in.forget_old() == 1


def test_a_one_time_link_works_once_within_an_hour_in_embedded_mode_only(network, leader, settings):
    link = signing_in.one_time_link(leader, network, next="/beheer/")
    path = re.sub(r"^https?://[^/]+", "", link)
    client = client_for(None, network)
    assert client.get(path).status_code == 200
    assert client.post(path).url == "/beheer/"
    assert client_for(None, network).post(path).status_code == 410
    settings.EMBEDDED = False
    with pytest.raises(PermissionError):
        signing_in.one_time_link(leader, network)


def test_the_link_by_hand_leads_to_where_somebody_begins(network, leader, capsys):
    call_command("sign_in", leader.email, "--network", network.slug)
    browser = client_for(None, network)
    path = "/account/" + capsys.readouterr().out.split("/account/")[1].strip()

    arrived = browser.post(path, follow=True)

    assert arrived.redirect_chain[0][0] == reverse("account_login")
    assert arrived.redirect_chain[1][0] == reverse("admin:index")


def test_sessions_end_when_idle_and_in_the_end(network, leader, ambassador):
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:

        def enter(user) -> Client:
            client = client_for(None, network)
            path = re.sub(r"^https?://[^/]+", "", signing_in.one_time_link(user, network))
            client.post(path)
            assert signed_in_as(client) == user.email
            return client

        def is_in(client) -> bool:
            return client.get("/account/").status_code == 200

        staff, idle_staff, own, idle_own = (
            enter(leader),
            enter(leader),
            enter(ambassador.user),
            enter(ambassador.user),
        )
        clock.move_to(start + timedelta(minutes=29))
        assert is_in(staff)
        clock.move_to(start + timedelta(minutes=31))
        assert [is_in(staff), is_in(idle_staff), is_in(own)] == [True, False, True]
        for quarter in range(3, 48):
            clock.move_to(start + timedelta(minutes=15 * quarter))
            assert is_in(staff)
        clock.move_to(start + timedelta(hours=12, minutes=1))
        assert [is_in(staff), is_in(own)] == [False, True]
        clock.move_to(start + timedelta(days=7, minutes=1))
        assert [is_in(own), is_in(idle_own)] == [True, False]
        clock.move_to(start + timedelta(days=13, hours=23))
        assert is_in(own)
        clock.move_to(start + timedelta(days=14, minutes=1))
        assert not is_in(own)


def test_sessions_are_listed_and_can_be_ended(network, ambassador, other_ambassador):
    def enter(user, agent) -> Client:
        client = client_for(None, network)
        path = re.sub(r"^https?://[^/]+", "", signing_in.one_time_link(user, network))
        client.post(path, headers={"user-agent": agent})
        return client

    phone = enter(ambassador.user, "Mozilla/5.0 (iPhone) Safari/605")
    laptop = enter(ambassador.user, "Mozilla/5.0 (Windows NT) Firefox/140.0")
    stranger = enter(other_ambassador.user, "Mozilla/5.0 (Android) Chrome/140.0")
    page = laptop.get("/account/").content.decode()
    assert "iPhone, Safari" in page
    assert "Windows, Firefox" in page
    assert "Android" not in page
    theirs = accounts.live_sessions(other_ambassador.user)[0]
    assert laptop.post(f"/account/sessions/{theirs.pk}/end/").status_code == 404
    on_phone = next(s for s in accounts.live_sessions(ambassador.user) if "iPhone" in s.user_agent)
    assert laptop.post(f"/account/sessions/{on_phone.pk}/end/").status_code == 302
    states = [client.get("/account/").status_code for client in (phone, laptop, stranger)]
    assert states == [302, 200, 200]
    tablet = enter(ambassador.user, "Mozilla/5.0 (iPad)")
    laptop.post("/account/sessions/end/")
    assert [client.get("/account/").status_code for client in (tablet, laptop)] == [302, 200]


def test_what_is_over_is_forgotten(network, ambassador):
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:
        client = client_for(None, network)
        client.post(re.sub(r"^https?://[^/]+", "", signing_in.one_time_link(ambassador.user, network)))
        assert accounts.forget_ended_sessions() == 0
        clock.move_to(start + timedelta(days=14, minutes=1))
        assert accounts.forget_ended_sessions() == 1
        assert accounts.live_sessions(ambassador.user) == []


def test_nobody_reads_the_code_of_another_in_the_outbox(network, ambassador, leader_client, superuser):
    signing_in.ask(network=network, email=ambassador.email, ip="192.0.2.1")
    message = Message.objects.get(kind="sign_in")
    values = mailing.contents(message)
    code, token = values["code"], values["link"].rstrip("/").rpartition("/")[2]
    root = client_for(superuser, network)
    for client in (leader_client, root):
        for page in ("", f"{message.pk}/change/", f"{message.pk}/history/", f"{message.pk}/tekst/"):
            body = client.get(f"/beheer/network/message/{page}").content.decode()
            assert code not in body
            assert token not in body


def test_the_database_alone_signs_nobody_in(network, ambassador, settings):
    """Not while the mail waits, and not from a backup: the key stands elsewhere."""
    signing_in.ask(network=network, email=ambassador.email, ip="192.0.2.1")
    message = Message.objects.get(kind="sign_in")
    values = mailing.contents(message)
    row = json.dumps(Message.objects.values().get(), default=str) + json.dumps(
        SignIn.objects.values().get(), default=str
    )
    for secret in (values["code"], values["link"].rstrip("/").rpartition("/")[2]):
        assert secret not in row
    assert values["code"] in composing.Composer().compose(message).text

    settings.ENCRYPTION_KEYS = ["a-newer-key-of-more-than-32-characters", *settings.ENCRYPTION_KEYS]
    assert mailing.contents(message) == values
    settings.ENCRYPTION_KEYS = ["another-key-of-more-than-32-characters"]
    assert code_still_valid(message) == "De sleutel waarmee de code is afgesloten, is weg."


@pytest.mark.django_db(transaction=True)  # allauth goes on after the commit
def test_an_app_as_second_lock_from_start_to_finish(network, leader):
    def enter(client: Client) -> str:
        path = re.sub(r"^https?://[^/]+", "", signing_in.one_time_link(leader, network, next="/beheer/"))
        return client.post(path, follow=True).request["PATH_INFO"]

    def code_of_the_app() -> str:
        stored = Authenticator.objects.get(user=leader, type=Authenticator.Type.TOTP)
        assert secret not in stored.data["secret"]  # encrypted
        return f"{hotp_value(secret, next(iter(yield_hotp_counters_from_time()))):06}"

    client = client_for(None, network)
    assert enter(client) == "/account/second-factor/"
    page = client.get("/account/2fa/totp/activate/")
    secret = page.context["form"].secret
    wrong = client.post("/account/2fa/totp/activate/", {"code": "x"})
    assert wrong.context["form"].errors
    counter = next(iter(yield_hotp_counters_from_time()))
    response = client.post("/account/2fa/totp/activate/", {"code": f"{hotp_value(secret, counter):06}"})
    assert response.url == "/account/2fa/recovery-codes/"
    assert len(client.get(response.url).context["unused_codes"]) == 10
    assert client.get("/beheer/").status_code == 200
    assert Message.objects.get(kind="account_notice").data["what"] == "app_added"

    elsewhere = client_for(None, network)
    assert enter(elsewhere) == "/account/2fa/authenticate/"
    assert signed_in_as(elsewhere) is None
    assert elsewhere.get("/beheer/").status_code == 302
    cache.clear()  # a code of the app works once
    response = elsewhere.post("/account/2fa/authenticate/", {"code": code_of_the_app()})
    assert (response.status_code, response.url) == (302, "/beheer/")
    assert signed_in_as(elsewhere) == leader.email
    assert elsewhere.get("/beheer/").status_code == 200


# --- The first second factor -----------------------------------------------------------------------------


def test_the_other_leaders_hear_of_a_first_second_factor(network, other_network, leader, facilitator, rf):
    second = user_with_role(network, "tweede@pioniers.example", RoleKind.LEADER)
    user_with_role(other_network, "leader@elders.example", RoleKind.LEADER)
    request = rf.get("/")
    request.user, request.network, request.session = facilitator, network, {}

    def made(kind: str, notice: str) -> list[str]:
        Message.objects.all().delete()
        Authenticator.objects.create(user=facilitator, type=kind, data={})
        with request_context(request):
            AccountAdapter(request).send_notification_mail(notice, facilitator)
        told = Message.objects.filter(kind="second_factor_made").order_by("recipient")
        return [message.recipient for message in told]

    assert made("totp", "mfa/email/totp_activated") == [leader.email, second.email]
    mail = composing.Composer().compose(Message.objects.filter(kind="second_factor_made").first())
    assert facilitator.email in mail.text
    assert "/beheer/network/role/" in mail.text
    assert made("recovery_codes", "mfa/email/recovery_codes_generated") == []
    assert made("webauthn", "mfa/email/webauthn_added") == []  # not the first any more


def test_the_list_of_roles_says_who_has_no_second_lock_yet(leader_client, leader, facilitator, client_reader):
    Authenticator.objects.create(user=leader, type="totp", data={})
    roles = leader_client.get(reverse("admin:network_role_changelist")).context["cl"].result_list
    shown = {role.user: RoleAdmin.second_lock(None, role) for role in roles}
    assert shown == {leader: "ja", facilitator: "nog niet", client_reader: "–"}


def test_whose_second_factor_was_taken_away_is_helped_to_make_one(network, leader):
    """The visit still remembers one; after a quarter of an hour it sent them round in circles."""
    client = client_for(leader, network)
    session = client.session
    session["account_authentication_methods"][0]["at"] -= 16 * 60
    session.save()
    answer = client.get(reverse("admin:network_fanorganisation_export", args=["csv"]), follow=True)
    assert answer.status_code == 200
    assert answer.templates[0].name == "account/second_factor.html"
