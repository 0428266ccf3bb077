"""The process that posts is killed in the middle of it: nothing is lost, nothing comes twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bench._fleet import Worker, worker
from tests.bench._killing import kill_often


@pytest.fixture(scope="module")
def victim() -> Iterator[Worker]:
    """A process of the bot's own parts, which can be started again and again."""
    with worker() as one:
        yield one


def test_kills_cost_no_post_and_double_none(victim: Worker) -> None:
    done = kill_often(victim, discord=250, slack=250, kills=5, lease=1.5)
    assert (done.kills, done.lost, done.doubled, done.stored) == (5, 0, 0, 500)


def test_the_same_kills_double_posts_where_they_have_no_keys(victim: Worker) -> None:
    done = kill_often(victim, discord=50, slack=50, kills=1, keys=False, lease=1.5)
    assert (done.kills, done.lost) == (1, 0)
    assert done.doubled > 0
