"""Who imports whom: the arrows of the tree, which point down."""

from __future__ import annotations

from fnmatch import fnmatch

from tests.modules import OURS, ROOT, modules, seen

CHATS = {"discord", "prompt_toolkit", "rich", "slack_bolt", "slack_sdk"}
ONLY_ADAPTERS = "bot/adapters/"

# An arrow that must not be: what stands left never imports what stands right.
FORBIDDEN = {
    "knowledge/*": {"asyncio", "bot", *CHATS},
    "knowledge/dates.py": {"knowledge"},
    "knowledge/vocabulary.py": {"knowledge"},
    "knowledge/queries.py": {"knowledge.ingest", "knowledge.writer", "knowledge.sources"},
    "knowledge/lists.py": {"knowledge.ingest", "knowledge.writer", "knowledge.sources"},
    "knowledge/answers.py": {"knowledge.ingest", "knowledge.writer", "knowledge.sources"},
    "knowledge/store.py": {"knowledge.ingest", "knowledge.writer", "knowledge.queries"},
    "bot/reply.py": {"bot", "knowledge"},
    "bot/errors.py": {"bot.commands", "bot.router", "bot.adapters", "bot.cards", "knowledge"},
    "bot/model.py": {"bot.commands", "bot.router", "bot.adapters", "bot.cards"},
    "bot/cards.py": {"bot.commands", "bot.router", "bot.adapters"},
    "bot/citations.py": {"bot.commands", "bot.router", "bot.adapters", "bot.cards"},
    "bot/router.py": {"bot.adapters", "bot.settings", "bot.__main__"},
    "bot/commands/*": {"bot.adapters", "bot.settings", "bot.__main__"},
    "bot/alerts/*": {"bot.commands", "bot.router", "bot.adapters", "bot.settings", "bot.__main__"},
    "bot/adapters/*": {"bot.commands", "bot.settings", "bot.__main__"},
    "bot/adapters/console/*": {"bot.adapters.discord", "bot.adapters.slack"},
    "bot/adapters/discord/*": {"bot.adapters.console", "bot.adapters.slack"},
    "bot/adapters/slack/*": {"bot.adapters.console", "bot.adapters.discord"},
}

# The rooms of `knowledge/questions`, from the lowest: none imports one that stands after it. What
# stands beside them uses them all; of them only the last, which learns, uses that in turn.
ROOMS = (
    "times",
    "vectors",
    "language",
    "asking",
    "base",
    "reading",
    "ranking",
    "composing",
    "queries",
    "deciding",
    "learning",
)


def test_every_arrow_of_import_points_down() -> None:
    wrong = {
        (module, pattern): seen(module).imports & names
        for module in OURS
        for pattern, names in FORBIDDEN.items()
        if fnmatch(module, pattern)
    }
    assert {where: names for where, names in wrong.items() if names} == {}


def test_every_room_of_questions_imports_only_rooms_below_it() -> None:
    package = "knowledge.questions"
    beside = {file.stem for file in (ROOT / "knowledge/questions").glob("[!_]*.py")}
    wrong = {
        (module, name)
        for number, room in enumerate(ROOMS)
        for module in modules(f"knowledge/questions/{room}")
        for above in {*ROOMS[number + 1 :], *(beside if room != ROOMS[-1] else ())}
        if (name := f"{package}.{above}") in seen(module).imports
    }
    assert wrong == set()


def test_no_answer_needs_anything_that_learns() -> None:
    learning = "knowledge.questions.learning"
    outside = (m for m in OURS if not m.startswith("knowledge/questions/learning/"))
    users = {m for m in outside if learning in seen(m).imports}
    assert users == {"knowledge/__main__.py"}


def test_the_rooms_of_questions_are_all_there_are() -> None:
    folders = {file.parent.name for file in (ROOT / "knowledge/questions").glob("*/*.py")}
    assert folders == set(ROOMS)


def test_every_rule_of_import_names_modules_that_are_there() -> None:
    assert [pattern for pattern in FORBIDDEN if not any(fnmatch(m, pattern) for m in OURS)] == []


def test_the_nouns_of_the_field_rest_on_dates_and_vocabulary_only() -> None:
    parts = {name for name in seen("knowledge/model.py").imports if name.startswith("knowledge.")}
    direct = {name for name in parts if name.count(".") == 1}
    assert direct == {"knowledge.dates", "knowledge.vocabulary"}


def test_only_the_adapters_import_a_chats_library() -> None:
    elsewhere = (module for module in OURS if not module.startswith(ONLY_ADAPTERS))
    assert [module for module in elsewhere if seen(module).imports & CHATS] == []
