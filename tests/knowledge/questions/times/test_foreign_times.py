"""Times by today, in nine languages, become English ones."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.questions.base.index import Index
from knowledge.questions.reading.analyse import analyse
from knowledge.questions.times.foreign_times import asian_times_in_english, times_in_english
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("language", "written", "english"),
    [
        ("de", "vor fünf Monaten", "5 months ago"),
        ("de", "vor einem Jahr", "1 year ago"),
        ("de", "vor 10 Tagen", "10 days ago"),
        ("de", "letzte Woche", "last week"),
        ("de", "letztes Jahr", "last year"),
        ("de", "vorigen Monat", "last month"),
        ("fr", "il y a deux semaines", "2 weeks ago"),
        ("fr", "le mois dernier", "last month"),
        ("fr", "hier", "yesterday"),
        ("fr", "l'année dernière", "last year"),
        ("es", "hace tres días", "3 days ago"),
        ("es", "el año pasado", "last year"),
        ("es", "ayer", "yesterday"),
        ("pt", "há um ano", "1 year ago"),
        ("pt", "ontem", "yesterday"),
        ("it", "due settimane fa", "2 weeks ago"),
        ("it", "l'anno scorso", "last year"),
        ("nl", "drie weken geleden", "3 weeks ago"),
        ("nl", "vorige maand", "last month"),
        ("nl", "vorig jaar", "last year"),
        ("pl", "pięć miesięcy temu", "5 months ago"),
        ("pl", "w zeszłym roku", "last year"),
        ("pl", "rok temu", "1 year ago"),
        ("pl", "miesiąc temu", "1 month ago"),
        ("de", "vorgestern", "the day before yesterday"),
        ("fr", "avant-hier", "the day before yesterday"),
        ("it", "l'altro ieri", "the day before yesterday"),
        ("de", "im Juni des letzten Jahres", "im Juni last year"),
        ("es", "en junio del año pasado", "en junio last year"),
        ("de", "am Freitag", "on friday"),
        ("de", "vor Montag", "before monday"),
        ("de", "bis Freitag", "until friday"),
        ("de", "ab Montag", "since monday"),
        ("nl", "tot vrijdag", "until friday"),
        ("pl", "do piątku", "until friday"),
        ("de", "seit Montag", "since monday"),
        ("de", "im Sommer", "in summer"),
        ("fr", "depuis lundi", "since monday"),
        ("fr", "en hiver", "in winter"),
        ("fr", "l'été", "in summer"),
        ("fr", "a été suspendu", "a été suspendu"),
        ("es", "el martes", "on tuesday"),
        ("pt", "na quarta-feira", "on wednesday"),
        ("it", "in primavera", "in spring"),
        ("nl", "op zondag", "on sunday"),
        ("pl", "w piątek", "on friday"),
        ("pl", "zimą", "in winter"),
    ],
)
def test_a_time_is_put_in_english(language: str, written: str, english: str) -> None:
    assert times_in_english(f"vega {written}?", language) == f"vega {english}?"


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("昨天", " yesterday "),
        ("先週", " last week "),
        ("上个月", " last month "),
        ("去年", " last year "),
        ("上周五", " last week "),
        ("上周日", " last week "),
        ("上周日本", " last week 日本"),
        ("五个月前", " 5 months ago "),
        ("3日前", " 3 days ago "),
        ("二週間前", " 2 weeks ago "),
        ("一年前", " 1 year ago "),
        ("半年前", " half a year ago "),
        ("前天", " the day before yesterday "),
        ("金曜日", " on friday "),
        ("先週の月曜日", " last week "),
        ("冬天", " in winter "),
    ],
)
def test_a_chinese_or_japanese_time_is_put_in_english(written: str, english: str) -> None:
    assert asian_times_in_english(written) == english


@pytest.mark.parametrize(
    "typed",
    [
        "Wer konnte Fable 5 vor fünf Monaten nutzen?",
        "Qui pouvait utiliser Fable 5 il y a cinq mois ?",
        "¿Quién podía usar Fable 5 hace 5 meses?",
        "Quem podia usar Fable 5 há cinco meses?",
        "五个月前谁可以使用Fable 5？",
        "5か月前、誰がFable 5を使えましたか",
        "chi poteva usare Fable 5 cinque mesi fa",
        "wie mocht Fable 5 vijf maanden geleden gebruiken",
        "kto mógł używać Fable 5 pięć miesięcy temu",
    ],
)
def test_a_question_is_about_that_day_in_every_language(real_index: Index, typed: str) -> None:
    assert analyse(real_index, typed, TODAY).days.asked == date(2026, 6, 24)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("Quem podia usar Fable 5 há um mês?", date(2026, 10, 22)),
        ("Wer konnte Fable 5 vor einem Monat nutzen?", date(2026, 10, 22)),
        ("Chi poteva usare Fable 5 lunedì?", date(2026, 11, 16)),
        ("Wer konnte Fable 5 Montag nutzen?", date(2026, 11, 16)),
        ("qui pouvait utiliser Fable 5 lundi ?", date(2026, 11, 16)),
    ],
)
def test_a_time_leaves_the_number_before_it_alone(real_index: Index, typed: str, day: date) -> None:
    found = analyse(real_index, typed, TODAY)
    assert found.days.asked == day
    assert found.links.entries == ("claude-fable-5",)
