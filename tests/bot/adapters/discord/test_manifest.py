"""The link that adds the bot."""

from __future__ import annotations

import base64
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.adapters.discord.manifest import application_of, invitation
from bot.settings import Secret
from tests.bot.adapters.discord.rules import CONTRACT, has_contract


def token_of(application: str) -> str:
    first = base64.urlsafe_b64encode(application.encode()).decode().rstrip("=")
    return f"{first}.middle.secret"


def test_the_link_names_scopes_permissions_and_the_application() -> None:
    written = invitation(token_of("1234567890"))
    query = parse_qs(urlsplit(written.splitlines()[0]).query)
    assert query["scope"] == ["bot applications.commands"]
    assert query["client_id"] == ["1234567890"]
    assert int(query["permissions"][0]) == 1 << 10 | 1 << 11 | 1 << 16 | 1 << 38
    assert "secret" not in written


def test_every_permission_has_its_reason() -> None:
    reasons = [line for line in invitation().splitlines() if line.startswith("- ")]
    assert len(reasons) == 4
    assert all(": to " in line for line in reasons)


@pytest.mark.parametrize("token", [None, "", "not base64!", "YWJj.b.c", repr(Secret("x"))])
def test_without_a_token_the_application_is_left_to_fill_in(token: str | None) -> None:
    assert application_of(token) is None
    assert "client_id=YOUR_APPLICATION_ID" in invitation(token)


def test_discords_own_contract_is_at_hand() -> None:
    """Where it is not, what the bot sends is judged by our own rules alone."""
    if not has_contract():
        pytest.skip(f"{CONTRACT} does not name the file of Discord's OpenAPI")
