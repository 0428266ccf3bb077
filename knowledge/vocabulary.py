"""The controlled vocabularies: each member with its meaning and where the word comes from."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Vocabulary(StrEnum):
    """A closed list of words; `meaning` is for people, `origin` names whose word it is."""

    meaning: str
    origin: str

    def __new__(cls, value: str, meaning: str = "", origin: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        member.origin = origin
        return member

    @property
    def label(self) -> str:
        """The word as people read it: `in-force` is shown as "in force"."""
        return self.value.replace("-", " ")


class Kind(Vocabulary):
    """What an entry is about."""

    DIRECTIVE = "directive", "a rule, order, request, bill, code or policy", "the project's card"
    MODEL = "model", "an AI model and who may use it", "the project's card"
    QUOTE = "quote", "words that somebody said, verbatim", "schema.org/Quotation"
    PERSON = "person", "somebody who decides, speaks or is named", "schema.org/Person"
    ORGANISATION = "organisation", "a body, agency, company or court", "schema.org/Organization"


THINGS = (Kind.MODEL, Kind.DIRECTIVE)  # what questions are about
PARTIES = (Kind.PERSON, Kind.ORGANISATION)  # who speaks or decides


class Instrument(Vocabulary):
    """The legal form of a directive."""

    STATUTE = "statute", "a law passed by a legislature", "ELI type-document"
    REGULATION = "regulation", "a binding rule of an executive body, or an EU regulation", "ELI"
    EXECUTIVE_ORDER = "executive-order", "signed by a president or a governor", "Federal Register"
    IS_INFORMED_LETTER = (
        "is-informed-letter",
        "tells one company that it needs an export licence",
        "15 CFR 744, Export Administration Regulations",
    )
    AGENCY_ORDER = "agency-order", "a binding order or designation by an agency", "5 U.S.C. 551(6)"
    MEMORANDUM = "memorandum", "instructs agencies or prosecutors", "Federal Register"
    GUIDANCE = "guidance", "explains or advises, without binding force", "5 U.S.C. 553(b)"
    STANDARD = "standard", "a technical standard", "ISO/IEC Guide 2"
    BILL = "bill", "introduced or drafted, not passed into law", "Congress.gov"
    REQUEST = "request", "a government asks; no legal act is known", "the sources' own word"
    AGREEMENT = "agreement", "signed between a government and companies", "NIST"
    COMMITMENT = "commitment", "companies promise, voluntarily", "the sources' own word"
    CODE_OF_PRACTICE = "code-of-practice", "voluntary code under a law", "EU AI Act, Article 56"
    COMPANY_POLICY = "company-policy", "a developer's own published rules", "Seoul commitments"
    POLICY_PLAN = "policy-plan", "a plan or strategy of a government", "ELI"
    INVESTIGATION = "investigation", "an authority's inquiry", "the sources' own word"
    DESIGNATION = "designation", "puts a company or service under a legal regime", "DSA, Art. 33"


class LegalStatus(Vocabulary):
    """Where a directive stands; "adopted" never means that it applies."""

    PROPOSED = "proposed", "drafted, introduced or announced; binds nobody", "Congress.gov"
    ADOPTED = "adopted", "passed or signed; does not apply yet, or not in full", "ELI"
    IN_FORCE = "in-force", "applies", "ELI in_force"
    UPCOMING = "upcoming", "adopted, with a date from which it applies", "ELI first_date_entry"
    DEFERRED = "deferred", "its date was moved to a later one", "Regulation (EU) 2026/1744"
    ENJOINED = "enjoined", "a court forbids to enforce it", "Fed. R. Civ. P. 65"
    STAYED = "stayed", "suspended while a court or an agency decides", "5 U.S.C. 705"
    ENDED = "ended", "ran out, was lifted or was fulfilled", "ELI date_no_longer_in_force"
    RESCINDED = "rescinded", "taken back by the body that issued it", "Federal Register"
    REPEALED = "repealed", "removed by a later law", "ELI repealed_by"
    SUPERSEDED = "superseded", "replaced by a later one", "ELI"
    NEVER_ISSUED = "never-issued", "drafted or reported, and never came out", "the project"
    UNCLEAR = "unclear", "sources do not settle where it stands", "the project"


class ReleaseStatus(Vocabulary):
    """Where a model stands with its developer."""

    REPORTED = "reported", "named by sources, not announced by its developer", "the project"
    ANNOUNCED = "announced", "its developer has spoken of it; nobody can use it", "the project"
    PREVIEW = "preview", "open to a limited group", "Solaiman 2023, gradual release"
    GENERALLY_AVAILABLE = "generally-available", "open to all customers", "industry usage"
    OPEN_WEIGHTS = "open-weights", "its weights can be downloaded", "Solaiman 2023"
    SUSPENDED = "suspended", "taken offline for now", "the sources' own word"
    WITHHELD = "withheld", "made, and not released", "Solaiman 2023, fully closed"
    SUPERSEDED = "superseded", "replaced by its developer", "industry usage"


class Modality(Vocabulary):
    """With which force something is stated or done."""

    ORDERED = "ordered", "a legal act commands it", "architecture, decision 1"
    ASKED = "asked", "a government requests it, without a legal act", "architecture, decision 1"
    VOLUNTARY = "voluntary", "done or offered freely", "architecture, decision 1"
    PLANNED = "planned", "announced for later", "architecture, decision 1"
    REPORTED = "reported", "sources state it as fact", "architecture, decision 1"
    OPINION = "opinion", "somebody's judgement", "architecture, decision 1"


class AccessState(Vocabulary):
    """Whether somebody may use a model."""

    ALLOWED = "allowed", "may use it", "features study, 2A.1"
    CONDITIONAL = "conditional", "may use it when a condition is met", "features study, 2A.1"
    BARRED = "barred", "may not use it", "features study, 2A.1"
    NOT_COVERED = "not-covered", "the rule says nothing about them", "features study, 2A.1"


class Audience(Vocabulary):
    """Who may, or may not, use a model."""

    EVERYONE = "everyone", "any customer or user"
    US_PERSONS = "us-persons", "citizens, permanent residents and protected persons"
    FOREIGN_NATIONALS = "foreign-nationals", "people who are not US persons, wherever they are"
    DEVELOPER_STAFF = "developer-staff", "foreign nationals who work for the developer"
    NAMED_PARTNERS = "named-partners", "organisations on a list"
    APPROVED_CUSTOMERS = "approved-customers", "customers approved one by one"
    VETTED_USERS = "vetted-users", "security researchers and others vetted by the developer"
    SUBSCRIBERS = "subscribers", "paying subscribers of certain plans"
    US_GOVERNMENT = "us-government", "federal agencies and national laboratories"
    DEFENCE_CONTRACTORS = "defence-contractors", "contractors of the US Department of War"
    FOREIGN_GOVERNMENTS = "foreign-governments", "governments and institutes outside the US"
    CRITICAL_INFRASTRUCTURE = "critical-infrastructure", "operators of critical infrastructure"
    OPEN_SOURCE_MAINTAINERS = "open-source-maintainers", "maintainers of open-source software"
    COUNTRY_USERS = "country-users", "users in the places that the statement names"


class Rank(Vocabulary):
    """How the base weighs a statement against others on the same point."""

    PREFERRED = "preferred", "the best-supported of several", "Wikidata ranks"
    NORMAL = "normal", "neither singled out nor refuted", "Wikidata ranks"
    DEPRECATED = "deprecated", "kept to show that it is said, and wrong", "Wikidata ranks"


class Tier(Vocabulary):
    """What kind of publisher a source is, best first."""

    PRIMARY = "primary", "the act itself, or the body or company speaking for itself"
    COURT = "court", "rulings, dockets and filings"
    LAW_FIRM = "law-firm", "law firms and legal scholars"
    PRESS = "press", "general news with reporting of its own"
    TRADE_PRESS = "trade-press", "specialist news"
    TRACKER = "tracker", "trackers, research notes and think tanks"
    AGGREGATOR = "aggregator", "retells what others reported"
    AI_WRITTEN = "ai-written", "written by a machine"
    SOCIAL = "social", "posts by people"


class SourceAccess(Vocabulary):
    """How we saw a source."""

    READ = "read", "its text was read"
    QUOTED = "quoted", "seen as quoted by another page"
    CITED = "cited", "only its address was seen; not seen ourselves"


class Confidence(Vocabulary):
    """How well a statement is supported; computed, never typed in."""

    HIGH = "high", "a primary or court source, or two independent news reports"
    MEDIUM = "medium", "one news report, law firm or tracker"
    LOW = "low", "weak sources only, or a curator's doubt"


class Property(Vocabulary):
    """What a statement tells about its subject."""

    ACCESS = "access", "who may use it"
    STATUS = "status", "where it stands"
    REQUIREMENT = "requirement", "what it demands"
    SCOPE = "scope", "whom and what it covers"
    EXEMPTION = "exemption", "whom and what it leaves out"
    DEADLINE = "deadline", "what is due by a date, or within a period"
    DATE = "date", "when it was signed, published, released or takes effect"
    EVENT = "event", "what happened on a date"
    NEXT = "next", "the next step expected"
    ISSUER = "issuer", "who issued, signed or proposed it"
    BASIS = "basis", "its legal basis"
    CITATION = "citation", "how it is cited: numbers, registers, dockets"
    BINDINGNESS = "bindingness", "whether it was ordered, asked or is voluntary"
    PROCESS = "process", "how approval or review works"
    REASON = "reason", "why it was done"
    PENALTY = "penalty", "what a breach costs"
    ENFORCEMENT = "enforcement", "who enforces it, and cases"
    JURISDICTION = "jurisdiction", "where it holds"
    RELATION = "relation", "what it amends, replaces or rests on"
    PRECEDENT = "precedent", "whether it was the first of its kind"
    RESPONSE = "response", "how those concerned answered"
    POLICY = "policy", "a company's own rule"
    MAKER = "maker", "who makes it"
    CAPABILITY = "capability", "what it can do, and what is feared of it"
    DEFINITION = "definition", "what it, or a term it uses, is"
    QUOTE = "quote", "what somebody said"
    ROLE = "role", "somebody's office and part in the story"
    REPORT = "report", "who reported it first"
    OUTLOOK = "outlook", "where policy is heading"
    QUANTITY = "quantity", "how many"
    PRICE = "price", "what it costs"
    LICENCE = "licence", "its licence and weights"
    PARTICIPANTS = "participants", "who takes part or is on the list"


SINGLE_VALUED = frozenset(
    {Property.STATUS, Property.BINDINGNESS, Property.MAKER, Property.LICENCE, Property.PRECEDENT}
)
"""Properties that hold one value at a time; others disagree only under the same topic."""

REASONS = frozenset({Property.REASON, Property.RESPONSE, Property.QUOTE})
"""Properties whose statements tell why."""


class Jurisdiction(Vocabulary):
    """Where a directive holds; ISO 3166 codes in lower case, "uk" and "eu" as people write them."""

    US = "us", "United States (federal)"
    US_CA = "us-ca", "California"
    US_NY = "us-ny", "New York"
    US_NYC = "us-nyc", "New York City"
    US_IL = "us-il", "Illinois"
    US_CT = "us-ct", "Connecticut"
    US_CO = "us-co", "Colorado"
    US_TX = "us-tx", "Texas"
    US_UT = "us-ut", "Utah"
    US_WA = "us-wa", "Washington State"
    US_STATES = "us-states", "several US states"
    EU = "eu", "European Union"
    CN = "cn", "China"
    UK = "uk", "United Kingdom"
    KR = "kr", "South Korea"
    JP = "jp", "Japan"
    IN = "in", "India"
    CA = "ca", "Canada"
    AU = "au", "Australia"
    WORLD = "world", "worldwide, such as a company's own policy"


class Topic(Vocabulary):
    """Subjects that people follow; an entry has one or more."""

    MODEL_ACCESS = "model-access", "who may use a model"
    PRE_RELEASE_REVIEW = "pre-release-review", "tests and approvals before a release"
    EXPORT_CONTROL = "export-control", "licences for models, weights and chips"
    CYBERSECURITY = "cybersecurity", "offensive capability and defence"
    FRONTIER_SAFETY = "frontier-safety", "catastrophic risk and safety frameworks"
    INCIDENT_REPORTING = "incident-reporting", "duties to report incidents"
    TRANSPARENCY = "transparency", "labels, disclosure and training data"
    PREEMPTION = "preemption", "federal law against state law"
    PROCUREMENT = "procurement", "what governments may buy and use"
    REGISTRATION = "registration", "filing a model or service with an authority"
    COMPANION_CHATBOTS = "companion-chatbots", "chatbots that befriend people, and minors"
    AUTOMATED_DECISIONS = "automated-decisions", "decisions about people"
    OPEN_WEIGHTS = "open-weights", "models whose weights are public"
    COMPANY_POLICY = "company-policy", "developers' own rules"
    LITIGATION = "litigation", "court cases"
    SUPERINTELLIGENCE = "superintelligence", "bodies and orders on superintelligence"
