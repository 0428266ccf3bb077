"""What comes over HTTP is let in when Slack signed it, and once; all else is 401."""

from __future__ import annotations

import json
import random
from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.adapters.slack.http import LARGEST, Door, HttpServer
from bot.adapters.slack.work import Work
from tests.bot.adapters.slack.bench import GIVE_UP
from tests.bot.adapters.slack.wires import asked, signed
from tests.bot.adapters.slack.workspace import NOW, SECRET

BODY = json.dumps({"type": "event_callback", "event": {"type": "x"}, "event_id": "E"}).encode()
STAMP = str(int(NOW))


class Taken(list[AsyncBoltRequest]):
    """What was let in."""

    def __init__(self) -> None:
        super().__init__()
        self.work = Work()

    async def dispatch(self, request: AsyncBoltRequest) -> BoltResponse:
        self.append(request)
        return BoltResponse(status=200, body="")


@pytest_asyncio.fixture
async def served() -> AsyncIterator[tuple[HttpServer, Taken]]:
    taken = Taken()
    server = HttpServer(0, Door(SECRET, lambda: NOW), taken.dispatch, taken.work)
    await server.start()
    try:
        yield server, taken
    finally:
        await server.stop()


def headers(body: bytes = BODY, stamp: str = STAMP) -> dict[str, str]:
    return signed(body, stamp) | {"Content-Type": "application/json"}


async def test_what_slack_signed_is_let_in_once(served: tuple[HttpServer, Taken]) -> None:
    server, taken = served
    assert (await asked(server.port, BODY, headers()))[0] == 200
    assert (await asked(server.port, BODY, headers()))[0] == 401
    assert (await asked(server.port, BODY, headers(stamp=str(int(NOW) + 1))))[0] == 200
    assert await taken.work.finish(GIVE_UP)
    assert len(taken) == 2


@pytest.mark.parametrize(
    ("age", "status"), [(299, 200), (300, 200), (301, 401), (-299, 200), (-301, 401)]
)
async def test_a_signature_holds_for_five_minutes(
    served: tuple[HttpServer, Taken], age: int, status: int
) -> None:
    stamp = str(int(NOW) - age)
    assert (await asked(served[0].port, BODY, headers(stamp=stamp)))[0] == status


async def test_a_replay_is_refused_as_long_as_its_signature_holds() -> None:
    now = [NOW]
    door = Door(SECRET, lambda: now[0])
    mark = signed(BODY, str(int(NOW) + 299))
    given_ = (mark["X-Slack-Request-Timestamp"], mark["X-Slack-Signature"], BODY)
    assert door.lets_in(*given_)
    for later in (1, 300, 598, 599, 600, 10_000):
        now[0] = NOW + later
        door.lets_in(str(int(now[0])), signed(b"", str(int(now[0])))["X-Slack-Signature"], b"")
        assert not door.lets_in(*given_)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"[]",
        b'"text"',
        b"{}",
        b'{"event": 7}',
        b'{"team": 7}',
        b'{"a":' * 3_000 + b"1" + b"}" * 3_000,
        b"payload=%7B",
        b"payload=7",
    ],
)
async def test_a_malformed_body_is_refused_though_it_is_signed(
    served: tuple[HttpServer, Taken], body: bytes
) -> None:
    status, text = await asked(served[0].port, body, headers(body))
    assert (status, text) == (401, "")
    assert await served[1].work.finish(GIVE_UP)
    assert served[1] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Request-Timestamp": "soon"},
        {"X-Slack-Request-Timestamp": STAMP, "X-Slack-Signature": "v0=\u00fc"},
    ],
)
async def test_malformed_headers_are_refused(
    served: tuple[HttpServer, Taken], wrong: dict[str, str]
) -> None:
    assert (await asked(served[0].port, BODY, wrong))[0] == 401


async def test_two_signatures_are_none(served: tuple[HttpServer, Taken]) -> None:
    pairs = [*headers().items(), ("X-Slack-Signature", "v0=other")]
    async with (
        aiohttp.ClientSession() as session,
        session.post(
            f"http://127.0.0.1:{served[0].port}/slack/events", data=BODY, headers=pairs
        ) as answer,
    ):
        assert answer.status == 401


async def test_a_huge_body_is_not_read(served: tuple[HttpServer, Taken]) -> None:
    body = b"x" * (LARGEST + 1)
    assert (await asked(served[0].port, body, headers(body)))[0] == 413
    assert served[1] == []


async def test_no_body_is_logged(
    served: tuple[HttpServer, Taken], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    await asked(served[0].port, b"secret-words", {"X-Slack-Signature": "v0=1"})
    await asked(served[0].port, b"secret-words=1", headers(b"secret-words=1"))
    assert "secret-words" not in caplog.text


_LIKE_A_HEADER = st.one_of(
    st.text(max_size=80),
    st.sampled_from([STAMP, "0", "-1", "1e9", "NaN", "९", "", "v0=", "v0=" + "a" * 64, "\x00"]),
    st.integers().map(str),
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_LIKE_A_HEADER, _LIKE_A_HEADER, st.binary(max_size=60))
@example(STAMP, "v0=\ud800", b"")
@example("\u0661\u0662", "v0=", b"\xff")
def test_whatever_the_headers_are_nothing_is_let_in_and_nothing_raised(
    stamp: str, signature: str, body: bytes
) -> None:
    assert Door(SECRET, lambda: NOW).lets_in(stamp, signature, body) is False


def test_ten_thousand_headers_are_all_refused() -> None:
    door = Door(SECRET, lambda: NOW)
    chance = random.Random(17)  # noqa: S311 (the same headers on every machine)
    right = signed(BODY, STAMP)["X-Slack-Signature"]
    signs = "v0=abcdef0123456789 -+.\x00\u0660\ud800é%\n"
    for _ in range(10_000):
        stamp = STAMP if chance.random() < 0.5 else "".join(chance.choices(signs, k=10))
        place = chance.randrange(len(right))
        near = right[:place] + chance.choice(signs) + right[place + 1 :]
        signature = near if chance.random() < 0.5 else "".join(chance.choices(signs, k=67))
        assert (stamp, signature) == (STAMP, right) or not door.lets_in(stamp, signature, BODY)


@settings(max_examples=50)
@given(st.binary(max_size=200), st.integers(0, 600), st.integers(1, 63))
def test_one_wrong_character_is_enough_to_be_refused(body: bytes, age: int, place: int) -> None:
    stamp = str(int(NOW) - age % 300)
    right = signed(body, stamp)["X-Slack-Signature"]
    wrong = right[: 3 + place] + ("0" if right[3 + place] != "0" else "1") + right[4 + place :]
    door = Door(SECRET, lambda: NOW)
    assert not door.lets_in(stamp, wrong, body)
    assert door.lets_in(stamp, right, body) is _is_text(body)
    assert not door.lets_in(stamp, right, body + b"x")


def _is_text(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:  # the library signs text only
        return False
    return True
