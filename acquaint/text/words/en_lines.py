"""English words of captured lines: what contact, deeds, ties and common ground are called."""

from __future__ import annotations

from typing import Final

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

# ── Words inside the heads of clauses ────────────────────────────────────────────────────────────

ADVERBS: Final = (
    "also", "kindly", "very kindly", "then", "even", "just", "really", "probably", "happily", "already",
    "gladly", "later", "once", "still", "well", "now", "recently", "finally",
)  # fmt: skip
MAY: Final = ("can", "could", "will", "would", "might", "may")
SAYS: Final = ("said", "says", "told me", "thinks", "said that", "says that", "told me that", "thinks that")
# Behind these a deed follows that was offered, in the past or the present.
OFFERS: Final = (
    "offered to", "has offered to", "promised to", "has promised to", "promises to", "agreed to",
    "volunteered to", "wants to", "wanted to", "hopes to", "plans to", "is going to", "was going to",
    "is happy to", "was happy to", "is willing to", "is glad to", "is ready to", "is able to",
    "are happy to",
)  # fmt: skip
INTRODUCE: Final = ("introduce", "intro", "connect", "put")
INTRODUCED: Final = ("introduced", "intro'd", "introed", "introd", "connected", "put")
TOGETHER: Final = ("to", "with", "in touch with", "up with")
INTRODUCTIONS: Final = ("introduction", "introductions", "intro", "intros")
PROMISES_IT: Final = ("offered", "promised", "can make", "will make", "could make")
ADVISES: Final = (
    "suggested",
    "suggests",
    "recommended",
    "recommends",
    "advised",
    "said",
    "told me",
    "thinks",
)
I_SHOULD: Final = ("I should", "I could", "that I", "that I should", "I", "me to", "to")
TALK_TO: Final = (
    "talk to", "talk with", "talking to", "talking with", "speak to", "speak with", "speaking to",
    "speaking with", "contact", "contacting", "meet", "meet with", "meeting", "meeting with", "call",
    "calling", "email", "emailing", "write to", "writing to", "reach out to", "reaching out to", "look up",
    "looking up", "get in touch with", "getting in touch with",
)  # fmt: skip
NAMES: Final = ("mentioned", "recommended", "suggested", "named", "gave me the name of", "pointed me to")
BRINGERS: Final = ("by", "through", "via", "thanks to")
# Before "introduce A to B".
I_OUGHT: Final = (
    "I'll", "I’ll", "I'd", "I’d", "I will", "I should", "I must", "I can", "I could", "I promised to",
    "I offered to", "I agreed to", "I want to", "I need to", "promised to", "offered to", "need to", "to",
    "please", "remember to",
)  # fmt: skip
# Before anything that I then have promised.
VOWS: Final = (
    "I'll", "I’ll", "I will", "I promised to", "I promised", "I offered to", "I agreed to", "I said I'd",
    "I said I’d", "I said I would", "I said I will", "I owe", "owe", "will", "promise:", "my promise:",
)  # fmt: skip
# Before a deed, which without them would be one as well.
REMINDERS: Final = (
    "need to", "I need to", "have to", "I have to", "should", "I should", "must", "I must", "want to",
    "I want to", "am going to", "I am going to", "remember to", "promised to", "got to", "I'd like to",
    "I’d like to", "todo", "todo:", "to-do:", "to do:", "reminder:", "to", "please", "don't forget to",
    "don’t forget to",
)  # fmt: skip
# Between somebody and what they will do.
WILL: Final = (
    "will", "would", "promised to", "promises to", "promised me", "offered to", "offered me", "agreed to",
    "is going to", "owes me", "has to",
)  # fmt: skip
# "Wants to" tells of a wish, unless a gift follows.
GIFTS: Final = ("send", "show", "give", "share", "help")
NO_PROMISE: Final = ("have", "not", "never", "love", "like", "rather", "prefer", "probably", "always", "been")
TOLD_OF: Final = (
    "said", "says", "mentioned", "mentions", "told me", "tells me", "has", "have", "had", "knows", "knew",
    "heard", "saw", "sent me", "shared", "posted", "flagged", "pointed out", "forwarded",
)  # fmt: skip
FOUND: Final = ("heard", "saw", "found", "spotted", "I heard", "I saw", "I found", "I spotted")
THERE_IS: Final = ("there is", "there was", "there are", "there will be", "there's", "there’s")
SOME: Final = (
    "a", "an", "the", "one", "another", "some", "two", "possible", "upcoming", "internal", "confidential",
    "open", "interesting", "good", "great", "perfect", "nice",
)  # fmt: skip
HIRING: Final = ("hiring", "recruiting", "hiring for", "recruiting for")
KEEP_IN_TOUCH: Final = (
    "keep in touch", "stay in touch", "keep in contact", "stay in contact", "check in", "catch up",
    "touch base", "ping", "write", "write to", "call", "see", "meet", "coffee", "news", "contact",
)  # fmt: skip
HAVING: Final = ("had", "grabbed", "got", "received", "did", "took")
NICE: Final = ("quick", "nice", "good", "great", "long", "short", "lovely", "first", "second")
ABOUT: Final = ("about", "re", "regarding", "concerning", "without", "not", "instead of")
EMPLOYED: Final = (
    "works at", "work at", "works for", "work for", "working at", "working for", "moved to", "moving to",
    "joined", "joins", "started at", "starts at",
)  # fmt: skip
