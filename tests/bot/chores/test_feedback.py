"""`airules feedback` lists what people said of answers."""

from __future__ import annotations

from tests.bot.chores.conftest import Place


def test_nothing_was_said_yet(place: Place) -> None:
    assert place.airules("feedback") == (0, "Nobody has said anything of an answer yet.\n")


def test_what_was_said_is_listed_newest_first(place: Place) -> None:
    for words in ("who may use vega 5.1? remark:wrong", "when was heron 2 released?"):
        status, text = place.airules("feedback", words)
        assert (status, text[:19]) == (0, "Noted under number ")
    status, text = place.airules("feedback")
    assert status == 0
    first, second = (part.splitlines() for part in text.split("\n#"))
    assert first[0].endswith("ask: when was heron 2 released?")
    assert second[0].endswith("ask: who may use vega 5.1?")
    assert second[1] == "   remark: wrong"
    assert second[2].startswith("   answer: ")


def test_the_trace_is_told_where_it_is_asked_for(place: Place) -> None:
    place.airules("feedback", "who may use vega 5.1?")
    assert "words" not in place.airules("feedback")[1]
    assert "   words " in place.airules("feedback", "--trace")[1]
