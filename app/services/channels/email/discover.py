"""The settings that belong to an address: known providers, then the domain itself, then guesses."""

import json
import socket
import xml.parsers.expat
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import quote

from app.models.rules.errors import KnownError
from app.services.channels.api import Json
from app.services.channels.email import line
from app.services.channels.email.settings import Auth, Endpoint, Tls
from app.services.channels.errors import ChannelError, SettingsNotFound
from app.services.channels.http import Http
from app.services.resources import resource

AUTOCONFIG = (
    "https://autoconfig.{domain}/mail/config-v1.1.xml?emailaddress={address}",
    "https://{domain}/.well-known/autoconfig/mail/config-v1.1.xml",
)
"""Where a domain may say which servers it has (Thunderbird's Autoconfiguration)."""

IMAP_GUESSES = (
    ("imap.{domain}", 993, "tls"),
    ("mail.{domain}", 993, "tls"),
    ("imap.{domain}", 143, "starttls"),
)
SMTP_GUESSES = (
    ("smtp.{domain}", 465, "tls"),
    ("smtp.{domain}", 587, "starttls"),
    ("mail.{domain}", 465, "tls"),
    ("mail.{domain}", 587, "starttls"),
)

MAX_XML = 200_000
GUESS_PATIENCE = line.Patience(connect=4, answer=6, command=10)

_DATA = "mail_providers.json"


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for an address; the owner's own choices come on top."""

    imap: Endpoint
    smtp: Endpoint
    user: str
    auth: tuple[Auth, ...] = (Auth.PASSWORD,)
    oauth: Mapping[str, Json] | None = None
    sent_by_provider: bool | None = None
    smtp_user: str | None = None

    def to_values(self) -> dict[str, Json]:
        """Return the account's settings."""
        return {
            "imap": str(self.imap),
            "imap_tls": self.imap.tls.value,
            "smtp": str(self.smtp),
            "smtp_tls": self.smtp.tls.value,
            "user": self.user,
            "smtp_user": self.smtp_user,
            "auth": self.auth[0].value,
            "oauth": self.oauth,
            "sent_by_provider": self.sent_by_provider,
        }


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Json]:
    path = resource(_DATA)
    table: Mapping[str, Json] = json.loads(path.read_text("utf-8"))
    return table


def _providers() -> Iterator[Mapping[str, Json]]:
    listed = _table()["providers"]
    for each in listed if isinstance(listed, list) else ():
        if isinstance(each, Mapping):
            yield each


def provider_names() -> tuple[str, ...]:
    """Return the names of the providers whose servers are known."""
    return tuple(str(each["name"]) for each in _providers())


def oauth_endpoints(name: str) -> dict[str, Json]:
    """Return where the owner signs in at "microsoft" or "google"; without a client id."""
    known = _table()["oauth"]
    values = known.get(name) if isinstance(known, Mapping) else None
    return dict(values) if isinstance(values, Mapping) else {}


def known_provider(address: str, name: str = "") -> Found | None:
    """Return the settings of a known provider, by its name or the domain of the address."""
    domain = address.rpartition("@")[2].lower()
    for each in _providers():
        if name.lower() == str(each["name"]).lower() if name else _serves(each, domain):
            return _from_table(each, address)
    return None


def _serves(provider: Mapping[str, Json], domain: str) -> bool:
    suffixes = provider.get("suffixes")
    ends = tuple(str(each) for each in suffixes) if isinstance(suffixes, list) else ()
    domains = provider["domains"]
    return (isinstance(domains, list) and domain in domains) or domain.endswith(ends or ("\0",))


def _from_table(provider: Mapping[str, Json], address: str) -> Found:
    auth = provider["auth"]
    oauth = oauth_endpoints(str(provider.get("oauth", "")))
    sent = provider.get("sent_by_provider")
    smtp_user = provider.get("smtp_user")
    return Found(
        imap=Endpoint.parse(str(provider["imap"]), field="imap"),
        smtp=Endpoint.parse(str(provider["smtp"]), field="smtp"),
        user=_user(str(provider["user"]), address),
        auth=tuple(Auth(str(each)) for each in auth) if isinstance(auth, list) else (),
        oauth=oauth or None,
        sent_by_provider=sent if isinstance(sent, bool) else None,
        smtp_user=_user(str(smtp_user), address) if smtp_user else None,
    )


def _user(kind: str, address: str) -> str:
    return address.partition("@")[0] if kind == "local" else address


# --- what the domain says --------------------------------------------------------------------


@dataclass(slots=True)
class _Server:
    """One server of an autoconfig file while it is read."""

    kind: str
    values: dict[str, str] = field(default_factory=dict)


class AutoconfigRefused(ValueError):
    """The file is no plain XML, or declares what a configuration does not need."""


def read_autoconfig(data: bytes, address: str) -> Found | None:
    """Read an autoconfig file; None when it has no IMAP and SMTP server with TLS.

    Raises:
        AutoconfigRefused: not XML, or with a DTD or entities, which could read files or explode.
    """
    if len(data) > MAX_XML:
        raise AutoconfigRefused("too large")
    servers = _servers(data)
    imap = _first(servers, "imap", address)
    smtp = _first(servers, "smtp", address)
    if imap is None or smtp is None:
        return None
    same = smtp[1] == imap[1]
    return Found(imap[0], smtp[0], imap[1], smtp_user=None if same else smtp[1])


def _servers(data: bytes) -> list[_Server]:
    found: list[_Server] = []
    path: list[str] = []

    def refuse(*_: object) -> None:
        raise AutoconfigRefused("DTD")

    def start(name: str, attributes: dict[str, str]) -> None:
        path.append(name)
        if name in {"incomingServer", "outgoingServer"}:
            found.append(_Server(attributes.get("type", "")))

    def end(_: str) -> None:
        path.pop()

    def text(part: str) -> None:
        if len(path) > 1 and path[-2] in {"incomingServer", "outgoingServer"}:
            values = found[-1].values
            values[path[-1]] = values.get(path[-1], "") + part

    parser = xml.parsers.expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)  # noqa: FBT003  expat takes no keyword here
    except (xml.parsers.expat.ExpatError, LookupError) as error:
        raise AutoconfigRefused("not XML") from error
    return found


def _first(servers: Sequence[_Server], kind: str, address: str) -> tuple[Endpoint, str] | None:
    """Return the first server of a kind that keeps the line private, and the user's name for it."""
    for each in servers:
        tls = {"SSL": Tls.TLS, "STARTTLS": Tls.STARTTLS}.get(each.values.get("socketType", ""))
        if each.kind != kind or tls is None:
            continue
        where = f"{each.values.get('hostname', '').strip()}:{each.values.get('port', '').strip()}"
        try:
            server = Endpoint.parse(_filled(where, address), tls, field=kind)
        except KnownError as error:
            raise AutoconfigRefused("not a server") from error
        return server, _filled(each.values.get("username", "").strip() or "%EMAILADDRESS%", address)
    return None


def _filled(text: str, address: str) -> str:
    local, _, domain = address.partition("@")
    for place, value in (
        ("%EMAILADDRESS%", address),
        ("%EMAILLOCALPART%", local),
        ("%EMAILDOMAIN%", domain),
    ):
        text = text.replace(place, value)
    return text


# --- looking around --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where to look; tests name their own servers."""

    autoconfig: tuple[str, ...] = AUTOCONFIG
    imap: tuple[tuple[str, int, str], ...] = IMAP_GUESSES
    smtp: tuple[tuple[str, int, str], ...] = SMTP_GUESSES
    patience: line.Patience = GUESS_PATIENCE


def discover(
    address: str,
    *,
    provider: str = "",
    ca: str | None = None,
    http: Callable[[], Http],
    around: Surroundings | None = None,
) -> Found:
    """Find the mail servers of an address, without signing in.

    Raises:
        SettingsNotFound: nobody knows; the owner fills them in.
    """
    known = known_provider(address, provider)
    if known is not None:
        return known
    around = around or Surroundings()
    found = _ask_domain(address, http, around) or _guess(address, ca, around)
    if found is None:
        raise SettingsNotFound(address=address)
    return found


def _ask_domain(address: str, http: Callable[[], Http], around: Surroundings) -> Found | None:
    domain = address.rpartition("@")[2]
    session = http()
    try:
        for place in around.autoconfig:
            url = place.format(domain=domain, address=quote(address))
            try:
                found = read_autoconfig(session.get_public(url, size_limit=MAX_XML).body, address)
            except (ChannelError, AutoconfigRefused):
                continue
            if found is not None:
                return found
    finally:
        session.close()
    return None


def _guess(address: str, ca: str | None, around: Surroundings) -> Found | None:
    imap = _answering(around.imap, b"* OK", address, ca, around.patience)
    if imap is None:
        return None
    smtp = _answering(around.smtp, b"220", address, ca, around.patience)
    return Found(imap, smtp, address) if smtp else None


def _answering(
    guesses: Sequence[tuple[str, int, str]],
    greeting: bytes,
    address: str,
    ca: str | None,
    patience: line.Patience,
) -> Endpoint | None:
    """Return the first server that greets as it should, with a valid certificate at once."""
    domain = address.rpartition("@")[2]
    for host, port, tls in guesses:
        server = Endpoint(host.format(domain=domain), port, Tls(tls))
        try:
            sock = line.connect(server, line.tls_context(ca), patience)
        except ChannelError:
            continue
        with sock:
            if _greeting(sock, patience).startswith(greeting):
                return server
    return None


def _greeting(sock: socket.socket, patience: line.Patience) -> bytes:
    sock.settimeout(patience.answer)
    try:
        return sock.recv(512)
    except OSError:
        return b""
