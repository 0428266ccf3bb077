"""What tests of questions share: the made-up base and the real one, laid out once for a run."""

from __future__ import annotations

import pytest

from knowledge.desk import Desk
from knowledge.names import Names
from knowledge.questions.base.index import Index
from knowledge.questions.vectors import encoder as encoders
from knowledge.questions.vectors.encoder import Encoder
from knowledge.store import Store
from tests.conftest import TODAY


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The encoder; its files come with a package that the bot needs."""
    found = encoders.load_encoder()
    assert found is not None
    return found


@pytest.fixture(scope="session")
def sample(_built: Store) -> Desk:
    """The made-up base, for questions that only read."""
    return Desk(_built, Names(_built), TODAY)


@pytest.fixture(scope="session")
def index(sample: Desk) -> Index:
    """The made-up base laid out for ranking."""
    return sample.questions.base(sample)[0]


@pytest.fixture(scope="session")
def real(real_store: Store) -> Desk:
    """The real base as it is asked on 21 November 2026."""
    return Desk(real_store, Names(real_store), TODAY)


@pytest.fixture(scope="session")
def real_index(real: Desk) -> Index:
    """The real base laid out for ranking."""
    return real.questions.base(real)[0]
