"""No secret reaches the log, wherever in a record it stands."""

from __future__ import annotations

import logging

import pytest

from bot.logs import Masking, masked

# Put together here, so that nothing that looks like a token stands in the file.
SECRETS = [
    "xox" + "b-1234-5678-abcDEF",
    "xapp" + "-1-A012-345-abcdef",
    "xoxe" + ".xoxp-1-abc",
    "M" * 24 + "." + "G" * 6 + "." + "x" * 38,
    "T000/B000/" + "s3cr3t",
    "123456/" + "s3cr3t-token",
]


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        *((f"refused: {token} (401)", token) for token in SECRETS[:4]),
        (f"POST https://hooks.slack.com/{SECRETS[4]} failed", SECRETS[4]),
        (f"POST https://discord.com/api/webhooks/{SECRETS[5]} failed", SECRETS[5]),
        (f"POST /interactions/{SECRETS[5]}/callback", SECRETS[5]),
        ("wss://wss-primary.slack.com/link/?ticket=abc-1&app_id=2", "abc-1"),
        ("postgresql+psycopg://ann:s3cr3t@db/airules", "ann:s3cr3t"),
    ],
)
def test_a_secret_is_masked(text: str, secret: str) -> None:
    assert secret not in masked(text)
    assert "***" in masked(text)


def test_ordinary_words_stay() -> None:
    text = "reference 12AB: command 'who' failed at bot/router.py:54 (gpt-5.6, 2026-06-28 10:00:00)"
    assert masked(text) == text


def test_a_traceback_is_masked_too() -> None:
    record = logging.LogRecord("x", logging.ERROR, "x.py", 1, "token %s", (SECRETS[1],), None)
    record.exc_info = (ValueError, ValueError(SECRETS[0]), None)
    text = Masking("%(message)s").format(record)
    assert "ValueError" in text
    assert SECRETS[0] not in text
    assert SECRETS[1] not in text
