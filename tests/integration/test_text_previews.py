"""How a text that is being written reads."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from app.bootstrap import Services
from app.services.settings import WritingSettings, save
from app.services.tickets import acts, macros
from app.services.tickets.text_previews import Preview, preview
from tests.fakes import FakeChannelType
from tests.integration.test_engine import sync

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
Write = Callable[..., Any]


def seen(services: Services, body: str, **more: Any) -> Preview:
    values: dict[str, Any] = {"language": "nl", **more}
    return services.database.read_now(preview, body, NOW, **values)


def test_without_a_message_it_reads_as_for_a_made_up_customer(services: Services) -> None:
    found = seen(services, "Dag {naam}, {code}, {dag|gauw} {moment}")
    assert found == Preview("Dag Anna, {code}, gauw {moment}", ("code", "moment"), ("dag",))
    english = seen(services, "Hello {name}, {moment}", language="en", purpose="extension")
    assert english.text == "Hello Anna, tomorrow at 12:00"
    assert seen(services, "{je:je|u:uw}", language=None, kinds=("x",)).text == "je"


def test_it_is_filled_in_and_signed_for_the_newest_message(
    services: Services, channel: FakeChannelType, account_id: int, write: Write
) -> None:
    channel.platform.deliver(name="Bram Bos", text="Where is my parcel, I have not got it")
    sync(services)
    write(lambda unit: save(unit.session, WritingSettings(signature="Groet, Lisa")))
    found = seen(services, "{nl:Dag|en:Hello} {naam}", language=None)
    assert found.text == "Hello Bram\n\nGroet, Lisa"
    assert (found.customer, found.number) == ("Bram Bos", 1)
    assert seen(services, "Weet jij {code}?", purpose="question").text == "Weet jij {code}?"
    promised = seen(services, "{moment}", purpose="reaction_promise")
    assert promised.missing == promised.idle == ()
    assert seen(services, "{naam}", kinds=("x",)).number is None


def test_macros_are_put_in_another_order_and_back(services: Services, write: Write) -> None:
    def order() -> list[int]:
        return [one.id for one in services.database.read_now(macros.all_of)]

    first, *others = order()
    assert write(macros.move, first, to=0) is None
    write(macros.move, first, to=len(others))
    assert order() == [*others, first]
    write(acts.undo)
    assert order() == [first, *others]
