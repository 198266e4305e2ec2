"""E-mail addresses, telephone numbers and profile pages as pasted, and the key by which two are the same."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from acquaint.text import names

Kind = Literal["email", "phone", "profile", "postal"]

_EMAIL: Final = re.compile(
    r"[^\s@<>()\[\],;:\"\\]+@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{0,60}[^\W_]", re.UNICODE
)
_MAILBOX: Final = re.compile(r"^.*<([^<>]+)>\s*$")
_SCHEME: Final = re.compile(r"^[a-z][a-z0-9+.-]*:(?=//)", re.IGNORECASE)
_HOST: Final = re.compile(r"^(?:[\w-]{1,63}\.)+[^\W\d_]{2,63}(?::\d+)?(?=[/?#]|$)")
_PHONE: Final = re.compile(
    r"^(?:tel:)?\+?[\d\s().\-/\u00a0\u2010-\u2015]*\d(?:[\s;,]*(?:ext|x|#)[.=\s]*\d{1,6})?$", re.IGNORECASE
)
_FEWEST_DIGITS: Final = 5
_MOST_DIGITS: Final = 20
_LINKEDIN: Final = re.compile(r"^(?:[a-z]{2,3}\.)?linkedin\.com$")
_MEMBER: Final = re.compile(r"^/?(?:mwlite/)?in/([^/]+)", re.IGNORECASE)
_TRACKING: Final = re.compile(
    r"^(?:utm_\w+|trk\w*|fbclid|gclid|igshid|ref|ref_src|originalsubdomain|lipi|mcid)$", re.IGNORECASE
)
_CASELESS_PATHS: Final = frozenset(
    {"github.com", "gitlab.com", "x.com", "twitter.com", "instagram.com", "xing.com", "facebook.com"}
)


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """What was typed, tidied to be shown and used (`value`), and the key of equality (`normal`)."""

    kind: Kind
    value: str
    normal: str


class UnreadableContactPoint(ValueError):
    """A text that is no contact point of the kind asked for."""


def read(value: str, *, kind: Kind | None = None, region: str | None = None) -> ContactPoint:
    """The contact point that the text is; the kind is found out if not given.

    `region` (such as "DE") is where a number without a country is dialled. Raises UnreadableContactPoint.
    """
    text = " ".join(names.storable(value).split())
    found = kind or kind_of(text)
    keys = {"email": email, "profile": profile, "postal": names.normalise}
    normal = phone(text, region) if found == "phone" else keys[found](text)
    if not normal:
        raise UnreadableContactPoint(f"{value!r} is no {found}")
    return ContactPoint(found, _shown(found, text), normal)


def is_of_one(kind: str, normal: str) -> bool:
    """Whether a contact point can be one person's own: the front page of a site is everybody's there."""
    return kind != "profile" or "/" in normal or ":" in normal


def kind_of(value: str) -> Kind:
    """What a pasted text most likely is: "email", "phone", "profile" (any web address), else "postal"."""
    text = value.strip()
    if email(text):
        return "email"
    if profile(text):
        return "profile"
    if _is_phone(text):
        return "phone"
    return "postal"


def _shown(kind: Kind, text: str) -> str:
    if kind == "email":
        return _address(text)
    if kind == "phone":
        return re.sub(r"^tel:", "", text, flags=re.IGNORECASE)
    return text


# ── E-mail ───────────────────────────────────────────────────────────────────────────────────────


def _address(text: str) -> str:
    """The bare address out of "mailto:…?subject=…" or "Ada Example <…>"."""
    boxed = _MAILBOX.match(text)
    bare = boxed[1] if boxed else text
    if bare.lower().startswith("mailto:"):
        bare = unquote(bare[len("mailto:") :].split("?")[0])
    return bare.strip().strip("<>,;").rstrip(".")


def email(text: str) -> str:
    """The key of an address: lower case, the domain in ASCII; "" if it is no address."""
    address = unicodedata.normalize("NFKC", _address(text)).casefold()
    if not _EMAIL.fullmatch(address):
        return ""
    local, _, domain = address.rpartition("@")
    return f"{local}@{_ascii(domain)}"


def _ascii(domain: str) -> str:
    if domain.isascii():
        return domain
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return domain


def emails_in(text: str) -> list[tuple[int, int]]:
    """Where e-mail addresses stand in a text."""
    return [found.span() for found in _EMAIL.finditer(text)] if "@" in text else []


# ── Telephone ────────────────────────────────────────────────────────────────────────────────────


def _is_phone(text: str) -> bool:
    return bool(_PHONE.match(text)) and _FEWEST_DIGITS <= sum(map(str.isdigit, text)) <= _MOST_DIGITS


def phone(text: str, region: str | None = None) -> str:
    """The key of a number: "+49…" where the country is known, else its digits; "" if it is none."""
    if not _is_phone(text):
        return ""
    # The numbering plans of the world take a tenth of a second to load: only who reads a number pays.
    import phonenumbers

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return "".join(str(int(char)) for char in text if char.isdecimal())
    extension = f";ext={number.extension}" if number.extension else ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) + extension


# ── Profiles and other pages ─────────────────────────────────────────────────────────────────────


def profile(text: str) -> str:
    """The key of a web address: no scheme, `www.`, tracking, fragment or final slash; "" if it is none.

    A LinkedIn member is "linkedin.com/in/<slug>", whatever the country host, case or percent-encoding.
    """
    member = linkedin_slug(text)
    if member:
        return f"linkedin.com/in/{member}"
    parts = _parts(text)
    if parts is None:
        return ""
    host, path, query = parts
    path = unquote(path).rstrip("/")
    if host in _CASELESS_PATHS:
        path = path.lower()
    kept = urlencode([(name, said) for name, said in parse_qsl(query) if not _TRACKING.match(name)])
    return host + unicodedata.normalize("NFC", path) + (f"?{kept}" if kept else "")


def linkedin_slug(text: str) -> str:
    """The lower-cased, decoded `<slug>` of a LinkedIn member address or of a bare "/in/<slug>", else ""."""
    bare = text.strip()
    parts = _parts(bare)
    if parts is None:
        path = bare if bare.lower().startswith(("/in/", "in/")) and " " not in bare else ""
        path = path.split("?")[0].split("#")[0]
    else:
        path = parts[1] if _LINKEDIN.match(parts[0]) else ""
    found = _MEMBER.match(path)
    return unicodedata.normalize("NFC", names.storable(unquote(found[1])).lower()).strip() if found else ""


def _parts(text: str) -> tuple[str, str, str] | None:
    """Host (lower case, without `www.`), path and query of a web address, with or without its scheme."""
    bare = text.strip().strip("<>")
    scheme = _SCHEME.match(bare)
    if scheme and scheme[0].lower() not in {"http:", "https:"}:
        return None
    rest = bare[scheme.end() :].lstrip("/") if scheme else bare.removeprefix("//")
    if " " in rest or not _HOST.match(rest):
        return None
    try:
        split = urlsplit(f"//{rest}")
        host = (split.hostname or "") + (f":{split.port}" if split.port not in {None, 80, 443} else "")
    except ValueError:
        return None
    return _ascii(host.removeprefix("www.").removeprefix("m.")), split.path, split.query
