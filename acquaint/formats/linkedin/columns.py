"""The headers of the archive by file and era: which columns there are, and what else they are called.

English headers are checked against real exports; the German and French ones are known only from invented
files, so they are understood but not relied on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from acquaint.formats.archives import Entry
from acquaint.formats.linkedin.dates import looks_dated, looks_partly_dated
from acquaint.formats.tables import IsRow, fold

_COPY = re.compile(r"^\d{1,3}-|\s*(\(\d+\)|- copy|- kopie)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of the archive: its columns with all their folded headings, and what makes a row one.

    `needed` columns must all be found for a row of headings to be the header. `dated` are the columns that
    hold a date in every row, `perhaps_dated` those that hold one or nothing.
    """

    name: str
    columns: dict[str, tuple[str, ...]]
    needed: tuple[str, ...]
    dated: tuple[str, ...] = ()
    perhaps_dated: tuple[str, ...] = ()

    def places(self, header: Sequence[str]) -> dict[str, int]:
        """Which cell holds which column."""
        folded = [fold(cell) for cell in header]
        found: dict[str, int] = {}
        for column, headings in self.columns.items():
            at = next((index for index, cell in enumerate(folded) if cell in headings), None)
            if at is not None:
                found[column] = at
        return found

    def is_header(self, cells: Sequence[str]) -> bool:
        """Whether these cells are the header."""
        if len(cells) < len(self.needed):
            return False
        return self.places(cells).keys() >= set(self.needed)

    def row_test(self, header: Sequence[str]) -> tuple[IsRow | None, int]:
        """How a row of this sheet is told from the inside of a long cell, and from which cell on."""
        places = self.places(header)
        tests = [(places[name], looks_dated) for name in self.dated if name in places]
        tests += [(places[name], looks_partly_dated) for name in self.perhaps_dated if name in places]
        if not tests:
            return None, 0

        def is_row(cells: Sequence[str]) -> bool:
            return all(len(cells) > at and test(cells[at]) for at, test in tests)

        return is_row, max(at for at, _test in tests)


def _columns(**columns: str) -> dict[str, tuple[str, ...]]:
    return {name: tuple(headings.split()) for name, headings in columns.items()}


CONNECTIONS: Final = Sheet(
    "connections",
    _columns(
        first="firstname vorname prénom prenom",
        last="lastname nachname nom nomdefamille",
        url="url profileurl profilurl",
        email="emailaddress emailadresse adresseemail email",
        company="company unternehmen entreprise firma",
        title="position poste",
        on="connectedon verbundenam datedeconnexion connectéle vernetztam",
    ),
    ("first", "on"),
    dated=("on",),
)
MESSAGES: Final = Sheet(
    "messages",
    _columns(
        thread="conversationid",
        title="conversationtitle",
        sender="from von de",
        sender_url="senderprofileurl",
        to="to an à",
        to_urls="recipientprofileurls",
        at="date datum",
        subject="subject betreff objet",
        body="content inhalt contenu",
        folder="folder ordner dossier",
        draft="ismessagedraft",
        thread_draft="isconversationdraft",
    ),
    ("sender", "sender_url", "at", "body"),
    dated=("at",),
)
INVITATIONS: Final = Sheet(
    "invitations",
    _columns(
        sender="from von de",
        to="to an à",
        on="sentat",
        message="message nachricht",
        direction="direction",
        sender_url="inviterprofileurl",
        to_url="inviteeprofileurl",
    ),
    ("sender", "to", "on", "direction"),
    dated=("on",),
)
PROFILE: Final = Sheet(
    "profile",
    _columns(
        first="firstname",
        last="lastname",
        headline="headline",
        summary="summary",
        industry="industry",
        place="geolocation",
        websites="websites",
    ),
    ("first", "last", "headline"),
)
POSITIONS: Final = Sheet(
    "positions",
    _columns(
        organization="companyname",
        title="title",
        notes="description",
        place="location",
        started="startedon",
        ended="finishedon",
    ),
    ("organization", "title", "started"),
    perhaps_dated=("started", "ended"),
)
EDUCATION: Final = Sheet(
    "education",
    _columns(
        organization="schoolname",
        started="startdate",
        ended="enddate",
        notes="notes",
        title="degreename",
        activities="activities",
    ),
    ("organization", "started"),
    perhaps_dated=("started", "ended"),
)
SKILLS: Final = Sheet("skills", _columns(name="name"), ("name",))
LANGUAGES: Final = Sheet("languages", _columns(name="name", level="proficiency"), ("name", "level"))
EMAILS: Final = Sheet(
    "emails",
    _columns(email="emailaddress", confirmed="confirmed", primary="primary"),
    ("email", "confirmed"),
)
_RECOMMENDATION = _columns(
    first="firstname",
    last="lastname",
    company="company",
    title="jobtitle",
    text="text",
    on="creationdate",
    status="status",
)
RECOMMENDATIONS_RECEIVED: Final = Sheet(
    "recommendations received", _RECOMMENDATION, ("first", "text", "on"), dated=("on",)
)
RECOMMENDATIONS_GIVEN: Final = Sheet(
    "recommendations given", _RECOMMENDATION, ("first", "text", "on"), dated=("on",)
)
ENDORSEMENTS_RECEIVED: Final = Sheet(
    "endorsements received",
    _columns(
        on="endorsementdate",
        skill="skillname",
        first="endorserfirstname",
        last="endorserlastname",
        url="endorserpublicurl",
        status="endorsementstatus",
    ),
    ("skill", "first", "url"),
    dated=("on",),
)
ENDORSEMENTS_GIVEN: Final = Sheet(
    "endorsements given",
    _columns(
        on="endorsementdate",
        skill="skillname",
        first="endorseefirstname",
        last="endorseelastname",
        url="endorseepublicurl",
        status="endorsementstatus",
    ),
    ("skill", "first", "url"),
    dated=("on",),
)

# In the order in which they are read: people first, so that what follows finds them.
READ: Final[dict[str, Sheet]] = {
    "connections": CONNECTIONS,
    "invitations": INVITATIONS,
    "messages": MESSAGES,
    "profile": PROFILE,
    "emailaddresses": EMAILS,
    "positions": POSITIONS,
    "education": EDUCATION,
    "skills": SKILLS,
    "languages": LANGUAGES,
    "recommendationsreceived": RECOMMENDATIONS_RECEIVED,
    "recommendationsgiven": RECOMMENDATIONS_GIVEN,
    "endorsementreceivedinfo": ENDORSEMENTS_RECEIVED,
    "endorsementgiveninfo": ENDORSEMENTS_GIVEN,
}
# A file by another name is known by its header; Skills has none that is its own.
_BY_HEADER: Final = tuple(
    sheet for sheet in READ.values() if sheet.name not in {"skills", "recommendations given"}
)
_KNOWN: Final = {
    "not_people": "guidemessages learningroleplaymessages learningcoachmessages",
    "address_book": "contacts importedcontacts",
    "jobs": "jobapplications savedjobs jobseekerpreferences jobapplicantsavedanswers savedjobalerts"
    " jobapplicantsavedscreeningquestionresponses onlinejobpostings",
    "activity": "shares comments reactions votes instantreposts events companyfollows memberfollows"
    " hashtagfollows savedarticles saveditems richmedia articles publicationsfollows providers",
    "private": "adtargeting adsclicked adsclicks registration receipts receiptsv2 privateidentityasset"
    " phonenumbers whatsappphonenumbers verifications securitychallenges logins searchqueries inferences"
    " accountstatushistory lansadsengagement searchqueriesandjobsearches",
    "own_work": "profilesummary projects publications patents courses honors certifications testscores"
    " volunteering volunteeringexperiences organizations causesyoucareabout services marketplaceengagements"
    " marketplaceopportunities marketplaceplatforms marketplaceproviders",
    "learning": "learning",
}
IGNORED: Final = {name: reason for reason, names in _KNOWN.items() for name in names.split()}
_ARTICLES = "articles/"


def sheet_by_name(entry: Entry) -> Sheet | None:
    """The sheet that a file's name speaks for, whatever its case, spaces, underscores and copy marks."""
    return READ.get(_folded_stem(entry)) if entry.suffix == ".csv" else None


def sheet_by_header(cells: Sequence[str]) -> Sheet | None:
    """The sheet that a row of headings speaks for."""
    return next((sheet for sheet in _BY_HEADER if sheet.is_header(cells)), None)


def is_uploaded_book(cells: Sequence[str]) -> bool:
    """Whether these are the headings of an address book that was uploaded to LinkedIn."""
    return {"source", "firstname", "lastname", "emails", "phonenumbers"} <= {fold(cell) for cell in cells}


def why_ignored(entry: Entry) -> str | None:
    """The reason's code for a file that is known and not wanted, None for one that is not known."""
    if _ARTICLES in f"{entry.name.lower()}/" and entry.suffix in {".html", ".htm"}:
        return "activity"
    return IGNORED.get(_folded_stem(entry))


def _folded_stem(entry: Entry) -> str:
    return fold(_COPY.sub("", entry.stem))
