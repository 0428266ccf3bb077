"""Demands of what holds, or is to be had, somewhere: in a country, on a platform."""

from __future__ import annotations

from knowledge.questions.asking.asks import START
from knowledge.questions.asking.demand import demand

_KEPT_OUT = (  # where makers, or sanctions, are known to keep models out
    r"(?:iran|cuba|russia|north korea|syria|belarus|venezuela|china|hong kong|macau|afghanistan"
    r"|beijing|shanghai|shenzhen|moscow|tehran|minsk)"
)
_KEPT_OUT_PEOPLE = r"(?:iranian|cuban|russian|north korean|syrian|venezuelan|chinese|afghan)s?"
_COUNTRIES = (
    r"\b(?:japan|india|south korea|korea|germany|france|italy|spain|poland|canada|australia|brazil"
    r"|mexico|israel|taiwan|singapore|turkey|ukraine|switzerland|norway|sweden|denmark|finland"
    r"|ireland|netherlands|belgium|austria|vietnam|indonesia|nigeria|kenya|egypt|argentina|chile"
    r"|the uk|uk|britain|the uae|uae|saudi arabia|qatar|new zealand|europe|the eu|eu)"
)

DEMANDS_ABROAD = (
    demand(
        "what holds there",
        rf"\b(?:available|access\w*|use[ds]?|using|get|open|allowed|blocked|offered|sold|reach)\b"
        rf".*\b(?:in|from|inside|within|to) (?:the )?(?:mainland )?{_KEPT_OUT}\b"
        rf"|\b(?:in|from|inside) {_KEPT_OUT}\b.*\b(?:available|access|use|get|allowed)\b"
        rf"|\b(?:can|could|may)\b.*\b{_KEPT_OUT_PEOPLE}(?: \w+)? (?:use|get|access|buy)\b"
        rf"|\b(?:can|could|may)\b.* in {_KEPT_OUT} (?:use|get|access|buy)\b",
        r"\b(?:Iran|Cuba|Russia|Korea|Syria|Belarus|Venezuela|Chin|Hong Kong|Macau|sanction)"
        r"|\bembargo",
    ),
    demand(
        "what holds in that country",
        rf"{START}(?:did|does|do|has|have|can|could|will|may) (?:the )?{_COUNTRIES}\b.*"
        r"\b(?:get|got|receive[ds]?|use(?! its)|access|have access|obtain(?:ed)?)\b"
        rf"|{START}(?:is|was|will) .{{2,50}} (?:available|out|open|accessible) (?:in|to) "
        rf"{_COUNTRIES}\b",
        rf"\bforeign|\bworldwide\b|\bevery(?:one|body)\b|\bnobody\b|\bcountr|{_COUNTRIES}\b",
    ),
    demand(
        "where it is to be had",
        r"\b(?:on|via|through|in) (?:amazon |google |microsoft |github )?(?:aws|bedrock|azure"
        r"|vertex|google cloud|foundry|openrouter|copilot|cursor|perplexity)\b",
        r"\b(?:AWS|Amazon|Bedrock|Azure|Vertex|Cloud|Foundry|OpenRouter|Copilot|Cursor)\b"
        r"|\bplatform",
    ),
)
