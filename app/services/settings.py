"""Business settings: one frozen dataclass per section, defaults that suit a Dutch shop."""

from dataclasses import asdict, dataclass, fields
from datetime import timedelta
from typing import Any, ClassVar, TypeVar

from sqlalchemy.orm import Session

from app.models.rules.notifications import Chosen, Own
from app.models.rules.questions import Waits
from app.models.rules.stars import StarRule
from app.models.settings import Setting

Week = tuple[tuple[tuple[int, int], ...], ...]
_WORKDAY = ((9 * 60, 17 * 60 + 30),)


class Section:
    """Base of the sections; `section` is the key in the store."""

    section: ClassVar[str]


@dataclass(frozen=True, slots=True)
class HoursSettings(Section):
    """Opening hours: blocks of minutes after midnight per weekday, Monday first.

    Attributes:
        evening: blocks outside them in which somebody reacts all the same.
        country: whose holidays count: NL, BE, or "" for none.
        open_holidays: holidays on which shops are open unless the owner says otherwise.
        dates: dates with blocks of their own, () for closed: (ISO date, blocks, why).
        holidays: what the owner decided about a holiday: (ISO date, open).
    """

    section: ClassVar[str] = "hours"
    zone: str = "Europe/Amsterdam"
    week: Week = (_WORKDAY, _WORKDAY, _WORKDAY, _WORKDAY, _WORKDAY, (), ())
    evening: Week = ((),) * 7
    country: str = "NL"
    open_holidays: tuple[str, ...] = ("Goede vrijdag", "Bevrijdingsdag")
    dates: tuple[tuple[str, tuple[tuple[int, int], ...], str], ...] = ()
    holidays: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class SendingSettings(Section):
    """How answers leave: seconds in which a send can be undone, and the largest attachments."""

    section: ClassVar[str] = "sending"
    undo_seconds: int = 10
    attachment_megabytes: int = 18

    @property
    def undo_delay(self) -> timedelta:
        """Return how long an answer waits before it goes out."""
        return timedelta(seconds=self.undo_seconds)


@dataclass(frozen=True, slots=True)
class AcknowledgeSettings(Section):
    """The automatic first reaction: off until the owner switches it on."""

    section: ClassVar[str] = "acknowledge"
    enabled: bool = False
    text: str = "Dank voor uw bericht. U hoort binnen 24 uur van ons."


@dataclass(frozen=True, slots=True)
class LookSettings(Section):
    """Language (nl or en) and colours (system, light or dark) of the window."""

    section: ClassVar[str] = "look"
    language: str = "nl"
    colours: str = "system"


@dataclass(frozen=True, slots=True)
class KeySettings(Section):
    """Keys of the window: whether single letters count, and the owner's own, (action, key, ...)."""

    section: ClassVar[str] = "keys"
    single_letters: bool = True
    own: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeSettings(Section):
    """Whether the computer tells when customers write."""

    section: ClassVar[str] = "notices"
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class DayEndSettings(Section):
    """Whether the owner is shown what is left when he closes; `asked`: the ISO date of the last."""

    section: ClassVar[str] = "day_end"
    enabled: bool = True
    asked: str = ""


@dataclass(frozen=True, slots=True)
class WritingSettings(Section):
    """How the firm writes.

    Attributes:
        form, short_form: "u" or "je", in letters and where texts are short.
        signature, initials: put behind answers once, in letters and where texts are short
            ("^LV"); "" for nothing.
        signatures: those of single accounts, which come first: (account id, text).
    """

    section: ClassVar[str] = "writing"
    form: str = "u"
    short_form: str = "je"
    signature: str = ""
    initials: str = ""
    signatures: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AskingSettings(Section):
    """Minutes of opening time until a colleague is reminded, and until his deputy is asked."""

    section: ClassVar[str] = "asking"
    remind_minutes: int = 240
    deputy_minutes: int = 480

    @property
    def waits(self) -> Waits:
        """Return them as times."""
        return Waits(timedelta(minutes=self.remind_minutes), timedelta(minutes=self.deputy_minutes))


@dataclass(frozen=True, slots=True)
class StarSettings(Section):
    """Which priority stars give, from one to five; up to how many a review is a complaint."""

    section: ClassVar[str] = "stars"
    priorities: tuple[str, ...] = StarRule().priorities
    complaint: int = StarRule().complaint

    @property
    def rule(self) -> StarRule:
        """Return them as a rule."""
        return StarRule(self.priorities, self.complaint)


@dataclass(frozen=True, slots=True)
class PlatformSettings(Section):
    """Whose mails are recognised as notices of a platform.

    Attributes:
        off: kinds that are not.
        own: the owner's own: (name, domain, words of the subject, answered by mail).
    """

    section: ClassVar[str] = "platforms"
    off: tuple[str, ...] = ()
    own: tuple[tuple[str, str, str, bool], ...] = ()

    @property
    def chosen(self) -> Chosen:
        """Return them as values."""
        return Chosen(frozenset(self.off), tuple(Own(*one) for one in self.own))


@dataclass(frozen=True, slots=True)
class StarterSettings(Section):
    """Which parts of the starter handbook have come (services/handbook/starter.py)."""

    section: ClassVar[str] = "handbook_starter"
    brought: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RadarSettings(Section):
    """How often a question comes in, and within how many days, before the radar tells of it."""

    section: ClassVar[str] = "radar"
    least: int = 5
    days: int = 14


@dataclass(frozen=True, slots=True)
class RadarLook(Section):
    """The day of the firm, as ISO, on which the radar looked last by itself; "" for never."""

    section: ClassVar[str] = "radar_look"
    day: str = ""


@dataclass(frozen=True, slots=True)
class HandbookDrafts(Section):
    """Pages of the handbook that are typed and not saved: (page, text, version it was)."""

    section: ClassVar[str] = "handbook_drafts"
    kept: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class AssistSettings(Section):
    """What is suggested.

    Attributes:
        enabled: whether anything is.
        threshold: how likely it has to be (0 to 1) to be said.
        off: parts (assist/preferences.PARTS) that are not.
        languages: of messages that something is suggested for (nl, en, de, fr).
        draft: whether answers are drafted, by `model` at the server of `endpoint`.
    """

    section: ClassVar[str] = "assist"
    enabled: bool = True
    threshold: float = 0.5
    off: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("nl", "en", "de", "fr")
    draft: bool = False
    endpoint: str = "http://127.0.0.1:11434/v1"
    model: str = ""


@dataclass(frozen=True, slots=True)
class AdviceMark(Section):
    """Up to which message rules asked the suggestion (tickets/policy_waits.py); None: none do.

    `again`: messages before it on which asking failed: (id, times tried, from when on they are
    tried again, in ISO 8601).
    """

    section: ClassVar[str] = "advice_mark"
    message_id: int | None = None
    again: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PracticeSettings(Section):
    """The tasks of the example firm that were begun: (task, ticket, moment in ISO 8601)."""

    section: ClassVar[str] = "practice"
    begun: tuple[tuple[str, int, str], ...] = ()


S = TypeVar(
    "S",
    HoursSettings,
    SendingSettings,
    AcknowledgeSettings,
    LookSettings,
    KeySettings,
    NoticeSettings,
    DayEndSettings,
    WritingSettings,
    AskingSettings,
    StarSettings,
    PlatformSettings,
    StarterSettings,
    RadarSettings,
    RadarLook,
    HandbookDrafts,
    AssistSettings,
    AdviceMark,
    PracticeSettings,
)


def load(session: Session, kind: type[S]) -> S:
    """Return a section as stored; what is missing or unknown there has its default.

    Read once per session, which is once per call of a service.
    """
    found: S | None = session.info.get(kind)
    if found is None:
        stored = session.get(Setting, kind.section)
        known = {field.name for field in fields(kind)}
        values = {} if stored is None else stored.value
        found = kind(**{name: _frozen(value) for name, value in values.items() if name in known})
        session.info[kind] = found
    return found


def save(session: Session, value: S) -> None:
    """Store a section."""
    session.merge(Setting(section=value.section, value=asdict(value)))
    session.info[type(value)] = value


def forget(session: Session) -> None:
    """Read all sections anew: the rows have been changed."""
    for kind in Section.__subclasses__():
        session.info.pop(kind, None)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(part) for part in value) if isinstance(value, list) else value
