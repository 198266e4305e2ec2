"""Fields, invented organizations, titles, cities, schools and what people care about."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """A line of work: the field, employers in it, what people there are called and know."""

    field: str
    state: str
    organizations: tuple[str, ...]
    titles: tuple[str, ...]
    skills: tuple[str, ...]


LINES: tuple[Line, ...] = (
    Line(
        "Health technology",
        "preferred",
        (
            "Ferncare",
            "Pulsewright",
            "Tidewater Health Data",
            "Wardlight",
            "Halden Clinical Systems",
            "Nimbara",
        ),
        (
            "Product manager",
            "Clinical data analyst",
            "Head of implementation",
            "Customer success lead",
            "Data engineer",
            "Nurse informaticist",
            "Director of analytics",
        ),
        ("HL7 and FHIR", "SQL", "clinical workflows", "dashboards"),
    ),
    Line(
        "Hospitals and care",
        "exploring",
        ("St Brannoc's Hospital", "Riverbend Care Trust", "Northfold Children's Clinic", "Maristow Hospice"),
        ("Operations manager", "Ward manager", "Quality lead", "Chief nursing officer", "Bed planner"),
        ("patient flow", "audit", "rotas", "infection control"),
    ),
    Line(
        "Public services",
        "exploring",
        ("City of Ardmouth", "Regional Statistics Office", "Openhall Digital", "Harbour District Council"),
        ("Policy analyst", "Service designer", "Delivery manager", "Open data officer"),
        ("user research", "open data", "procurement", "evaluation"),
    ),
    Line(
        "Climate and energy",
        "candidate",
        ("Gridmoss", "Solwick Energy", "Tarn & Heath", "Larkfield Water"),
        ("Energy modeller", "Programme manager", "Data scientist", "Sustainability lead"),
        ("forecasting", "Python", "life-cycle analysis", "maps"),
    ),
    Line(
        "Education",
        "parked",
        ("Copperbeech College", "Lanternfish Learning", "University of Westhaven"),
        ("Careers adviser", "Research fellow", "Learning designer", "Alumni officer"),
        ("teaching", "statistics", "facilitation"),
    ),
)

SCHOOLS = (
    "University of Westhaven",
    "Copperbeech College",
    "Ardmouth Polytechnic",
    "Institute of Marsh Lane",
)
SUBJECTS = ("BSc Nursing", "BA Economics", "MSc Statistics", "BSc Computing", "MPH")
CITIES = ("Ardmouth", "Westhaven", "Lisbon", "Leeds", "Rotterdam", "Nairobi", "Toronto", "Osaka", "Remote")
LANGUAGES = ("Portuguese", "French", "Yoruba", "Hindi", "Polish", "Turkish", "Sign language", "Mandarin")
INTERESTS = (
    "open-water swimming",
    "choir",
    "allotment gardening",
    "bouldering",
    "night trains",
    "sourdough",
    "birdwatching",
    "amateur radio",
    "long-distance cycling",
    "community theatre",
    "board games",
    "film photography",
    "volunteering at the food bank",
    "data visualisation",
    "jazz piano",
    "foster dogs",
)
HOW_MET = (
    "worked on the same ward for two years",
    "was my manager at Riverbend",
    "sat next to me in statistics class",
    "we run on Sundays",
    "spoke at the patient-flow evening",
    "neighbour from the old flat",
    "we were on the rota project together",
    "came up to me after my talk at the library",
    "our children go to the same school",
    "met at the open data breakfast",
)


class Me(NamedTuple):
    """The owner of the sample: who looks, what for, and what they bring."""

    one_liner: str
    fields: str
    organization: str
    title: str
    school: str
    subject: str
    skills: tuple[str, ...]
    interests: tuple[str, ...]
    languages: tuple[str, ...]


ME = Me(
    one_liner="I help hospital teams see their own numbers; I look for analyst work in health technology.",
    fields="Health technology, Hospitals and care, Public services",
    organization="Riverbend Care Trust",
    title="Operations analyst",
    school="University of Westhaven",
    subject="MSc Statistics",
    skills=("SQL", "patient flow", "dashboards", "statistics"),
    interests=("open-water swimming", "choir", "data visualisation", "night trains"),
    languages=("Portuguese", "French"),
)
