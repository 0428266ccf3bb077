"""The environment, typed; every variable stands in .env.example too.

Plain dataclasses rather than pydantic-settings: that took half of the time to the first prompt.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_data_path

from bot.errors import SetupError

SLACK_API = "https://slack.com/api/"
DISCORD_API = "https://discord.com/api/v10"
DISCORD_GATEWAY = "wss://gateway.discord.gg/"
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_DRIVERS = ("sqlite+aiosqlite://", "postgresql+psycopg://")
_USER = re.compile(r"[UW][A-Z0-9]{2,20}")
ENTRIES = Path(__file__).parent.parent / "knowledge" / "entries"


class Secret:
    """A token: whoever needs its value asks for it by name, and nothing else prints it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The token itself, for the chat's own library."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(…)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._value == other._value

    def __hash__(self) -> int:
        return hash(self._value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What whoever runs the bot may set: a field for each variable, in small letters."""

    discord_token: Secret | None
    slack_bot_token: Secret | None
    slack_app_token: Secret | None
    slack_signing_secret: Secret | None
    slack_port: int
    slack_alert_managers: str
    slack_api_url: str
    discord_api_url: str
    discord_gateway_url: str
    database_url: Secret | None
    airules_data: Path
    airules_entries: Path

    @property
    def store(self) -> Path:
        """Where the knowledge file lies."""
        return self.airules_data / "knowledge.db"

    @property
    def state_file(self) -> Path:
        """Where the bot's own database lies, unless DATABASE_URL names another."""
        return self.airules_data / "state.db"

    @property
    def database(self) -> str:
        """The address of the bot's own database: a file beside the knowledge unless one is set."""
        if self.database_url is not None:
            return self.database_url.reveal()
        return f"sqlite+aiosqlite:///{self.state_file}"

    @property
    def platforms(self) -> tuple[str, ...]:
        """The chats whose tokens are set."""
        slack = self.slack_bot_token and (self.slack_app_token or self.slack_signing_secret)
        found = {"discord": bool(self.discord_token), "slack": bool(slack)}
        return tuple(name for name, there in found.items() if there)


def read_settings() -> Settings:
    """Read `.env` and the environment, which goes first; an empty variable is none.

    Raises SetupError that names the variable at fault.
    """
    given = {**_env_file(Path(".env")), **{k: v for k, v in os.environ.items() if v}}
    return Settings(
        discord_token=_secret(given, "DISCORD_TOKEN"),
        slack_bot_token=_secret(given, "SLACK_BOT_TOKEN"),
        slack_app_token=_secret(given, "SLACK_APP_TOKEN"),
        slack_signing_secret=_secret(given, "SLACK_SIGNING_SECRET"),
        slack_port=_port(given, "SLACK_PORT", 3000),
        slack_alert_managers=_managers(given, "SLACK_ALERT_MANAGERS"),
        slack_api_url=_address(given, "SLACK_API_URL", SLACK_API),
        discord_api_url=_address(given, "DISCORD_API_URL", DISCORD_API),
        discord_gateway_url=_address(given, "DISCORD_GATEWAY_URL", DISCORD_GATEWAY),
        database_url=_database(given, "DATABASE_URL"),
        airules_data=_folder(given, "AIRULES_DATA") or user_data_path("airules", appauthor=False),
        airules_entries=_folder(given, "AIRULES_ENTRIES") or ENTRIES,
    )


def variables() -> tuple[str, ...]:
    """The names of all variables, as the environment has them."""
    return tuple(field.name.upper() for field in fields(Settings))


def _env_file(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    from dotenv import dotenv_values  # noqa: PLC0415 (most starts have no such file)

    try:
        return {name: value for name, value in dotenv_values(path).items() if value}
    except UnicodeDecodeError:
        raise SetupError(".env is not UTF-8 text. Save it as UTF-8.") from None


def _secret(given: Mapping[str, str], name: str) -> Secret | None:
    return Secret(given[name]) if name in given else None


def _port(given: Mapping[str, str], name: str, usual: int) -> int:
    written = given.get(name, str(usual))
    if not (written.isascii() and written.isdigit() and 0 < int(written) < 65_536):
        raise SetupError(f"{name} is not a port between 1 and 65535. Correct it in .env.")
    return int(written)


def _address(given: Mapping[str, str], name: str, usual: str) -> str:
    """A base address; without TLS only on this machine, since tokens travel to it."""
    written = given.get(name, usual)
    try:
        parts = urlsplit(written)
        host = parts.hostname
    except ValueError:
        host = None
    if host is None or parts.scheme not in {"https", "wss", "http", "ws"}:
        raise SetupError(f"{name} is not an address such as {usual}. Correct it in .env.")
    if parts.scheme in {"http", "ws"} and host not in _LOOPBACK:
        raise SetupError(
            f"{name} is not encrypted, and your token would travel on it. "
            "Write https:// or wss:// in .env."
        )
    return written


def _managers(given: Mapping[str, str], name: str) -> str:
    """Who may change alerts in Slack: "anyone", "admins", or ids of users with commas between."""
    written = given.get(name, "anyone").strip()
    users = [user.strip() for user in written.split(",")]
    if written in {"anyone", "admins"} or all(_USER.fullmatch(user) for user in users):
        return written
    raise SetupError(f"{name} is none of anyone, admins, or ids such as U012AB3CD. Correct it.")


def _database(given: Mapping[str, str], name: str) -> Secret | None:
    """The address of a database, whose password must not be printed."""
    written = given.get(name)
    if written is not None and not written.startswith(_DRIVERS):
        raise SetupError(
            f"{name} begins with none of {' and '.join(_DRIVERS)}. Correct it in .env; "
            "for PostgreSQL install the bot with `pip install 'airules[postgres]'`."
        )
    return None if written is None else Secret(written)


def _folder(given: Mapping[str, str], name: str) -> Path | None:
    """A path, with a leading `~` replaced, as a shell would have done."""
    if name not in given:
        return None
    try:
        return Path(given[name]).expanduser()
    except RuntimeError as error:
        raise SetupError(f"{name} cannot be used: {error} Correct it in .env.") from None
