"""Whether a question knows of more than one answer: "744 or 753, blogs disagree"."""

from __future__ import annotations

import re

_WHO_SAYS = (
    r"(?:sources?|reports?|reporting|outlets?|accounts?|press|media|papers?|newspapers?|trackers?"
    r"|blogs?|pages?|sites?|posts?|people|articles?|texts?)"
)
_TOLD = (
    r"(?:sizes|dates|days|figures|numbers|reasons|versions|answers|accounts|stories|counts|names"
    r"|amounts|terms|thresholds)"
)
_CONTESTED = re.compile(
    r"\bdisagree\w*\b|\bagree[sd]?\b(?! to\b)"
    r"|\b(?:contested|disputed|contradict\w*|conflicting|discrepanc\w+|inconsisten\w+)\b"
    rf"|\b(?:several|different|differing|two|various|varying|both) (?:\w+ )?{_TOLD}\b"
    r"|\b(?:some|others?) (?:\w+ )?(?:say|write|claim|put|give|call|have|date)\b"
    rf"|\b{_WHO_SAYS} (?:differ|vary|diverge|clash)\b|\bsays? otherwise\b|\bseen both\b"
    r"|\bwhich (?:one |of (?:them|these|the two) )?is (?:right|correct|true|it)\b"
    r"|\bdepending on (?:whom|who|which|what)\b|\btell the same\b"
)


def knows_of_more(asking: str) -> bool:
    """Whether what is asked, in lower case, is which of several answers is right."""
    return _CONTESTED.search(asking) is not None
