"""English words of time: what days, months, spans and numbers are called."""

from __future__ import annotations

from typing import Final

WEEKDAYS: Final = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
# Short forms that are also words or names stand for a day only behind a preposition.
GUARDED_WEEKDAYS: Final = frozenset({"mon", "wed", "sat", "sun"})
MONTHS: Final = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sept": 9,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
NUMBERS: Final = {
    "a couple of": 2,
    "a couple": 2,
    "couple of": 2,
    "a few": 3,
    "few": 3,
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "half a": 0.5,
}
# Each span as (days, months); working days are counted apart.
SPANS: Final = {
    "day": (1, 0),
    "night": (1, 0),
    "week": (7, 0),
    "wk": (7, 0),
    "fortnight": (14, 0),
    "month": (0, 1),
    "quarter": (0, 3),
    "year": (0, 12),
    "yr": (0, 12),
}
WORKING_DAY: Final = ("working", "business", "work")
DAY_WORDS: Final = {
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "tomorrow morning": 1,
    "tomorrow afternoon": 1,
    "tomorrow evening": 1,
    "tomorrow": 1,
    "tmrw": 1,
    "earlier today": 0,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "end of the day": 0,
    "end of day": 0,
    "eod": 0,
    "just now": 0,
    "yesterday": -1,
    "last night": -1,
}
FEASTS: Final = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "new year's eve": (12, 31),
    "new year’s eve": (12, 31),
    "new year's day": (1, 1),
    "new year’s day": (1, 1),
    "new year's": (1, 1),
    "new year": (1, 1),
}
# Where in a month, a week or a year; None is its last day.
PARTS: Final = {
    "beginning of": 1,
    "start of": 1,
    "early in": 5,
    "early": 5,
    "middle of": 15,
    "mid": 15,
    "late in": 25,
    "late": 25,
    "end of": None,
}
ENDS: Final = {"eow": "week", "eom": "month", "eoy": "year"}
# What may follow a date that has no preposition: anything else makes it part of a name ("the Monday report").
AFTER_DATES: Final = (
    "at",
    "in",
    "with",
    "about",
    "over",
    "for",
    "via",
    "through",
    "from",
    "and",
    "or",
    "then",
    "near",
    "to",
)
DEADLINES: Final = (
    "by",
    "before",
    "until",
    "till",
    "til",
    "no later than",
    "not later than",
    "due",
    "due by",
    "due on",
)
NEXT: Final = ("next", "following")
THIS: Final = ("this", "this coming", "coming")
LAST: Final = ("last", "past", "previous")
BEFORE_DATES: Final = (
    "no later than",
    "not later than",
    "due by",
    "due on",
    "due",
    "by",
    "on",
    "before",
    "until",
    "till",
    "til",
    "around",
)

# ── The words of capture lines (UX §7) ───────────────────────────────────────────────────────────

# Pronouns by the family that keeps meaning one person within a line: subject, object, possessive.
PRONOUNS: Final = {
    "she": "she", "her": "she", "hers": "she", "he": "he", "him": "he", "his": "he", "they": "they",
    "them": "they", "their": "they", "who": "who",
}  # fmt: skip
SUBJECTS: Final = ("she", "he", "they", "who")
OBJECTS: Final = ("her", "him", "them")
# What an interaction was: words → (kind, direction). Told of the past: a weekday lies behind.
HAPPENED: Final = {
    "met up with": ("meeting", "both"), "met with": ("meeting", "both"), "met": ("meeting", "both"),
    "saw": ("meeting", "both"), "ran into": ("meeting", "both"), "bumped into": ("meeting", "both"),
    "caught up with": ("meeting", "both"), "interviewed": ("interview", "both"),
    "interviewed by": ("meeting", "both"), "spoke on the phone with": ("call", "both"),
    "called": ("call", "both"), "phoned": ("call", "both"), "rang": ("call", "both"),
    "skyped with": ("call", "both"), "zoomed with": ("call", "both"), "spoke with": ("other", "both"),
    "spoke to": ("other", "both"), "talked to": ("other", "both"), "talked with": ("other", "both"),
    "chatted with": ("other", "both"), "chatted to": ("other", "both"), "emailed": ("email", "out"),
    "e-mailed": ("email", "out"), "mailed": ("email", "out"), "messaged": ("message", "out"),
    "texted": ("message", "out"), "pinged": ("message", "out"), "dm'd": ("message", "out"),
    "dmed": ("message", "out"), "wrote to": ("message", "out"), "replied to": ("message", "out"),
    "followed up with": ("message", "out"), "sent": ("message", "out"), "thanked": ("message", "out"),
    "wrote": ("message", "out"), "tried calling": ("call", "out"), "left a voicemail for": ("call", "out"),
    "left a message for": ("call", "out"), "heard back from": ("message", "in"),
    "heard from": ("message", "in"),
}  # fmt: skip
# The same as things one has: "(had) coffee with". A date may lie ahead, and then it is only planned.
HAD: Final = {
    "informational interview with": ("interview", "both"), "informational chat with": ("interview", "both"),
    "informational with": ("interview", "both"), "interview with": ("meeting", "both"),
    "coffee with": ("coffee", "both"), "coffee": ("coffee", "both"), "tea with": ("coffee", "both"),
    "breakfast with": ("meeting", "both"), "lunch with": ("meeting", "both"),
    "dinner with": ("meeting", "both"), "drinks with": ("meeting", "both"),
    "a drink with": ("meeting", "both"), "beers with": ("meeting", "both"),
    "a walk with": ("meeting", "both"), "meeting with": ("meeting", "both"),
    "catch-up with": ("meeting", "both"), "phone call with": ("call", "both"),
    "video call with": ("call", "both"), "call with": ("call", "both"), "zoom with": ("call", "both"),
    "chat with": ("other", "both"), "talk with": ("other", "both"), "conversation with": ("other", "both"),
    "email from": ("email", "in"), "e-mail from": ("email", "in"), "message from": ("message", "in"),
    "text from": ("message", "in"), "note from": ("message", "in"), "reply from": ("message", "in"),
    "call from": ("call", "in"), "letter from": ("letter", "in"), "card from": ("letter", "in"),
    "letter to": ("letter", "out"), "note to": ("message", "out"), "email to": ("email", "out"),
    "message to": ("message", "out"),
}  # fmt: skip
# What they did towards me: "she emailed me".
CAME: Final = {
    "called": "call", "phoned": "call", "rang": "call", "emailed": "email", "e-mailed": "email",
    "wrote": "message", "messaged": "message", "texted": "message", "pinged": "message",
    "replied": "message", "answered": "message", "got back": "message", "reached out": "message",
    "thanked": "message",
}  # fmt: skip
UNANSWERED: Final = (
    "no answer",
    "no reply",
    "voicemail",
    "did not pick up",
    "didn't pick up",
    "didn’t pick up",
)
# Deeds that, bare at the head of a clause, are something I owe.
DEEDS: Final = (
    "send", "email", "e-mail", "mail", "call back", "call", "phone", "ring", "ask", "thank", "share",
    "pay back", "repay", "text", "message", "write to", "write", "reply to", "forward", "return", "invite",
    "follow up with", "follow up", "check in with", "check back with", "give", "lend", "bring", "show",
    "tell", "update", "ping", "congratulate", "recommend", "review", "remind", "buy", "meet with", "meet",
    "connect with", "get back to", "let", "look up", "look at", "look into", "drop", "offer", "help",
    "prepare", "confirm", "report back to",
)  # fmt: skip
# Deeds done to a thing: "review her CV" is of hers, while "send her flowers" is to her.
DEEDS_TO_THINGS: Final = (
    "review", "share", "return", "prepare", "confirm", "recommend", "look up", "look at", "look into",
    "read", "forward",
)  # fmt: skip
NO_NOUN: Final = (
    "the", "a", "an", "my", "some", "this", "that", "these", "those", "our", "about", "back", "to", "if",
    "whether", "for", "on", "in", "by", "with", "when", "how", "what", "and", "tomorrow", "today", "next",
)  # fmt: skip
# What two people share: words after "both" or "also" → the kind of the interest.
SHARED: Final = {
    "like": "interest", "likes": "interest", "love": "interest", "loves": "interest", "enjoy": "interest",
    "enjoys": "interest", "play": "interest", "plays": "interest", "played": "interest", "into": "interest",
    "interested in": "interest", "studied": "interest", "study": "interest", "studies": "interest",
    "read": "interest", "reads": "interest", "collect": "interest", "collects": "interest",
    "speak": "language", "speaks": "language", "from": "place", "live in": "place", "lives in": "place",
    "lived in": "place", "grew up in": "place", "born in": "place", "went to": "place",
    "worked at": "place", "worked in": "place", "work in": "place", "works in": "place", "code in": "skill",
    "use": "skill",
}  # fmt: skip
TIES: Final = (
    "knows", "know", "knew", "worked with", "works with", "work with", "has worked with",
    "used to work with", "studied with", "studied under", "is friends with", "are friends with",
    "is a friend of", "is close to", "is married to", "went to school with", "went to university with",
    "went to college with", "reports to", "manages", "works for", "mentors", "hired",
)  # fmt: skip
REGULAR: Final = {
    "daily": 1, "weekly": 7, "fortnightly": 14, "biweekly": 14, "monthly": 30, "bimonthly": 61,
    "quarterly": 91, "yearly": 365, "annually": 365, "once a week": 7, "once a month": 30,
    "once a quarter": 91, "once a year": 365, "twice a month": 15, "twice a year": 183,
}  # fmt: skip
SPAN_DAYS: Final = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365}
JOB_WORDS: Final = (
    "opening",
    "openings",
    "vacancy",
    "vacancies",
    "role",
    "roles",
    "job",
    "jobs",
    "position",
    "positions",
)
# Beside a job word these tell of a job that somebody has, not of one that is open.
TAKEN: Final = frozenset(
    (
        "her", "his", "their", "my", "our", "your", "new", "old", "current", "former", "last", "previous",
        "first", "started", "starts", "start", "got", "left", "quit", "lost", "took", "takes", "accepted",
        "declined", "applied", "loves", "likes", "hates", "day", "dream", "of", "a", "an", "the",
    )
)  # fmt: skip
CONFIDENTIAL: Final = ("confidential", "confidentially", "between us", "in confidence", "not public")
FITS: Final = {1: "no", 2: "no", 3: "mixed", 4: "yes", 5: "yes"}
FELT: Final = {")": "yes", "|": "mixed", "(": "no"}
# The last word of a name that is a firm's, not a person's.
FIRM_WORDS: Final = frozenset(
    (
        "inc", "ltd", "llc", "gmbh", "ag", "corp", "corporation", "company", "plc", "university", "college",
        "institute", "bank", "group", "labs", "lab", "foundation", "ventures", "partners", "capital",
        "consulting", "council", "ministry", "hospital", "museum", "agency", "association", "society",
        "school", "technologies", "systems",
    )
)  # fmt: skip
TITLES: Final = ("Dr", "Prof", "Professor", "Mr", "Mrs", "Ms", "Mx", "Sir", "Dame")
PARTICLES: Final = (
    "de la", "de las", "de los", "van der", "van den", "von der", "de", "del", "della", "di", "da", "dos",
    "das", "do", "du", "la", "le", "van", "von", "der", "den", "ten", "ter", "zu", "bin", "ibn", "al", "el",
    "bint",
)  # fmt: skip
FIRM_PARTICLES: Final = ("of the", "of", "for", "de la", "de", "du", "des", "der", "and the", "&")
# Capitalised words that begin a clause or end a name, and are never part of one.
NO_NAME: Final = (
    "I", "She", "He", "They", "We", "You", "It", "Who", "Monday", "Tuesday", "Wednesday", "Thursday",
    "Friday", "Saturday", "Sunday", "Today", "Tomorrow", "Yesterday", "Next", "Last", "Via", "At", "AT",
    "From", "FROM", "With", "WITH", "About", "ABOUT", "And", "AND", "For", "FOR", "WHO", "ON", "BY", "SHE",
    "HE", "THEY",
)  # fmt: skip
NO_FIRST_NAME: Final = (
    "The", "A", "An", "And", "But", "Then", "Also", "So", "On", "At", "In", "By", "From", "With", "For",
    "To", "My", "Her", "His", "Their", "Our", "This", "That", "There", "What", "When", "Where", "Why",
    "How", "No", "Not", "Yes", "Both", "Opening", "Role", "Job", "Hiring", "Someone", "Somebody",
    "Everyone", "People", "Nobody", "Me", "Him", "Them", "Us", "Met", "Had", "Got", "Just", "Our",
)  # fmt: skip
# Words that may stand behind a name without a mark; another word there makes it none ("Acme recruiter").
AFTER_NAMES: Final = (
    "at", "in", "on", "from", "about", "for", "with", "and", "or", "to", "by", "of", "today", "yesterday",
    "tomorrow", "tonight", "last", "this", "next", "again", "back", "over", "via", "through", "who", "re",
    "regarding", "because", "during", "after", "before", "while", "then", "but", "so", "as", "near",
    "online", "until", "till", "every", "if", "whether", "that", "when", "how", "why", "what", "where",
    "please", "later", "soon", "is", "was", "she", "he", "they", "I", "we", "two", "three", "a", "an",
    "the", "my", "some", "our", "her", "his", "their", "know", "yes", "no", "first", "also", "too",
    "around", "up", "out", "monthly", "quarterly", "weekly", "off", "into",
)  # fmt: skip
# After these, "she knows …" belongs to the clause it stands in.
SUBORDINATE: Final = (
    "if", "whether", "that", "when", "because", "what", "how", "where", "said", "says", "thinks", "think",
    "since", "unless", "until", "till", "as", "than", "before", "after", "once", "which", "whom", "the",
    "hope", "hopes", "wonder", "know", "knows", "told", "me", "sure", "time", "why", "while", "though",
    "although", "whoever", "person", "people", "someone", "somebody", "all", "one", "book", "paper",
    "things", "thing", "everything", "something",
)  # fmt: skip
ABBREVIATIONS: Final = (
    "dr", "prof", "mr", "mrs", "ms", "mx", "st", "e.g", "i.e", "etc", "inc", "ltd", "co", "no", "vs",
    "approx", "dept", "a.m", "p.m", "jr", "sr", "resp", "ca", "ph.d", "m.d",
)  # fmt: skip
# A word by which "…, head of data at #Org" is known for what somebody does.
JOB_TITLES: Final = frozenset(
    (
        "head", "director", "manager", "engineer", "analyst", "designer", "founder", "cofounder",
        "co-founder", "ceo", "cto", "cfo", "coo", "vp", "lead", "editor", "professor", "recruiter",
        "scientist", "developer", "consultant", "partner", "researcher", "student", "officer", "president",
        "nurse", "doctor", "teacher", "lecturer", "writer", "journalist", "producer", "architect",
        "specialist", "coordinator", "assistant", "intern", "owner", "chief", "principal", "librarian",
        "curator", "lawyer", "accountant", "planner", "strategist", "programmer", "postdoc", "fellow", "pm",
        "hr", "buyer", "chemist", "biologist",
    )
)  # fmt: skip
