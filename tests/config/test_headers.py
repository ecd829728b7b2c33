"""What every answer carries, whoever asks and whatever the answer is."""

import gzip

import pytest

EVERYWHERE = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/account/login/", "/bestaat-niet/", "/beheer/", "/mijn/", "/healthz"])
def test_every_answer_is_guarded(visitor, path):
    response = visitor.get(path)
    assert {name: response.headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    assert "camera=()" in response.headers["Permissions-Policy"]
    if path != "/healthz":
        policy = dict(
            part.strip().split(" ", 1) for part in response.headers["Content-Security-Policy"].split(";")
        )
        assert policy["default-src"] == "'none'"
        assert "unsafe" not in response.headers["Content-Security-Policy"]
        assert policy["frame-ancestors"] == "'none'"


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "CONNECT"])
def test_methods_that_no_address_takes_are_refused(visitor, method):
    response = visitor.generic(method, "/")
    assert response.status_code == 405
    assert response.content == b""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "back"),
    [("/mijn/pagina/tonen/", "/mijn/"), ("/account/sessions/end/", "/account/")],
)
def test_the_address_of_a_button_shows_the_way_back(ambassador_client, address, back):
    """Signing in halfway, or a reload, leads there with a GET; browsers show an empty answer as an error."""
    page = ambassador_client.get(address)
    assert (page.status_code, page["Allow"]) == (405, "POST")
    assert "Dit is een knop, geen pagina" in page.content.decode()
    assert f'href="{back}"' in page.content.decode()
    assert ambassador_client.head(address).status_code == 405


@pytest.mark.django_db
def test_private_pages_are_not_stored(ambassador_client, leader_client, visitor):
    for client, path in (
        (ambassador_client, "/mijn/"),
        (leader_client, "/beheer/"),
        (visitor, "/account/login/"),
    ):
        assert "no-store" in client.get(path).headers["Cache-Control"], path


@pytest.mark.django_db
def test_over_https_cookies_are_bound_to_the_host_and_still_sign_in(visitor, ambassador):
    visitor.force_login(ambassador.user, backend="django.contrib.auth.backends.ModelBackend")
    session = visitor.cookies["sessionid"].value
    del visitor.cookies["sessionid"]
    visitor.cookies["__Host-sessionid"] = session
    response = visitor.get("/mijn/", secure=True)
    assert response.status_code == 200
    assert response.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"

    form = visitor.get("/contact/", secure=True)
    assert set(form.cookies) <= {"__Host-csrftoken"}
    assert all(cookie["secure"] and cookie["httponly"] for cookie in form.cookies.values())
    plain = visitor.get("/contact/")
    assert "__Host-csrftoken" not in plain.cookies
    assert "Strict-Transport-Security" not in plain.headers


@pytest.mark.django_db
def test_a_stylesheet_travels_compressed_for_those_who_can_read_that(visitor):
    plain = visitor.get("/static/css/koploper.css")
    body = b"".join(plain.streaming_content)
    answer = visitor.get("/static/css/koploper.css", headers={"accept-encoding": "br, gzip"})
    packed = b"".join(answer.streaming_content)
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed) == body
    assert int(answer.headers["Content-Length"]) == len(packed) < len(body) / 2
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert "Accept-Encoding" in answer.headers["Vary"]
    plain.close()
    answer.close()
