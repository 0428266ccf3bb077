"""From a folder to the store: what changed is written once, with its row in the change log."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from knowledge import ingest
from knowledge.changes import ChangeKind, Difference
from knowledge.ingest import Ingested, decide, ingest_folder
from knowledge.sources.files import read_folder
from knowledge.store import Store
from knowledge.vocabulary import Kind
from tests.knowledge.editing import HERON, LATER, ORDER, SIGNED, again, contents, edit, take_out
from tests.knowledge.making import directive, model


def test_the_decision_looks_at_nothing_but_two_versions() -> None:
    assert decide(None, None) is None
    assert decide(directive(), directive()) is None
    added, withdrawn = decide(directive(), None), decide(None, directive())
    amended = decide(directive(title="Order"), directive())
    assert added
    assert withdrawn
    assert amended
    kinds = [decision.kind for decision in (added, amended, withdrawn)]
    assert kinds == list(ChangeKind)
    assert amended.entry.title == "Order"
    assert [difference.part for difference in amended.differences] == ["header"]


def test_an_entry_may_become_another_kind() -> None:
    decision = decide(directive(), model(id="lamp-order"))
    assert decision
    assert decision.kind is ChangeKind.AMENDED


def test_everything_is_new_to_an_empty_store(store: Store) -> None:
    assert {change.entry for change in store.changes()} == set(store.ids())
    assert {change.kind for change in store.changes()} == {ChangeKind.ADDED}


@pytest.mark.parametrize("forget", [False, True], ids=["files unchanged", "files read again"])
def test_a_second_run_changes_nothing(store: Store, folder: Path, *, forget: bool) -> None:
    if forget:
        store.set("fingerprint", "another")
    before = contents(store)
    done, changes = again(store, folder)
    assert (done, changes) == (Ingested((), ()), [])
    assert contents(store) == before


def test_files_that_did_not_change_are_not_read_again(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise AssertionError("the files were read again")

    monkeypatch.setattr(ingest, "read_folder", refuse)
    assert ingest_folder(store, folder) == Ingested((), ())


def test_an_edited_statement_is_one_change_that_names_it(store: Store, folder: Path) -> None:
    edit(folder / HERON, "no rule on who may use it is known", "no rule bars anybody")
    done, changes = again(store, folder)
    before = "Everyone can download and run Heron 2; no rule on who may use it is known."
    after = "Everyone can download and run Heron 2; no rule bars anybody."
    assert done.problems == ()
    (change,) = changes
    assert (change.kind, change.entry, change.entry_kind) == (
        ChangeKind.AMENDED,
        "heron-2",
        Kind.MODEL,
    )
    assert (change.title, change.at) == ("Heron 2", LATER)
    told = Difference(part="access", before=before, after=after, wording=True)
    assert change.differences == (told,)
    heron = store.entry("heron-2")
    assert heron is not None
    assert heron.statements[2].text == after


def test_other_questions_are_kept_without_a_change_of_the_entry(store: Store, folder: Path) -> None:
    def asked() -> list[str]:
        kept = (question for some in store.asked().values() for question in some)
        return [question for question in kept if "Heron" in question]

    for question in ("who can get Heron 2?", "is Heron 2 free for all?"):
        old = re.search(r"(asked = .*\n)?who =", (folder / HERON).read_text(encoding="utf-8"))
        assert old
        edit(folder / HERON, old[0], f'asked = ["{question}"]\nwho =')
        done, changes = again(store, folder)
        assert (done.problems, changes) == ((), [])
        assert asked() == [question]


def test_the_questions_of_a_statement_that_went_are_remembered(store: Store, folder: Path) -> None:
    assert store.withdrawn() == {}
    gone = take_out(folder / ORDER, "asked = ")
    done, _ = again(store, folder)
    assert done.problems == ()
    assert store.withdrawn() == dict.fromkeys(SIGNED, LATER.date())
    path = folder / ORDER
    path.write_text(path.read_text(encoding="utf-8") + gone, encoding="utf-8")
    again(store, folder)
    assert store.withdrawn() == {}


def test_a_question_that_another_statement_keeps_is_not_withdrawn(
    store: Store, folder: Path
) -> None:
    take_out(folder / ORDER, "asked = ")
    edit(folder / HERON, "who =", f'asked = ["{SIGNED[0]}"]\nwho =')
    again(store, folder)
    assert store.withdrawn().keys() == {*SIGNED[1:]}


def test_an_edited_statement_withdraws_nothing(store: Store, folder: Path) -> None:
    edit(folder / ORDER, f', "{SIGNED[1]}"', "")
    edit(folder / ORDER, "Executive Order 15001 was signed on 2", "EO 15001 was signed on 2")
    again(store, folder)
    assert store.withdrawn() == {}


def test_an_entry_that_went_leaves_its_questions_behind(store: Store, folder: Path) -> None:
    path = folder / "quotes/voss-test-for-a-month.toml"
    edit(path, "venue =", 'asked = ["Voss on tests"]\nvenue =')
    again(store, folder)
    path.unlink()
    again(store, folder)
    assert store.withdrawn() == {"Voss on tests": LATER.date()}


def test_an_edited_quote_changes_its_words_and_nothing_else(store: Store, folder: Path) -> None:
    edit(folder / "quotes/voss-test-for-a-month.toml", "announcement of", "post of")
    _, (change,) = again(store, folder)
    assert [difference.part for difference in change.differences] == ["header", "quote"]
    edit(folder / "quotes/hale-leak-is-closed.toml", "on about 4 August", "on 4 August")
    _, (change,) = again(store, folder)
    assert [difference.part for difference in change.differences] == ["response"]


def test_reordered_added_and_removed_statements_are_amendments(store: Store, folder: Path) -> None:
    path = folder / HERON
    head, *statements = re.split(r"(?=\[\[statement\]\])", path.read_text(encoding="utf-8"))
    path.write_text("".join([head, *reversed(statements)]), encoding="utf-8")
    _, (change,) = again(store, folder)
    assert [difference.part for difference in change.differences] == ["header"]
    path.write_text("".join([head, *reversed(statements[:-1])]), encoding="utf-8")
    _, (change,) = again(store, folder)
    assert change.differences == (
        Difference(part="price", before="Heron 2 costs nothing to download.", after=None),
    )
    path.write_text("".join([head, *reversed(statements)]), encoding="utf-8")
    _, (change,) = again(store, folder)
    assert [(d.before, d.after) for d in change.differences] == [
        (None, "Heron 2 costs nothing to download.")
    ]


def test_a_new_file_is_one_added_entry(store: Store, folder: Path) -> None:
    text = (folder / HERON).read_text(encoding="utf-8").replace("Heron 2", "Heron 3")
    text = text.replace('"heron-2"', '"heron-3"').replace('"Heron"', '"Third Heron"')
    (folder / "models/heron-3.toml").write_text(text, encoding="utf-8")
    _, (change,) = again(store, folder)
    assert (change.kind, change.entry) == (ChangeKind.ADDED, "heron-3")
    assert "heron-3" in store.ids(Kind.MODEL)


def test_a_removed_file_is_withdrawn_and_its_title_is_still_told(
    store: Store, folder: Path
) -> None:
    (folder / "quotes/voss-test-for-a-month.toml").unlink()
    _, (change,) = again(store, folder)
    assert (change.kind, change.entry) == (ChangeKind.WITHDRAWN, "voss-test-for-a-month")
    assert change.title == "Mara Voss on testing before release"
    assert store.entry("voss-test-for-a-month") is None


def test_an_entry_that_was_withdrawn_may_come_back(store: Store, folder: Path) -> None:
    path = folder / "quotes/voss-test-for-a-month.toml"
    text = path.read_text(encoding="utf-8")
    path.unlink()
    again(store, folder)
    path.write_text(text, encoding="utf-8")
    _, (change,) = again(store, folder)
    assert (change.kind, change.entry) == (ChangeKind.ADDED, "voss-test-for-a-month")


def test_two_entries_that_name_each_other_can_go_together(store: Store, folder: Path) -> None:
    text = (folder / HERON).read_text(encoding="utf-8").replace("Heron 2", "Heron 4")
    for mine, other in (("heron-4a", "heron-4b"), ("heron-4b", "heron-4a")):
        new = text.replace('"heron-2"', f'"{mine}"').replace('"corvid-ai"]', f'"{other}"]')
        new = re.sub(r"aliases = .*\n", "", new)
        (folder / f"models/{mine}.toml").write_text(new, encoding="utf-8")
    done, _ = again(store, folder)
    assert {decision.entry.id for decision in done.decisions} == {"heron-4a", "heron-4b"}
    for name in ("heron-4a", "heron-4b"):
        (folder / f"models/{name}.toml").unlink()
    done, changes = again(store, folder)
    assert done.problems == ()
    assert {(c.kind, c.entry) for c in changes} == {
        (ChangeKind.WITHDRAWN, "heron-4a"),
        (ChangeKind.WITHDRAWN, "heron-4b"),
    }
    assert len(store.ids()) == 15


def test_changed_sources_are_stored_without_a_change_of_entries(store: Store, folder: Path) -> None:
    edit(folder / "sources.toml", 'title = "SB 990 tracker"', 'title = "SB 990 watch"')
    edit(folder / "sources.toml", '"2026-11-01"', '"2026-11-04"')
    _, changes = again(store, folder)
    assert changes == []
    assert store.sources()["rule-watch-sb-990"].title == "SB 990 watch"
    assert store.checked_to() == date(2026, 11, 4)


def test_a_source_that_nobody_cites_any_longer_can_go_with_its_last_citation(
    store: Store, folder: Path
) -> None:
    edit(folder / HERON, '"forum-2026-06-heron", ', "")
    text = (folder / "sources.toml").read_text(encoding="utf-8")
    (folder / "sources.toml").write_text(text[: text.rindex("[[source]]")], encoding="utf-8")
    done, changes = again(store, folder)
    assert done.problems == ()
    assert [change.entry for change in changes] == ["heron-2"]
    assert "forum-2026-06-heron" not in store.sources()


def test_the_change_log_only_grows(store: Store, folder: Path) -> None:
    before = store.changes()
    (folder / "quotes/voss-test-for-a-month.toml").unlink()
    again(store, folder)
    edit(folder / HERON, "anybody can download", "all can download")
    again(store, folder)
    after = store.changes()
    assert after[: len(before)] == before
    assert [change.kind for change in after[-2:]] == [ChangeKind.WITHDRAWN, ChangeKind.AMENDED]
    numbers = [change.sequence for change in after]
    assert numbers == sorted(set(numbers))


def test_a_change_without_a_time_given_happened_now(store: Store, folder: Path) -> None:
    (folder / "quotes/voss-test-for-a-month.toml").unlink()
    before = datetime.now(UTC)
    ingest.ingest(store, read_folder(folder))
    assert before <= store.changes()[-1].at <= datetime.now(UTC)


def test_the_fingerprint_follows_names_and_contents(folder: Path, tmp_path: Path) -> None:
    marks = [ingest.fingerprint(folder)]
    edit(folder / HERON, "Heron", "Herom")
    marks.append(ingest.fingerprint(folder))
    (folder / HERON).rename(folder / "models/heron-3.toml")
    marks.append(ingest.fingerprint(folder))
    assert len(set(marks)) == 3
    assert ingest.fingerprint(folder) == marks[-1]
