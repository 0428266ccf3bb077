"""What a delivery says: the letter of its announcement, read once for all its channels."""

from __future__ import annotations

import pytest

from bot.alerts.letters import Letters
from bot.reply import Note
from tests.bot.alerts.owing import a_letter, as_letter
from tests.bot.alerts.test_failures import OWED


def test_the_channels_running_number_stands_under_the_post() -> None:
    letters = Letters()
    letters.add({1: (as_letter("The post."), None)})
    post = letters.delivery(OWED._replace(number=12))
    assert post.numbered.blocks == (*post.reply.blocks, Note(("Alert 12 in this channel",)))
    assert letters.delivery(OWED._replace(number=None)).numbered == a_letter("The post.")


def test_a_letter_is_one_object_for_all_channels() -> None:
    letters = Letters()
    letters.add({1: (as_letter("The post."), None)})
    one, other = (letters.delivery(OWED._replace(id=n, number=n)) for n in (1, 2))
    assert one.reply is other.reply


def test_a_delivery_says_what_its_form_is_for() -> None:
    letters = Letters()
    letters.instance = "ab12"
    letters.add({1: (as_letter("The post."), as_letter("The line."))})
    post = letters.delivery(OWED)
    assert (post.id, post.reply.headline) == ("ab12-7", "The post.")
    assert (post.edits, post.thread) == (None, None)
    edit = letters.delivery(OWED._replace(form="edit", target="M1", number=None))
    assert (edit.reply, edit.edits, edit.thread) == (a_letter("The post."), "M1", None)
    line = letters.delivery(OWED._replace(form="line", target="M1", number=None))
    assert (line.reply, line.edits, line.thread) == (a_letter("The line."), None, "M1")


def test_letters_are_fetched_once_and_not_kept_for_ever() -> None:
    letters = Letters()
    letters.add({n: (as_letter(str(n)), None) for n in range(300)})
    assert letters.missing([OWED._replace(announcement_id=299)]) == set()
    letters.add({300: (as_letter("300"), None)})
    assert letters.missing([OWED._replace(announcement_id=n) for n in (0, 300)]) == {0}
    assert letters.delivery(OWED._replace(announcement_id=300)).reply.headline == "300"


def test_a_line_that_was_never_written_cannot_be_posted() -> None:
    letters = Letters()
    letters.add({1: (as_letter("The post."), None)})
    with pytest.raises(ValueError, match="no letter"):
        letters.delivery(OWED._replace(form="line", target="M1"))
