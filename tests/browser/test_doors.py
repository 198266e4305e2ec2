"""Other pages, other ports, other names: what a hostile page in the same browser can do to ours: nothing."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.browser.serving import serving

FORM = """<!doctype html><title>win</title><form id="f" method="post" enctype="{kind}" action="{action}">
<input name="name" value="Mallory Elsewhere"><input name="energy" value="plenty"></form>
<script>document.getElementById("f").submit()</script>"""
FETCH = """<!doctype html><title>win</title><script>
const send = (more) => fetch("{action}", {{method: "POST", body: new URLSearchParams({{energy: "plenty",
  name: "Mallory Elsewhere"}}), credentials: "include", ...more}}).then(() => "sent", () => "refused");
Promise.all([send({{mode: "no-cors"}}), send({{mode: "cors"}}), fetch("{origin}/people",
  {{credentials: "include"}}).then((answer) => answer.text(), () => "unread")])
  .then((said) => {{ document.title = said.join(" "); }});
</script>"""
FRAME = '<!doctype html><title>win</title><iframe id="i" src="{origin}/people"></iframe>'


@contextmanager
def elsewhere(page: str) -> Iterator[str]:
    """A page on another port of this machine: the same site, by the browser's rules."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_said: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def changes(served) -> int:
    return served.ask("SELECT count(*) FROM change")[0][0]


def open_elsewhere(visitor, page: str) -> str:
    """Visit a hostile page with the cookie of ours in the same browser; the title it ends with."""
    with elsewhere(page) as address:
        hostile = visitor.context.new_page()
        hostile.goto(address)
        hostile.wait_for_load_state("networkidle")
        title = hostile.title()
        hostile.close()
        return title


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data"])
@pytest.mark.parametrize("target", ["/people/new", "/settings/energy", "/history/redone"])
def test_a_form_of_another_port_changes_nothing(visit, sample, kind, target):
    before = sample.dump()
    open_elsewhere(visit(sample), FORM.format(kind=kind, action=sample.address + target))
    assert sample.dump() == before


def test_a_script_of_another_port_can_neither_send_nor_read(visit, sample):
    before = sample.dump()
    page = FETCH.format(action=sample.address + "/settings/energy", origin=sample.address)
    title = open_elsewhere(visit(sample), page)
    assert title.split()[1:] == ["refused", "unread"]
    assert sample.dump() == before


def test_our_pages_are_never_framed(visit, sample):
    with elsewhere(FRAME.format(origin=sample.address)) as address:
        hostile = visit(sample).context.new_page()
        hostile.goto(address)
        hostile.wait_for_load_state("networkidle")
        framed = hostile.frames[1]
        assert framed.url == "chrome-error://chromewebdata/"
        assert "Acquaint" not in framed.content()


def test_our_own_form_in_the_same_browser_does_change_something(visit, own):
    """The twin of the tests above: it is the stranger that is refused, not the form."""
    before = changes(own)
    visitor = visit(own)
    visitor.go("/people/new")
    visitor.page.get_by_label("Name", exact=True).fill("Nora Samehouse")
    visitor.page.locator("main form .first").click()
    visitor.page.wait_for_url("**/people/*")
    assert changes(own) == before + 1


@pytest.mark.parametrize("address", ["/", "/people", "/static/acquaint/css/foundation.css", "/history"])
def test_without_the_cookie_there_is_a_closed_door_and_no_way_on(chromium, sample, address):
    context = chromium.new_context()
    page = context.new_page()
    answer = page.goto(sample.address + address)
    assert answer.status == 403
    assert page.url == sample.address + address
    assert "Acquaint" not in page.content()
    context.close()


def test_the_address_of_the_start_opens_once(chromium, sample_folder, tmp_path):
    shutil.copytree(sample_folder, tmp_path / "data")
    with serving(tmp_path / "data") as served:
        first, second = chromium.new_context(), chromium.new_context()
        page = first.new_page()
        assert served.cookie  # spends it
        assert page.goto(served.door).status == 403
        assert second.new_page().goto(served.door).status == 403
        first.close()
        second.close()


@pytest.mark.parametrize(
    "address", ["/", "/people", "/static/acquaint/css/foundation.css", "/enter/anything"]
)
def test_another_name_that_points_at_this_machine_is_not_served(chromium, sample, address):
    context = chromium.new_context()
    context.add_cookies([{**sample.cookie, "domain": "rebound.test"}])
    page = context.new_page()
    answer = page.goto(f"http://rebound.test:{sample.port}{address}")
    assert answer.status in (400, 403, 421)
    assert "Acquaint" not in page.content()
    context.close()
