"""The words of address books: which property is which kind of thing, and what a label is called."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from acquaint.formats.particulars import DayKind

INTRODUCED: Final = frozenset({"introduced by", "introducedby", "introducer", "referred by", "referredby"})
INTRODUCED_LABEL: Final = "Introduced by"

_APPLE: Final = re.compile(r"_\$!<(.*)>!\$_", re.DOTALL)
_SAYS_NOTHING: Final = frozenset(
    {"internet", "pref", "voice", "text", "x-internet", "other", "postal", "parcel", ""}
)

CHATS: Final = {
    "X-AIM": "aim",
    "X-EVOLUTION-AIM": "aim",
    "X-GADUGADU": "gadu-gadu",
    "X-GOOGLE-TALK": "google talk",
    "X-GOOGLE TALK": "google talk",
    "X-GTALK": "google talk",
    "X-GROUPWISE": "groupwise",
    "X-ICQ": "icq",
    "X-JABBER": "xmpp",
    "X-MSN": "msn",
    "X-MS-IMADDRESS": "im",
    "X-KADDRESSBOOK-X-IMADDRESS": "im",
    "X-MATRIX": "matrix",
    "X-QQ": "qq",
    "X-SAMETIME": "sametime",
    "X-SIGNAL": "signal",
    "X-SIP": "sip",
    "X-SKYPE": "skype",
    "X-SKYPE-USERNAME": "skype",
    "X-TELEGRAM": "telegram",
    "X-THREEMA": "threema",
    "X-TWITTER": "twitter",
    "X-WECHAT": "wechat",
    "X-YAHOO": "yahoo",
    "X-YAHOO-ID": "yahoo",
}
DAYS: Final[dict[str, DayKind]] = {
    "ANNIVERSARY": "anniversary",
    "X-ANNIVERSARY": "anniversary",
    "X-EVOLUTION-ANNIVERSARY": "anniversary",
    "X-KADDRESSBOOK-X-ANNIVERSARY": "anniversary",
    "X-MS-ANNIVERSARY": "anniversary",
    "DEATHDATE": "death",
}
RELATIVES: Final = {
    "X-SPOUSE": "spouse",
    "X-EVOLUTION-SPOUSE": "spouse",
    "X-KADDRESSBOOK-X-SPOUSESNAME": "spouse",
    "X-MS-SPOUSE": "spouse",
    "X-CHILD": "child",
    "X-MS-CHILD": "child",
    "X-MANAGER": "manager",
    "X-EVOLUTION-MANAGER": "manager",
    "X-KADDRESSBOOK-X-MANAGERSNAME": "manager",
    "X-MS-MANAGER": "manager",
    "X-ASSISTANT": "assistant",
    "X-EVOLUTION-ASSISTANT": "assistant",
    "X-KADDRESSBOOK-X-ASSISTANTSNAME": "assistant",
    "X-MS-ASSISTANT": "assistant",
}
# Android writes a number where others write a word.
ANDROID_RELATIVES: Final = (
    *("", "assistant", "brother", "child", "domestic partner", "father", "friend", "manager", "mother"),
    *("parent", "partner", "referred by", "relative", "sister", "spouse"),
)
ANDROID_DAYS: Final[tuple[DayKind, ...]] = ("other", "anniversary", "other", "birthday")
# Said of the card, not of the person.
ABOUT_THE_CARD: Final = frozenset(
    {
        "VERSION",
        "PRODID",
        "UID",
        "REV",
        "BEGIN",
        "END",
        "PROFILE",
        "X-ABUID",
        "X-ABLABEL",
        "X-ABADR",
        "X-ABSHOWAS",
        "X-ID",
    }
)


def apple(label: str) -> str:
    """`_$!<Spouse>!$_`, as Apple marks its own labels, is "spouse"; a label that somebody typed stays."""
    found = _APPLE.fullmatch(label)
    return found[1].lower() if found else label


@lru_cache(maxsize=1024)
def of_types(types: tuple[str, ...]) -> str:
    """("work", "fax") as a label: "work fax"; words that say nothing are left out."""
    return " ".join(word for word in types if word not in _SAYS_NOTHING)
