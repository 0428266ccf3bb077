"""Dates of nine languages become English ones, with the word before them."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.dates import MONTH_NAMES
from knowledge.desk import Desk
from knowledge.questions.base.index import Index
from knowledge.questions.reading.analyse import analyse
from knowledge.questions.times.foreign_dates import (
    asian_dates_in_english,
    dates_of,
    in_english,
    month_words,
    with_ranges,
)
from tests.conftest import TODAY
from tests.knowledge.questions.answered import texts

SUSPENDED = "Nobody could use Claude Fable 5 from the evening of 12 June 2026"


@pytest.mark.parametrize(
    ("language", "written", "english"),
    [
        ("de", "am 20. Juni 2026", "on 20 June 2026"),
        ("de", "im März", "in March"),
        ("de", "vom 12. Juni", "of 12 June"),
        ("de", "bis zum 1. Juli 2026", "until 1 July 2026"),
        ("de", "vom 12. bis 30. Juni", "from 12 to 30 June"),
        ("de", "am 20.06.2026", "on 20 June 2026"),
        ("de", "am 20.6.", "on 20 June"),
        ("de", "Ende April 2026", "end of April 2026"),
        ("de", "zwischen dem 12. und dem 26. Juni", "from 12 to 26 June"),
        ("fr", "entre le 12 et le 26 juin 2026", "from 12 to 26 June 2026"),
        ("es", "entre el 12 y el 26 de junio", "from 12 to 26 June"),
        ("de", "ab Juli 2026", "since July 2026"),
        ("fr", "mi-juin", "mid June"),
        ("es", "a finales de julio", "end of July"),
        ("fr", "le 1er août 2026", "on 1 August 2026"),
        ("fr", "en février 2026", "in February 2026"),
        ("fr", "du 12 au 30 juin", "from 12 to 30 June"),
        ("fr", "jusqu'au 9 juillet", "until 9 July"),
        ("es", "el 20 de junio de 2026", "on 20 June 2026"),
        ("es", "en marzo de 2026", "in March 2026"),
        ("es", "antes del 12 de junio", "before 12 June"),
        ("pt", "em 20 de junho de 2026", "on 20 June 2026"),
        ("pt", "desde março", "since March"),
        ("it", "il 20 giugno 2026", "on 20 June 2026"),
        ("it", "a giugno 2026", "in June 2026"),
        ("it", "l'8 luglio", "on 8 July"),
        ("nl", "op 20 juni 2026", "on 20 June 2026"),
        ("nl", "vanaf mei", "since May"),
        ("pl", "20 czerwca 2026", "on 20 June 2026"),
        ("pl", "w czerwcu 2026", "in June 2026"),
        ("pl", "przed 1 lipca", "before 1 July"),
    ],
)
def test_a_date_is_put_in_english(language: str, written: str, english: str) -> None:
    match = dates_of(language).search(f"vega {written}?")
    assert match is not None
    assert f" {match[0]}?" == f" {written}?"
    assert in_english(match, language) == english


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("2026年6月20日谁可以使用", " on 20 June 2026 谁可以使用"),
        ("2026年6月12日的信", " of 12 June 2026 信"),
        ("截至2026年10月", " as of October 2026 "),
        ("截至2026年4月底", " as of end of April 2026 "),
        ("6月初", " in early June "),
        ("2026年7月9日之前", " before 9 July 2026 "),
        ("2026年1月1日に", " on 1 January 2026 に"),
        ("10月9日の要求", " of 9 October 要求"),
        ("6月", " in June "),
        ("去年6月", " in June last year "),
        ("昨年の6月", " in June last year "),
        ("6月12日至7月1日", " from 12 June to 1 July "),
        ("6月12日から7月1日まで", " from 12 June to 1 July "),
        ("6月45日", "6月45日"),
        ("13月", "13月"),
    ],
)
def test_a_chinese_or_japanese_date_is_put_in_english(written: str, english: str) -> None:
    assert asian_dates_in_english(written) == english


def test_one_date_to_another_is_a_range() -> None:
    assert with_ranges("of 12 June on 1 July 2026 who") == "from 12 June to 1 July 2026 who"
    assert with_ranges("the letter of 12 June") == "the letter of 12 June"


def test_the_number_of_a_version_is_no_day(real_index: Index) -> None:
    asked = analyse(real_index, "Wer konnte Fable 5 bis zum 9. Juli nutzen?", TODAY)
    assert asked.links.entries == ("claude-fable-5",)
    assert asked.days.asked == date(2026, 7, 9)
    for typed in ("who could use Fable 5 to 16 June 2026", "Fable 5 - 16 June 2026, open?"):
        assert analyse(real_index, typed, TODAY).days.mentioned == (date(2026, 6, 16),)


@pytest.mark.parametrize("language", ["de", "fr", "es", "pt", "it", "nl", "pl"])
def test_every_language_has_every_month(language: str) -> None:
    assert set(month_words(language).values()) == {name.casefold() for name in MONTH_NAMES}


@pytest.mark.parametrize(
    "typed",
    [
        "who could use Fable 5 on 20 June 2026?",
        "Wer durfte Fable 5 am 20. Juni 2026 nutzen?",
        "Qui pouvait utiliser Fable 5 le 20 juin 2026 ?",
        "¿Quién podía usar Fable 5 el 20 de junio de 2026?",
        "Quem podia usar o Fable 5 em 20 de junho de 2026?",
        "Chi poteva usare Fable 5 il 20 giugno 2026?",
        "Wie mocht Fable 5 gebruiken op 20 juni 2026?",
        "Kto mógł używać Fable 5 20 czerwca 2026?",
        "2026年6月20日谁可以使用Fable 5？",
        "2026年6月20日に誰がFable 5を使えましたか",
    ],
)
def test_what_held_on_a_day_is_told_in_every_language(real: Desk, typed: str) -> None:
    told = texts(real.questions.ask(real, typed))
    assert told
    assert told[0].startswith(SUSPENDED)
