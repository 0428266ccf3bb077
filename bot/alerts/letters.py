"""The letters of announcements: what a delivery says, read once for all its channels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.alerts.failures import Owed
from bot.model import Delivery
from bot.reply import Reply
from bot.written import from_json

_KEPT = 256  # letters that are kept unfolded: one goes to many channels


class Letters:
    """The letters of what is on its way, read once however many channels get them."""

    def __init__(self) -> None:
        self.instance = ""
        self._texts: dict[int, tuple[str, str | None]] = {}
        self._replies: dict[tuple[int, bool], Reply] = {}

    def missing(self, owed: Iterable[Owed]) -> set[int]:
        """The announcements that have to be fetched."""
        return {one.announcement_id for one in owed} - self._texts.keys()

    def add(self, texts: Mapping[int, tuple[str, str | None]]) -> None:
        """Keep fetched ones, after letting the oldest go."""
        for old in list(self._texts)[: max(0, len(self._texts) - _KEPT)]:
            del self._texts[old]
            self._replies.pop((old, False), None)
            self._replies.pop((old, True), None)
        self._texts |= texts

    def delivery(self, owed: Owed) -> Delivery:
        """The post as its platform needs it; raises ValueError if its letter cannot be read."""
        line = owed.form == "line"
        return Delivery(
            id=f"{self.instance}-{owed.id}",
            channel=owed.channel,
            reply=self._reply(owed.announcement_id, line),
            number=owed.number,
            edits=owed.target if owed.form == "edit" else None,
            thread=owed.target if line else None,
            attempted_at=owed.attempted_at,
            plain=owed.plain,
        )

    def _reply(self, announcement: int, line: bool) -> Reply:
        key = (announcement, line)
        if key not in self._replies:
            text = self._texts[announcement][line]
            if text is None:
                raise ValueError("there is no letter for the line")
            self._replies[key] = from_json(text)
        return self._replies[key]
