"""What was done on a day: the day on which a law was signed is none on which it was published."""

from __future__ import annotations

import re

_ACTS = tuple(
    (re.compile(asked), re.compile(told, re.IGNORECASE))
    for asked, told in (
        (r"\bsign(?:ed|ing)?\b(?! off)", r"\bsign|\bdated\b"),
        (
            r"\bpublish|\bprinted\b|\bin the (?:federal register|official journal)\b",
            r"\bpublish|\bprint|\bissue|\breleas|\bposted\b|\bcame out\b|\bdated\b|\breport",
        ),
        (
            r"\bpass(?:ed|es)?\b|\badopt(?:ed|s)?\b",
            r"\bpass|\badopt|\bapprov|\bvote|\bdecid|\bagreed\b",
        ),
        (r"\bintroduc|\btabled\b", r"\bintroduc|\btabled\b|\bpresent|\bput forward\b"),
        (
            (
                r"\b(?:tak|took|go|goes|went|com|came)\w* (?:in(?:to)? )?(?:effect|force)\b"
                r"|\beffective\b|\bin force\b|\bkick(?:s|ed)? in\b"
            ),
            (
                r"\beffect|\bforce\b|\bappl|\bstart|\bbeg[ai]n|\bdue\b|\bsince\b|\bbind|\bdefer"
                r"|\bdelay|\bmust\b|\bfrom \d"
            ),
        ),
        (
            r"\brevok|\brescind|\brepeal",
            r"\brevo[kc]|\brescind|\brescission|\brepeal|\bwithdr|\bended\b|\breplac|\bsupersed",
        ),
        (r"\bvot(?:e|ed|ing)\b", r"\bvot|\bpass|\bapprov|\badopt"),
        (r"\bsent?\b|\bsending\b", r"\bsen[dt]\b|\bletter\b|\breceiv|\bwent to\b"),
        (r"\bsued?\b|\blawsuit\b", r"\bsue[ds]?\b|\bsuit\b|\bcomplaint\b|\bfiled\b|\bcourt\b"),
        (
            r"\bannounc|\bunveil",
            (
                r"\bannounc|\bunveil|\bpresent|\bsaid\b|\breleas|\bpublish|\blaunch|\bopen"
                r"|\bset up\b|\bmade\b"
            ),
        ),
    )
)


def is_another_act(asking: str, told: str) -> bool:
    """Whether a question speaks of acts in plain words, and a text of none of them.

    `asking` is in lower case.
    """
    meant = [of for act, of in _ACTS if act.search(asking)]
    return bool(meant) and not any(of.search(told) for of in meant)
