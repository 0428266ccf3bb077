"""What Discord demands of what is sent to it: its own contract, and what that leaves out."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

CONTRACT = "AIRULES_DISCORD_OPENAPI"  # the variable that tells where Discord's openapi.json is
Body = dict[str, Any]

_PATHS = (
    ("POST", r"/channels/\d+/messages", "/channels/{channel_id}/messages"),
    ("PATCH", r"/channels/\d+/messages/\d+", "/channels/{channel_id}/messages/{message_id}"),
    (
        "POST",
        r"/interactions/\d+/\w+/callback",
        "/interactions/{interaction_id}/{interaction_token}/callback",
    ),
    (
        "PATCH",
        r"/webhooks/\d+/\w+/messages/@original",
        "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
    ),
    ("POST", r"/webhooks/\d+/\w+", "/webhooks/{webhook_id}/{webhook_token}"),
    ("POST", r"/users/@me/channels", "/users/@me/channels"),
    ("PUT", r"/applications/\d+/commands", "/applications/{application_id}/commands"),
)
_MESSAGE_KEYS = {
    *("content", "components", "flags", "allowed_mentions", "nonce", "enforce_nonce", "tts"),
    *("message_reference", "embeds", "attachments"),
}
_NAME = re.compile(r"[-_'a-z0-9]{1,32}")
_V2, _EPHEMERAL = 1 << 15, 1 << 6


def breaches(method: str, path: str, body: Any, contract: bool = True) -> list[str]:
    """What is wrong with a request; requests without a body have nothing to be judged."""
    if body is None:
        return []
    known = next((p for m, pattern, p in _PATHS if m == method and re.fullmatch(pattern, path)), "")
    if not known:
        return [f"{method} {path} is no request that the bot makes"]
    errors = _contract_errors(method.lower(), known, body) if contract else ()
    found = [f"contract: {error}" for error in errors]
    if method == "PUT":
        return found + list(_commands(body))
    if path.endswith("/callback"):
        return found + list(_callback(body))
    if path == "/users/@me/channels":
        whole = body.keys() == {"recipient_id"} and str(body["recipient_id"]).isdecimal()
        return found if whole else [*found, f"{body} opens no chat with anybody"]
    return found + list(_message(body))


def has_contract() -> bool:
    """Whether Discord's contract is at hand."""
    return document() is not None


@cache
def document() -> Body | None:
    """Discord's contract, if the environment tells where it is."""
    path = os.environ.get(CONTRACT)
    if not path:
        return None
    read: Body = json.loads(Path(path).read_text(encoding="utf-8"))
    return read


@cache
def _validator(method: str, path: str) -> Draft202012Validator:
    whole = document()
    assert whole is not None
    content = whole["paths"][path][method]["requestBody"]["content"]
    schema = content["application/json"]["schema"]
    return Draft202012Validator({**schema, "components": whole["components"]})


def _contract_errors(method: str, path: str, body: Any) -> tuple[str, ...]:
    if not has_contract():
        return ()
    return _judged(method, path, json.dumps(_with_string_ids(body)))


@cache
def _judged(method: str, path: str, written: str) -> tuple[str, ...]:
    """What the contract finds; the same commands are sent by every test, and judged once."""
    errors = _validator(method, path).iter_errors(json.loads(written))
    return tuple(error.message[:300] for error in errors)


def _with_string_ids(body: Any) -> Any:
    """The library writes ids of a reference as numbers, which Discord takes as well."""
    if not isinstance(body, dict) or not body.get("message_reference"):
        return body
    reference = {
        key: str(value) if key.endswith("_id") else value
        for key, value in body["message_reference"].items()
    }
    return body | {"message_reference": reference}


def _message(body: Body) -> Iterator[str]:
    yield from (f"unknown key {key}" for key in body.keys() - _MESSAGE_KEYS)
    if body.get("content") or body.get("embeds"):
        yield "content and embeds cannot go with Components V2"
    if not body.get("flags", 0) & _V2:
        yield "the flag of Components V2 is missing"
    mentions = body.get("allowed_mentions")
    if mentions is None or mentions.get("parse") != [] or mentions.get("replied_user"):
        yield f"mentions are allowed: {mentions}"
    if "nonce" in body and not (len(str(body["nonce"])) <= 25 and body.get("enforce_nonce")):
        yield "the nonce is too long or not enforced"
    yield from _components(body.get("components") or [])


def _components(top: list[Body]) -> Iterator[str]:
    every = list(walk(top))
    if not top:
        yield "the message is empty"
    if len(every) > 40:
        yield f"{len(every)} components"
    texts = [each["content"] for each in every if each["type"] == 10]
    length = sum(len(text.encode("utf-16-le")) // 2 for text in texts)
    if length > 4_000:
        yield f"{length} characters of text"
    if any(not text.strip() for text in texts):
        yield "a text is blank"
    if not texts or top[0]["type"] != 10:
        yield "the first component is no text, so a notification shows nothing"
    ids = Counter(each["custom_id"] for each in every if "custom_id" in each)
    yield from (f"custom_id {name!r} {n} times" for name, n in ids.items() if n > 1)
    yield from (f"custom_id of {len(name)}" for name in ids if not 1 <= len(name) <= 100)
    for each in every:
        if each["type"] == 1 and not 1 <= len(each["components"]) <= 5:
            yield f"a row of {len(each['components'])} buttons"
        if each["type"] == 2 and not 1 <= len(each.get("label", "")) <= 80:
            yield f"a label of {len(each.get('label', ''))}"


def walk(components: list[Body]) -> Iterator[Body]:
    """Every component, on whatever level."""
    for each in components:
        yield each
        yield from walk(each.get("components") or [])


def _callback(body: Body) -> Iterator[str]:
    match body["type"]:
        case 5:
            if body.get("data") not in (None, {"flags": _EPHEMERAL}):
                yield f"an acknowledgement with {body['data']}"
        case 6:
            if body.get("data"):
                yield "an acknowledgement of a press carries something"
        case 8:
            choices = body["data"]["choices"]
            if len(choices) > 25:
                yield f"{len(choices)} names offered"
            for each in choices:
                if not all(1 <= len(each[key]) <= 100 for key in ("name", "value")):
                    yield f"a name of {len(each['name'])} characters offered"
        case other:
            yield f"an interaction answered by type {other}, not acknowledged first"


def _commands(body: list[Body]) -> Iterator[str]:
    names = Counter((each["name"], each.get("type", 1)) for each in body)
    yield from (f"command {name} twice" for name, n in names.items() if n > 1)
    for each in body:
        if each.get("type", 1) == 1:
            yield from _command(each)
            size = _written(each)
            if size > 8_000:
                yield f"{each['name']} takes {size} characters"


def _command(each: Mapping[str, Any]) -> Iterator[str]:
    name, options = each["name"], each.get("options", [])
    if not _NAME.fullmatch(name):
        yield f"the name {name!r}"
    if not 1 <= len(each.get("description", "")) <= 100:
        yield f"{name} is described in {len(each.get('description', ''))} characters"
    if len(options) > 25 or len(each.get("choices", [])) > 25:
        yield f"{name} has too many options or choices"
    if each.get("choices") and each.get("autocomplete"):
        yield f"{name} has choices and offers names"
    needed = [option.get("required", False) for option in options]
    if needed != sorted(needed, reverse=True):
        yield f"{name} has an option that is needed after one that is not"
    for option in options:
        yield from _command(option)


def _written(each: Mapping[str, Any]) -> int:
    own = len(each["name"]) + len(each.get("description", ""))
    own += sum(len(c["name"]) + len(str(c["value"])) for c in each.get("choices", []))
    return own + sum(_written(option) for option in each.get("options", []))
