"""What is said in the conversations of the sample: learned, advised, promised, asked; our own words."""

from __future__ import annotations

LEARNED = (
    "Implementation teams hire people from the wards, because they can tell a bed from a row.",
    "The first half year is spent at the customers' sites, not at a desk.",
    "Nobody reads a dashboard that arrives by e-mail; it has to hang where the handover happens.",
    "They judge a candidate by how she explains one chart to a nurse.",
    "The quiet months for hiring are June and July; budgets open in September.",
    "Most of the data work is agreeing on what a discharge is.",
    "Small suppliers let analysts talk to clinicians directly, large ones do not.",
    "Procurement takes nine months, and that is when good people leave.",
    "The statistics office tests everybody with the same small data set.",
    "Half of the team came from nursing, and nobody there finds that odd.",
    "Certificates matter less than one project that you can show.",
    "Remote is fine after the first three months.",
    "Evaluation is an afterthought until the money runs out.",
    "Energy modelling pays well and moves slowly.",
    "They were surprised how few applicants have seen a ward at night.",
)

# What was advised, and what I will do about it.
ADVICE = (
    ("Put one ward's numbers on a single page and bring it along.", "make the one-page example"),
    ("Talk to somebody in implementation before you decide.", "ask for a talk in implementation"),
    ("Learn to read an HL7 message; a weekend is enough.", "do the HL7 weekend course"),
    ("Say what you look for in one breath.", "shorten my one-liner"),
    ("Go to the patient-flow evening and sit in the front.", "go to the next patient-flow evening"),
    ("Leave the certificate for later.", ""),
    ("Ask every team what happened to the last analyst.", "add that to my questions"),
    ("Read the national audit, then ask about what is missing in it.", "read the national audit"),
    ("Write to the smaller suppliers first.", "list ten small suppliers"),
    ("Do not take the first offer out of relief.", ""),
)

PROMISES_MINE = (
    "send the one-page ward example",
    "send the article on discharge planning",
    "make the introduction to the choir's accountant",
    "report how the HL7 course was",
    "share the list of small suppliers",
    "send the photos from the patient-flow evening",
    "return the book on queues",
)
PROMISES_THEIRS = (
    "forward my note to the head of implementation",
    "send the job description when it is out",
    "ask whether I may visit the control room",
    "look for the old evaluation report",
)
WANTS = (
    "work beside the people who use the numbers",
    "a team that explains things to each other",
    "mornings without meetings",
    "to see a change happen on a ward",
)
NOT_WANTS = (
    "selling what is not built yet",
    "three days of travel a week",
    "reports that nobody reads",
    "on-call weekends",
)
SURPRISES = (
    "Left a director's post to be an analyst again, and would do it once more.",
    "They have no data team at all; the nurses write the queries.",
    "Interviews people while walking.",
)
NOTES = (
    "Prefers a call to an e-mail; mornings are best.",
    "A daughter starts school in September.",
    "Moves to the new building next month.",
    "Knows everybody in the patient-flow group.",
)
REPEAT = ("asked about the last difficult week", "brought the one-pager", "stopped on time")
CHANGE = (
    "talked too long about the rota project",
    "forgot to ask for a name",
    "should have asked first about time",
)
WHY_INTRODUCED = (
    "built the same thing two years ago",
    "is looking for somebody who knows wards",
    "made the same move from nursing",
    "can tell how the council hires",
    "runs the implementation team",
)
OPENINGS = (
    ("Implementation analyst", "asked", False),
    ("Data analyst, patient flow", "applied", False),
    ("Service performance analyst", "heard", False),
    ("Head of insight", "heard", True),
    ("Junior energy modeller", "withdrawn", False),
)
QUESTIONS = (
    ("What did last week really look like?", "work"),
    ("What would you change about the job if you could?", "likes"),
    ("Who does well here, and who leaves?", "people"),
    ("What do outsiders get wrong about this field?", "insight"),
    ("Which proof would convince you that a ward person can do this?", "entry"),
    ("How does hiring happen when it is not on the website?", "entry"),
    ("Who else sees this from another side?", "resources"),
    ("May I tell you in a month what came of your advice?", "next"),
)
MUST_ASK = 4
JOURNAL = (
    "First week without the ward. Strange to have quiet mornings. Listed everybody I ever learned from.",
    "Three talks this week, and two of them laughed at the same thing: nobody agrees on what a bed is.",
    "Noticed that I light up when they speak of handovers, and not at all at road maps.",
    "A no today, a kind one. He named somebody before I could ask.",
    "Said my one-liner at the choir. The accountant knew somebody at Wardlight. Of course.",
)
BOOKMARK = ("How a small hospital halved its waiting list", "https://example.org/waiting-list")
THANKS = "Thanks for the time, and which of it helped most."
ASKED = "Whether there were twenty minutes to spare."
SAID_YES = "Named a day right away."
TOLD = "How the talk went, with thanks for the name."
WROTE = (
    "How the HL7 course went.",
    "The article we spoke about, and one question.",
    "How is the new building?",
    "Congratulations on the new post!",
    "What came of the introduction.",
)
THEY_WROTE = (
    "Answered the same evening, warmly.",
    "A link to the audit, with two pages marked.",
    "How does the search go?",
    "Hello, and whether I come to the patient-flow evening.",
    "The post we spoke about is out.",
)
CLOSING = "Mentioned that a second child is on the way; would rather not be asked this year."
