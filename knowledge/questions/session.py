"""Questions on one base: what is made once for it, at the first question, and kept."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from knowledge.answers import Answer

if TYPE_CHECKING:
    from knowledge.desk import Desk
    from knowledge.questions.base.index import Index
    from knowledge.questions.reading.conversation import Conversations
    from knowledge.questions.understand import Trace
    from knowledge.questions.vectors.encoder import Encoder

# The modules that rank import numpy, which costs a tenth of a second, and all of them compile many
# patterns: a start need not wait for it.
# ruff: noqa: PLC0415


@dataclass(slots=True)
class Questions:
    """Answers questions; keeps the index of its base and what conversations were about."""

    _conversations: Conversations | None = None
    _base: tuple[Index, Encoder | None] | None = None

    def base(self, desk: Desk) -> tuple[Index, Encoder | None]:
        """The base laid out for ranking, and the encoder if its files are there."""
        if self._base is None:
            from knowledge.questions.base.kept_index import index_of
            from knowledge.questions.vectors.encoder import load_encoder

            encoder = load_encoder()
            self._base = (index_of(desk.store, desk.names, encoder), encoder)
            gc.collect()
            gc.freeze()  # the base stays: to look for garbage in it would take 40 ms now and then
        return self._base

    def ask(
        self, desk: Desk, question: str, as_of: date | None = None, conversation: str | None = None
    ) -> Answer:
        """The answer to a question as typed; never raises, whatever the text."""
        return self.explain(desk, question, as_of, conversation)[0]

    def explain(
        self, desk: Desk, question: str, as_of: date | None = None, conversation: str | None = None
    ) -> tuple[Answer, Trace]:
        """The answer with its trace: how the question was understood."""
        base = self.base(desk)
        from knowledge.questions.ask import Asked
        from knowledge.questions.reading.conversation import Conversations
        from knowledge.questions.twofold import explained

        if self._conversations is None:
            self._conversations = Conversations()
        asked = Asked(question, as_of, conversation)
        return explained(desk, base, self._conversations, asked)
