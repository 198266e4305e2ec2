"""Hands for the tests of imports: hand files over, wait until they are read."""

from __future__ import annotations

import time

from django.core.files.uploadedfile import SimpleUploadedFile

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROWS = (
    "Marisol,Quent,https://www.linkedin.com/in/marisol-quent,,Harbor Clinic,Engineer,07 Dec 2025\n"
    "Corin,Abel,https://www.linkedin.com/in/corin-abel,corin@example.org,Northwind,Analyst,08 Dec 2025\n"
)
BROKEN = "Zeno,Zorn,https://www.linkedin.com/in/zeno-zorn,,=CMD(),Boss,99 Foo 20xx\n"


def file(text=HEAD + ROWS, name="Connections.csv"):
    """A file as a browser hands it over."""
    return SimpleUploadedFile(name, text.encode())


def bring(client, *files):
    """Hand files over and wait until they are read; the job's address and its page."""
    answer = client.post("/import", {"files": list(files)})
    assert answer.status_code == 302, answer.content
    return answer["Location"], settle(client, answer["Location"])


def settle(client, address):
    """Wait until an import rests; its page."""
    for _again in range(400):
        page = client.get(address).content.decode()
        if "aria-busy" not in page:
            return page
        time.sleep(0.02)
    raise AssertionError("the import never came to rest")
