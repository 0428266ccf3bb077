"""Days and months as nine other languages write them, put in English with the word before them."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.dates import MONTH_NAMES

_MONTHS = {
    "de": ("januar februar märz april mai juni juli august september oktober november dezember"),
    "fr": ("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    "es": (
        "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre "
        "noviembre diciembre"
    ),
    "pt": (
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
    ),
    "it": (
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
        "dicembre"
    ),
    "nl": (
        "januari februari maart april mei juni juli augustus september oktober november december"
    ),
    "pl": (
        "stycznia|styczniu|styczeń lutego|lutym|luty marca|marcu|marzec "
        "kwietnia|kwietniu|kwiecień maja|maju|majem|maj czerwca|czerwcu|czerwcem|czerwiec "
        "lipca|lipcu|lipcem|lipiec sierpnia|sierpniu|sierpniem|sierpień "
        "września|wrześniu|wrzesień października|październiku|październik "
        "listopada|listopadzie|listopad grudnia|grudniu|grudzień"
    ),
}
_LEADS = {  # words before a day or a month, and what stands for them
    "de": (
        "am=on im=in vom=of von=of seit=since bis_zum=until bis=until vor=before nach=after "
        "ab=since zum=on zwischen=between dem=on den=on der=of ende=end_of anfang=early "
        "mitte=mid bis_ende=until_the_end_of seit_ende=since_late"
    ),
    "fr": (
        "le=on en=in au=on du=of de=of depuis=since jusqu'au=until jusqu'en=until avant=before "
        "après=after à_partir_du=since à_partir_de=since dès=since au_mois_de=in courant=in "
        "entre=between fin=end_of à_la_fin_de=end_of début=early mi-=mid"
    ),
    "es": (
        "el=on en=in al=on a=on del=of de=of desde=since hasta=until antes_del=before "
        "en_el_mes_de=in antes_de=before después_del=after después_de=after tras=after "
        "a_partir_del=since a_partir_de=since entre=between a_finales_de=end_of "
        "finales_de=end_of a_principios_de=early a_mediados_de=mid"
    ),
    "pt": (
        "o=on em=in no_dia=on no=on na=on antes_do_dia=before a=on de=of do=of desde=since "
        "até=until antes_de=before depois_de=after após=after a_partir_de=since entre=between "
        "no_final_de=end_of no_fim_de=end_of no_início_de=early em_meados_de=mid"
    ),
    "it": (
        "il=on l'=on a=in ad=in in=in nel=in al=on del=of dell'=of di=of dal=since da=since "
        "dall'=since fino_al=until fino_a=until entro_il=until prima_del=before prima_di=before "
        "dopo_il=after dopo=after tra=between fra=between alla_fine_di=end_of fine=end_of "
        "all'inizio_di=early inizio=early a_metà=mid metà=mid"
    ),
    "nl": (
        "op=on in=in van=of sinds=since tot_en_met=until tot=until voor=before vóór=before "
        "na=after vanaf=since tegen=by tussen=between eind=end_of begin=early half=mid "
        "medio=mid"
    ),
    "pl": (
        "w=in we=in z=of ze=of od=since do_końca=until_the_end_of do=until przed=before "
        "po=after dnia=on między=between pomiędzy=between pod_koniec=end_of koniec=end_of "
        "na_początku=early w_połowie=mid"
    ),
}
ARTICLES = r"(?:(?:dem|den|der|le|la|el|dia|il|o|de|dnia) )?"
_BETWEEN = (  # the first of two days of one month
    rf"\b(?:zwischen|entre|tra|fra|tussen|między|pomiędzy) {ARTICLES}"
    r"(?P<between>\d{1,2})(?:\.|er)? (?:und|et|y|e|en|a|i) "
)
_IN_NUMBERS = (
    r"\b(?P<day2>\d{1,2})(?P<sign>[./-])(?P<month2>1[0-2]|0?[1-9])(?P=sign)"
    r"(?:(?P<year2>(?:19|20)\d\d)\b|(?(lead2)(?<=\.)(?!\d)|(?!)))"
)
_ASIA = re.compile(
    r"(?<![\d.])(截至)?(?:(\d{4}|去|昨|今)年の?)?(\d{1,2})月(?:(\d{1,2})[日号]|([底末初]|[上中下]旬))?"
    r"(之前|以前|之后|以后|后|後|以来|以降|起|より前|から|まで|为止|的|の)?"
)
_WRITTEN = rf"((?:\d{{1,2}} )?(?:{'|'.join(MONTH_NAMES)})(?: \d{{4}})?)"
_RANGE = re.compile(rf"\b(?:of|since) {_WRITTEN} (?:on|in) {_WRITTEN}")
_ASIAN_RANGE = re.compile(
    rf" (?:on|in|since) {_WRITTEN} (?:(?:至|到|〜|~|-|–) ?(?:on|in|until)| until) {_WRITTEN} "
)
_AFTER_IT = {
    **dict.fromkeys(("之前", "以前", "より前"), "before"),
    **dict.fromkeys(("之后", "以后", "后", "後"), "after"),
    **dict.fromkeys(("以来", "以降", "起", "から"), "since"),
    **dict.fromkeys(("まで", "为止"), "until"),
    **dict.fromkeys(("的", "の"), "of"),
}
_YEARS = {"去": "last year", "昨": "last year", "今": "this year"}
_PARTS = {"初": "early", "上": "early", "中": "mid", "下": "late", "底": "end of", "末": "end of"}
_MOST_DAYS = 31
_ALWAYS_A_DAY = frozenset({"pl"})  # where a day without a word before it is "on" that day


@lru_cache(maxsize=len(_MONTHS) + 1)
def month_words(language: str) -> dict[str, str]:
    """The names of the months in a language, with the English ones."""
    numbered = enumerate(_MONTHS.get(language, "").split())
    return {form: MONTH_NAMES[n].casefold() for n, forms in numbered for form in forms.split("|")}


@lru_cache(maxsize=len(_MONTHS))
def dates_of(language: str) -> re.Pattern[str]:
    """What finds a day or a month that a text in a language names, with the word before it."""
    leads = "|".join(sorted(leads_of(language), key=len, reverse=True))
    months = "|".join(sorted(month_words(language), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.-])(?:{_BETWEEN}|(?P<lead>{leads})(?:(?<=['-]) ?|(?<!['-]) )"
        rf"(?:{ARTICLES}(?P<from>\d{{1,2}})(?:\.|er)? ?(?:au|al|bis|bis zum|tot|do|a|-|–) ?)?)?"
        rf"{ARTICLES}(?:(?P<day>\d{{1,2}})(?:\.|er|o|°)? (?:de )?)?"
        rf"\b(?P<month>{months})\b(?: (?:de |del )?(?P<year>(?:19|20)\d\d))?"
        rf"|(?:\b(?P<lead2>{leads}) )?{_IN_NUMBERS}",
        re.IGNORECASE,
    )


def in_english(match: re.Match[str], language: str) -> str:
    """A day or a month that was found, as English writes it."""
    day = match["day"] or match["day2"]
    name = match["month"]
    number = match["month2"]
    month = MONTH_NAMES[int(number) - 1] if number else month_words(language)[name.casefold()]
    lead = leads_of(language).get((match["lead"] or match["lead2"] or "").casefold(), "")
    if not lead and language in _ALWAYS_A_DAY:
        lead = "on"
    begin = match["between"] or match["from"]
    if begin and day:
        return _written("from", f"{begin} to {day}", month, match["year"])
    return _written(lead, day, month, match["year"] or match["year2"])


def asian_dates_in_english(text: str) -> str:
    """A Chinese or Japanese text with its days and months in English."""
    return _ASIAN_RANGE.sub(r" from \1 to \2 ", _ASIA.sub(_of_asia, text))


def with_ranges(text: str) -> str:
    """A text whose dates are put in English, where one to another is "of one on another" so far."""
    return _RANGE.sub(r"from \1 to \2", text)


def _of_asia(match: re.Match[str]) -> str:
    until, year, month, day, part, after = match.groups()
    if not 1 <= int(month) <= len(MONTH_NAMES) or not 1 <= int(day or 1) <= _MOST_DAYS:
        return match[0]
    lead = _AFTER_IT.get(after or "", "as of" if until else "on")
    year = _YEARS.get(year, year)
    if part:
        lead = " ".join(("in" if lead == "on" else lead, _PARTS[part[0]]))
    return f" {_written(lead, day, MONTH_NAMES[int(month) - 1], year)} "


def _written(lead: str, day: str | None, month: str, year: str | None) -> str:
    if lead in {"on", "in"}:
        lead = "on" if day else "in"
    return " ".join(part for part in (lead, day, month.capitalize(), year) if part)


@lru_cache(maxsize=len(_LEADS))
def leads_of(language: str) -> dict[str, str]:
    """The words before a day, a month or a season in a language, and what stands for them."""
    pairs = (pair.split("=", 1) for pair in _LEADS[language].split())
    return {lead.replace("_", " "): english.replace("_", " ") for lead, english in pairs}
