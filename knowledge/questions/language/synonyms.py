"""Words that people use in chat for the words that statements use, as groups."""

from __future__ import annotations

from functools import lru_cache

from knowledge.questions.language.normalise import stem

_GROUPS = """
ban banned block blocked bar barred prohibit forbid forbidden suspend suspended
pull pulled offline dark off disable disabled suspend suspended shut down
restore restored back return returned lift lifted redeploy again
lift lifted end ended remove removed withdraw withdrawn drop dropped rescind rescinded
fine fines penalty penalties sanction punish cost pay
notify report tell inform disclose notice
incident breach escape
company companies firm firms lab labs developer developers vendor outfit org organisation
customer customers client clients user users partner partners
government federal washington administration feds govt
licence license licences licenses permit permission
allowed permitted may can cleared approved access use available
launch release released ship shipped rollout deploy deployment publish debut
start begin begins effect effective apply applies force kick enter commence operative live
due deadline until date by
law act statute bill rule legislation regulation
sign signed ink enact enacted
judge court ruling ruled decision opinion
sue sued lawsuit suit case complaint litigation
strike struck vacate vacated overturn overturned void block
uphold upheld affirm affirmed keep
pentagon dow dod war defence defense military
order ordered mandate mandated direct directed require required compel compelled force
ask asked request requested urge
voluntary optional
test tests testing evaluate evaluation review vet vetting check
threshold cutoff limit compute flop flops operations
revenue turnover sales income
boss ceo chief head
china chinese beijing prc
europe european eu brussels
audit audits auditor independent
model models ai
weights open-weight open opensource downloadable
price pricing cost costs token tokens charge
jailbreak bypass
trigger cause reason why motive because
watermark label labels labelling marking provenance
minor minors child children kid kids teen
whistleblower whistleblowers whistleblowing
bug bugs flaw flaws vulnerability vulnerabilities
eval evals evaluation evaluations
param params parameter parameters
chip chips gpu gpus h200 semiconductor
train training trained
foreign foreigner foreigners foreign-born nationals non-us overseas abroad
staff employee employees engineers workers
refuse refused decline declined not
number count many how
secret classified unpublished confidential undisclosed
copy steal distil distill distillation distilling
security cybersecurity cyber hacking
pause paused halt halted stop stopped
comment comments consultation
warn warned criticise criticised complain said
postpone postponed delay delayed defer deferred push pushed
exempt exempted exemption exception carve-out excluded
register registered registration file filed filing filings
replace replaced supersede superseded successor repeal repealed
propose proposed proposal draft
cap capped maximum max
name named names list listed
"""

_COUNTED = """
company firm lab developer provider signatory signer partner customer client member org organisation organization body vendor buyer deployer user subscriber people person expert name agency office verifier european american citizen
mep senator representative lawmaker congressman member vote voter nay commissioner judge justice
ag attorney general prosecutor
part chapter section item point thing element field category class level tier threshold line piece box
bill proposal law statute act rule measure
label designation listing finding
attempt try time round
"""  # noqa: E501 (a line is a group)


@lru_cache(maxsize=2)
def _table(groups: str) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in groups.strip().splitlines():
        group = {stem(word) for word in line.split()}
        for word in group:
            table.setdefault(word, set()).update(group)
    return {word: frozenset(group - {word}) for word, group in table.items()}


def related(stemmed: str) -> frozenset[str]:
    """Stems that may stand for this one; none where no group has it."""
    return _table(_GROUPS).get(stemmed, frozenset())


def counted_alike(stemmed: str) -> frozenset[str]:
    """Stems of what is counted where this is: companies sign, and are counted as signatories."""
    return _table(_COUNTED).get(stemmed, frozenset())
