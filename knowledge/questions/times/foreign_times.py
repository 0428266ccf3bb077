"""Times by today as other languages say them, in English: "vor zwei Wochen" is "two weeks ago"."""

from __future__ import annotations

import re
from functools import lru_cache, partial

from knowledge.questions.times.foreign_dates import ARTICLES, leads_of
from knowledge.questions.times.reading import WEEKDAYS

_NUMBERS = {  # from one to ten
    "de": "einem|einer|einen|ein zwei drei vier fünf sechs sieben acht neun zehn",
    "fr": "un|une deux trois quatre cinq six sept huit neuf dix",
    "es": "un|una dos tres cuatro cinco seis siete ocho nueve diez",
    "pt": "um|uma dois|duas três quatro cinco seis sete oito nove dez",
    "it": "un|una due tre quattro cinque sei sette otto nove dieci",
    "nl": "een|één twee drie vier vijf zes zeven acht negen tien",
    "pl": "jeden dwa|dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć",
}
_UNITS = {  # how the words for day, week, month and year begin
    "de": "tag woche monat jahr",
    "fr": "jour semaine mois an",
    "es": "día semana mes año",
    "pt": "dia semana m[eê]s ano",
    "it": "giorn settiman mes ann",
    "nl": "dag we(?:ek|ken) maand ja",
    "pl": "dzie|dni tydzie|tygodni miesi rok|lat",
}
_AGO = {
    "de": r"\bvor {n} {u}\w*",
    "fr": r"\bil y a {n} {u}\w*",
    "es": r"\bhace {n} {u}\w*",
    "pt": r"\bhá {n} {u}\w*",
    "it": r"\b{n} {u}\w* fa\b",
    "nl": r"\b{n} {u}\w* geleden\b",
    "pl": r"\b(?:{n} )?{u}\w* temu\b",
}
_LAST = {  # the day before yesterday, yesterday, last week, last month, last year
    "de": (
        "vorgestern",
        "gestern",
        "(?:letzte|vorige)[nr]? woche",
        "(?:letzten|vorigen) monat",
        "(?:letzt|vorig)es jahr|(?:des )?(?:letzten|vorigen) jahres",
    ),
    "fr": (
        "avant-hier",
        "(?<!-)hier",
        "(?:la )?semaine dernière",
        "(?:le )?mois dernier",
        "(?:de )?l'an(?:née)? derni(?:er|ère)",
    ),
    "es": (
        "anteayer|antes de ayer",
        "ayer",
        "(?:la )?semana pasada",
        "(?:el )?mes pasado",
        "(?:d?el )?año pasado",
    ),
    "pt": (
        "anteontem",
        "ontem",
        "(?:n?a )?semana passada",
        "(?:n?o )?mês passado",
        "(?:[nd]?o )?ano passado",
    ),
    "it": (
        "l'altro ieri|avantieri",
        "(?<!altro )ieri",
        "(?:la )?settimana scorsa",
        "(?:il )?mese scorso",
        "(?:dell|l)'anno scorso",
    ),
    "nl": ("eergisteren", "gisteren", "vorige week", "vorige maand", "(?:van )?vorig jaar"),
    "pl": (
        "przedwczoraj",
        "wczoraj",
        "w zeszłym tygodniu",
        "w zeszłym miesiącu",
        "(?:w )?zeszł(?:ym|ego) roku",
    ),
}
_WEEKDAYS = {  # from Monday on
    "de": "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pl": (
        "poniedziałek|poniedziałku wtorek|wtorku środę|środy czwartek|czwartku piątek|piątku "
        "sobotę|soboty niedzielę|niedzieli"
    ),
}
_SEASONS = {  # spring, summer, autumn, winter; "été" alone is also "been"
    "de": "frühling|frühjahr sommer herbst winter",
    "fr": "printemps l'été|cet_été|en_été|été_dernier automne hiver",
    "es": "primavera verano otoño invierno",
    "pt": "primavera verão outono inverno",
    "it": "primavera estate autunno inverno",
    "nl": "lente|voorjaar zomer herfst|najaar winter",
    "pl": "wiosną latem jesienią zimą",
}
_ASIA = {
    **dict.fromkeys(("前天", "一昨日", "おととい"), " the day before yesterday "),
    **dict.fromkeys(("昨天", "昨日"), " yesterday "),
    **dict.fromkeys(("上周", "上个星期", "先週"), " last week "),
    **dict.fromkeys(("上个月", "上月", "先月"), " last month "),
    **dict.fromkeys(("去年", "昨年"), " last year "),
}
_ASIAN_WEEKDAY = re.compile(
    r"(上个?|先週の?)?(?:(?:星期|周|週|礼拜)([一二三四五六天]|日(?!本))|([月火水木金土日])曜日?)"
)
_ASIAN_AGO = re.compile(
    r"(\d{1,3}|[一二两三四五六七八九十]|半)(?:个|個|か|ヶ|カ|箇)?(天|日|周|週間?|星期|月|年)間?(?:以)?前"
)
_ASIAN_NUMBERS = {sign: n for n, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_ASIAN_UNITS = {"天": "day", "日": "day", "周": "week", "週": "week", "星": "week", "月": "month"}
_ASIAN_WEEKDAYS = ("一月", "二火", "三水", "四木", "五金", "六土", "日天")
_ASIAN_SEASON = re.compile(r"([春夏秋冬])[天季]")
_NAMED_SEASONS = ("spring", "summer", "autumn", "winter")
_SAID = ("the day before yesterday", "yesterday", "last week", "last month", "last year")
_NAMED = ("day", "week", "month", "year")
_PLAIN = frozenset({"on", "in", "of"})


def times_in_english(text: str, language: str) -> str:
    """A text in a language with its times by today in English."""
    ago, last = _patterns(language)
    for unit, pattern in zip(_NAMED, ago, strict=True):
        text = pattern.sub(partial(_ago, unit, language), text)
    for said, pattern in zip(_SAID, last, strict=True):
        text = pattern.sub(said, text)
    for lead, names, pattern in _named(language):
        text = pattern.sub(partial(_of_name, lead, language, names), text)
    return text


def asian_times_in_english(text: str) -> str:
    """A Chinese or Japanese text with its times by today in English."""
    text = _ASIAN_WEEKDAY.sub(_asian_weekday, _ASIAN_AGO.sub(_asian_ago, text))
    for sign, english in _ASIA.items():
        text = text.replace(sign, english)
    return _ASIAN_SEASON.sub(
        lambda match: f" in {_NAMED_SEASONS['春夏秋冬'.index(match[1])]} ", text
    )


def _ago(unit: str, language: str, match: re.Match[str]) -> str:
    number = (match[1] or "1").casefold()
    return _written_ago(int(number) if number.isdigit() else _words(language)[number], unit)


def _written_ago(count: int, unit: str) -> str:
    return f"{count} {unit}{'' if count == 1 else 's'} ago"  # in figures: "a" may be a cue


def _of_name(lead: str, language: str, names: dict[str, str], match: re.Match[str]) -> str:
    said = leads_of(language).get((match["lead"] or "").casefold(), lead)
    return f"{lead if said in _PLAIN else said} {names[match['name'].casefold()]}"


def _asian_weekday(match: re.Match[str]) -> str:
    week, *signs = match.groups()
    if week:  # which of its days is not read
        return " last week "
    sign = signs[0] or signs[1]
    return f" on {next(n for n, s in zip(WEEKDAYS, _ASIAN_WEEKDAYS, strict=True) if sign in s)} "


def _asian_ago(match: re.Match[str]) -> str:
    number, sign = match[1], match[2][0]
    unit = _ASIAN_UNITS.get(sign, "year")
    if number == "半":
        return f" half a {unit} ago "
    count = int(number) if number.isdigit() else _ASIAN_NUMBERS[number]
    return f" {_written_ago(count, unit)} "


@lru_cache(maxsize=len(_AGO))
def _named(language: str) -> list[tuple[str, dict[str, str], re.Pattern[str]]]:
    """The weekdays and the seasons: the word before them, their names, what finds them."""
    found = []
    leads = "|".join(sorted(map(re.escape, leads_of(language)), key=len, reverse=True))
    for lead, table, english in (("on", _WEEKDAYS, WEEKDAYS), ("in", _SEASONS, _NAMED_SEASONS)):
        pairs = zip(table[language].split(), english, strict=True)
        names = {form.replace("_", " "): name for forms, name in pairs for form in forms.split("|")}
        pattern = rf"(?:\b(?P<lead>{leads}) {ARTICLES})?\b(?P<name>{'|'.join(names)})\b"
        found.append((lead, names, re.compile(pattern, re.IGNORECASE)))
    return found


@lru_cache(maxsize=len(_AGO))
def _words(language: str) -> dict[str, int]:
    forms = enumerate(_NUMBERS[language].split(), 1)
    return {form: number for number, several in forms for form in several.split("|")}


@lru_cache(maxsize=len(_AGO))
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    number = rf"(\d{{1,3}}|{'|'.join(_words(language))})"
    ago = (_AGO[language].format(n=number, u=f"(?:{unit})") for unit in _UNITS[language].split())
    last = (rf"\b(?:{form})\b" for form in _LAST[language])
    return (
        tuple(re.compile(pattern, re.IGNORECASE) for pattern in ago),
        tuple(re.compile(pattern, re.IGNORECASE) for pattern in last),
    )
