"""A person at a browser whose every complaint is kept: console, page errors, policy, foreign requests."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import BrowserContext, Page, Response

from tests.browser.serving import Served

TELL_POLICY = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
"""
REPLACED = ("htmx:sendAbort", "htmx:afterRequest")  # typed on: the newer request took the older one's place
STATUS = re.compile(r"responded with a status of (\d+)")


class Visitor:
    """One page of one browser context, let in to one server."""

    def __init__(self, context: BrowserContext, served: Served, *, scripts: bool) -> None:
        self.context = context
        self.served = served
        self.faults: dict[str, int] = {}  # in order, and how often
        self.awaited: set[int] = set()
        context.add_cookies([served.cookie])
        if scripts:
            context.add_init_script(TELL_POLICY)
        self.page: Page = context.new_page()
        self._listen(self.page)

    def _listen(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._fault(f"error: {error}"))
        page.on("dialog", self._dialog)
        page.on("request", lambda request: self._request(request.url))
        page.on("response", self._response)

    def go(self, address: str, *, status: int = 200) -> Response:
        """Open an address of ours and insist on its status."""
        self.awaited.add(status)
        answer = self.page.goto(self.served.address + address, wait_until="load")
        assert answer is not None
        assert answer.status == status, f"{address} → {answer.status}, not {status}"
        return answer

    def await_status(self, status: int) -> None:
        """Say beforehand that an answer of this status is no fault (a form that is refused, in words)."""
        self.awaited.add(status)

    def evaluate(self, script: str, about: Any = None) -> Any:
        """Ask the page."""
        return self.page.evaluate(script, about)

    def _fault(self, said: str) -> None:
        self.faults[said] = self.faults.get(said, 0) + 1

    def _console(self, message: Any) -> None:
        if message.type not in ("error", "warning") or message.text.startswith(REPLACED):
            return
        said = STATUS.search(message.text)
        if said and int(said.group(1)) in self.awaited:
            return
        self._fault(f"console {message.type}: {message.text} ({self.page.url})")

    def _dialog(self, dialog: Any) -> None:
        self._fault(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, url: str) -> None:
        if not url.startswith((self.served.address + "/", "data:", "blob:")):
            self._fault(f"foreign request: {url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.awaited:
            self._fault(f"{response.status}: {response.request.method} {response.url}")
