"""Languages: cue words of nine of them become English ones, and English is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions.language.cues import CUES
from knowledge.questions.language.languages import translate_cues
from knowledge.questions.language.terms import TERMS
from knowledge.words import COMMON, words

FOREIGN = [
    ("de", "Wer darf Vega 5 nutzen?", {"who", "may", "use"}),
    ("de", "Wann wurde es unterzeichnet und warum?", {"when", "signed", "why"}),
    ("de", "Welche Frist gilt für Unternehmen?", {"which", "deadline", "applies", "companies"}),
    ("fr", "Qui peut utiliser Vega 5 ?", {"who", "can", "use"}),
    ("fr", "Quand et pourquoi la loi est en vigueur ?", {"when", "why", "law", "force"}),
    ("fr", "Combien coûte l'amende pour les entreprises", {"how", "many", "fine"}),
    ("es", "¿Quién puede usar Vega 5?", {"who", "can", "use"}),
    ("es", "¿Cuándo se firmó la orden y cuál es la multa?", {"when", "signed", "which", "fine"}),
    ("pt", "Quem pode usar o Vega 5 e quando?", {"who", "can", "use", "when"}),
    ("it", "Chi può utilizzare Vega 5 e perché?", {"who", "can", "use", "why"}),
    ("it", "Quando è il termine, e quale sanzione?", {"when", "which", "penalty"}),
    ("nl", "Wie mag Vega 5 gebruiken en waarom?", {"who", "may", "use", "why"}),
    ("nl", "Hoeveel boete en wanneer?", {"how", "many", "fine", "when"}),
    ("pl", "Kto może używać Vega 5?", {"who", "can", "use"}),
    ("pl", "Kiedy podpisano ustawa i dlaczego?", {"when", "signed", "law", "why"}),
    ("zh", "谁可以使用 Vega 5？", {"who", "can", "use"}),
    ("zh", "什么时候生效，罚款多少", {"when", "force", "fine"}),
    ("nl", "Wanneer ging SB 990 in?", {"when"}),
    ("pl", "Kto podpisał Vega 5?", {"who", "signed"}),
    ("de", "Wer hat Vega 5 unterzeichnett?", {"who", "signed"}),
    ("fr", "Pourquoi Vega 5 a été désactivéé ?", {"why", "switched", "off"}),
    ("ja", "Vega 5 を使えるのは誰ですか", {"who"}),
    ("ja", "いつ施行、なぜ", {"when", "force", "why"}),
    ("zh", "生成式人工智能服务管理暂行办法何时生效", {"china", "generative", "measures", "force"}),
    ("zh", "算法备案是什么", {"algorithm", "filing"}),
    ("ja", "推進法の罰則は", {"promotion", "act"}),
    ("de", "Was verlangt Kaliforniens AB 2013?", {"what", "require", "california", "ab"}),
    ("fr", "l'évaluation du Commerce a-t-elle été publiée", {"evaluation", "publish"}),
    ("es", "con cuántos socios empezó Project Glasswing", {"how", "many", "partners"}),
    ("pt", "As diretrizes da Índia são obrigatórias?", {"guidelines", "india", "mandatory"}),
    ("it", "SB 53 è vincolante o volontaria?", {"mandatory", "voluntary"}),
    ("nl", "is RAISE een vrijwillige code of bindende wet", {"voluntary", "binding", "law"}),
    ("pl", "jaka jest maksymalna grzywna według kalifornijskiej ustawy", {"fine", "california"}),
    ("zh", "水印规定是什么", {"watermark", "require"}),
    ("ja", "未成年者の透かし", {"minors", "watermark"}),
]


@pytest.mark.parametrize(
    ("language", "typed", "cues"), FOREIGN, ids=[ascii(typed)[:24] for _, typed, _ in FOREIGN]
)
def test_cue_words_become_english_ones(language: str, typed: str, cues: set[str]) -> None:
    turned = translate_cues(typed)
    assert turned.language == language
    assert cues <= set(words(turned.text))


@pytest.mark.parametrize(
    ("language", "typed"), [(one, typed) for one, typed, _ in FOREIGN if "Vega 5" in typed]
)
def test_names_and_numbers_stay_as_they_are(language: str, typed: str) -> None:
    assert "vega 5" in translate_cues(typed).text.casefold()


@pytest.mark.parametrize(
    "typed",
    [
        "who may use vega 5?",
        "what is the penalty under california sb 990",
        "whn was teh letter singed and why",
        "who die he sign it for, and was it an order",
        "was the model come as a sanction",
        "is the fine a fine",
        "no, i do as i do",
        "El Paso case: who signed it",
        "de minimis rule",
        "incident reports, export controls and audits",
        "is there a land rule on signers",
        "price of vega 5 per token",
        "",
        "5.6",
        "🦜",
    ],
)
def test_english_is_left_alone(typed: str) -> None:
    turned = translate_cues(typed)
    assert turned.text == typed
    assert turned.language is None
    assert turned.note == ""


@pytest.mark.parametrize("language", CUES)
def test_a_term_is_no_cue_and_is_told_once(language: str) -> None:
    terms = [pair.split("=", 1)[0] for pair in TERMS[language].split()]
    assert len(terms) == len({*terms})
    assert {*terms}.isdisjoint(pair.split("=", 1)[0] for pair in CUES[language].split())
    assert COMMON.isdisjoint(terms)


def test_every_language_has_a_note_of_its_own_words() -> None:
    notes = {translate_cues(typed).language: translate_cues(typed).note for _, typed, _ in FOREIGN}
    assert set(notes) == {"de", "fr", "es", "pt", "it", "nl", "pl", "zh", "ja"}
    assert all(notes.values())
    assert len(set(notes.values())) == 9


@given(st.text())
def test_no_text_is_too_odd(typed: str) -> None:
    assert translate_cues(typed).note is not None


@given(st.text(alphabet="谁可以使用罚款いつ施行ですカ 5a", max_size=200))
def test_any_chinese_or_japanese_becomes_english_cues_only(typed: str) -> None:
    assert all(c.isascii() for c in translate_cues(typed).text)
