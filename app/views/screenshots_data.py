"""A morning in a small Dutch shop, for pictures of the window: customers, messages, accounts."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from typing_extensions import override

from app.models.rules.messages import Automatic, Direction
from app.services.channels.api import Attachment, InboundMessage, Person
from app.services.clock import Clock

SHOP = Person("info@depollepel.example", "Kookwinkel De Pollepel")
NOW = datetime.fromisoformat("2026-11-24T10:42:00+01:00")
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


class StandingClock(Clock):
    """A clock that stands still, so that every picture is the same."""

    def __init__(self, time: datetime) -> None:
        self.time = time

    @override
    def now(self) -> datetime:
        return self.time


@dataclass(frozen=True, slots=True)
class Line:
    """One message of an example: minutes before now, who wrote it, and what."""

    ago: timedelta
    text: str
    ours: bool = False
    quoted: str = ""
    html: str | None = None
    author: Person | None = None
    files: tuple[Attachment, ...] = ()
    automatic: Automatic | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A ticket and what the owner has decided about it."""

    customer: Person
    subject: str
    lines: tuple[Line, ...]
    category: str | None = None
    department: str | None = None
    priority: str | None = None
    state: str | None = None
    tags: frozenset[str] = field(default_factory=frozenset)


def messages(example: Example, number: int, now: datetime) -> list[InboundMessage]:
    """Return the messages of an example as a channel would give them."""
    keys = [f"<{number}.{place}@klant.example>" for place in range(len(example.lines))]
    made = []
    for place, line in enumerate(example.lines):
        author = SHOP if line.ours else line.author or example.customer
        made.append(
            InboundMessage(
                key=keys[place],
                fingerprint=keys[place],
                direction=Direction.OUT if line.ours else Direction.IN,
                author=author,
                recipients=(example.customer if line.ours else SHOP,),
                parents=tuple(reversed(keys[:place])),
                subject=example.subject if place == 0 else f"Re: {example.subject}",
                text=line.text,
                quoted=line.quoted,
                html=line.html,
                attachments=line.files,
                automatic=line.automatic,
                created_at=now - line.ago,
                received_at=now - line.ago,
            )
        )
    return made


ORDER_QUOTE = """Op ma 23 nov 2026 om 16:05 schreef Kookwinkel De Pollepel:
> Beste Anna,
>
> Uw bestelling 20417 is vandaag verzonden. U kunt het pakket volgen met de
> link in de vorige e-mail. Meestal wordt er de volgende dag bezorgd tussen
> 10:00 en 18:00 uur.
>
> Met vriendelijke groet,
> Kookwinkel De Pollepel"""
NEWSLETTER = (
    "<h2>Voorjaarsbeurs Keuken &amp; Tafel</h2><p>Beste ondernemer,</p><p>Van 8 tot en met 11 maart"
    " staan ruim <b>180 merken</b> in Utrecht. Vraag nu uw kaart aan via"
    ' <a href="https://beurs.example/kaarten">beurs.example/kaarten</a>.</p><table border="1"'
    ' cellpadding="6"><tr><th>Dag</th><th>Open</th></tr><tr><td>Zondag</td><td>10:00 - 18:00</td>'
    "</tr><tr><td>Maandag</td><td>09:00 - 17:00</td></tr></table>"
)

EXAMPLES = (
    Example(
        Person("anna.devries@klant.example", "Anna de Vries"),
        "Waar blijft mijn pakket?",
        (
            Line(
                26 * HOUR,
                "Goedemorgen,\n\nIk heb vrijdag de gietijzeren pan besteld (bestelling 20417). "
                "Wanneer wordt die bezorgd?\n\nGroet,\nAnna de Vries",
            ),
            Line(
                18.6 * HOUR,
                "Beste Anna,\n\nUw bestelling 20417 is vandaag verzonden. U kunt het pakket volgen "
                "met de link in de vorige e-mail.\n\nMet vriendelijke groet,\n"
                "Kookwinkel De Pollepel",
                ours=True,
            ),
            Line(
                205 * MINUTE,
                "Dank u wel, maar volgens de bezorger is het pakket gisteren al afgeleverd. "
                "Bij mij is niets bezorgd en de buren weten ook van niets. Zaterdag heb ik de pan "
                "nodig voor een verjaardag.\n\nKunt u dit vandaag nog uitzoeken?",
                quoted=ORDER_QUOTE,
                files=(
                    Attachment("Schermafbeelding track-and-trace.png", "image/png", b"x" * 184_000),
                    Attachment("bestelbevestiging-20417.pdf", "application/pdf", b"x" * 61_400),
                ),
            ),
        ),
        category="orders",
        priority="high",
    ),
    Example(
        Person("t.bakker@klant.example", "Thomas Bakker"),
        "Deksel past niet op de pan, dit is de tweede keer",
        (
            Line(
                18 * HOUR,
                "Voor de tweede keer krijg ik een deksel van 24 cm in plaats van 28 cm. Ik wil "
                "mijn geld terug, of een pan die wel klopt. Dit kan toch niet?",
            ),
        ),
        category="complaints",
        priority="urgent",
        department="purchasing",
    ),
    Example(
        Person("info@restaurantdelinde.example", "Restaurant De Linde"),
        "Offerte voor 24 koksmessen",
        (
            Line(
                150 * MINUTE,
                "Wij openen in januari een tweede zaak en zoeken 24 koksmessen van 20 cm, het "
                "liefst met gravering. Kunt u ons een offerte sturen?",
            ),
        ),
        category="products",
    ),
    Example(
        Person("meryem.yilmaz@klant.example", "Meryem Yılmaz"),
        "Factuur op naam van mijn bedrijf",
        (
            Line(
                95 * MINUTE,
                "Ik heb per ongeluk als particulier besteld. Kan de factuur alsnog op naam van "
                "Yılmaz Catering, met btw-nummer?",
            ),
        ),
        category="accounts",
        department="finance",
    ),
    Example(
        Person("j.vandenberg@klant.example", "Joost van den Berg"),
        "Inductie piept bij stand 9",
        (
            Line(
                64 * MINUTE,
                "Mijn nieuwe koekenpan piept op inductie zodra ik boven stand 8 kom. Is dat "
                "normaal, of is de bodem krom? Het filmpje stuur ik mee.",
                files=(Attachment("pan-piept.mp4", "video/mp4", b"x" * 2_900_000),),
            ),
        ),
        category="technical",
    ),
    Example(
        Person("els.peeters@klant.example", "Els Peeters"),
        "Kan ik zaterdag ophalen in de winkel?",
        (Line(22 * MINUTE, "Ik zag dat de theepot op voorraad is. Kan ik hem zaterdag ophalen?"),),
    ),
    Example(
        Person("fatima@klant.example", "Fatima El Amrani"),
        "Cadeaubon werkt niet",
        (
            Line(30 * HOUR, "Bij het afrekenen zegt de site dat mijn cadeaubon niet bestaat."),
            Line(
                27 * HOUR,
                "Beste Fatima, wilt u ons de code van de bon sturen? Dan kijken we het na.",
                ours=True,
            ),
            Line(
                12 * MINUTE,
                "Hallo, ik ben de man van Fatima. De code is POL-7731-KK. Kunt u het bedrag anders "
                "op onze rekening storten?",
                author=Person("k.amrani@ander-adres.example", "Karim"),
            ),
        ),
        category="accounts",
    ),
    Example(
        Person("ruud.smit@klant.example", "Ruud Smit"),
        "Slijpen van messen",
        (Line(5 * MINUTE, "Slijpen jullie ook messen die niet bij jullie gekocht zijn?"),),
    ),
    Example(
        Person("sanne@klant.example", "Sanne Willems"),
        "Kras op de bodem",
        (
            Line(52 * HOUR, "Er zit een kras op de bodem van mijn nieuwe pan, zie de foto."),
            Line(
                49 * HOUR,
                "Beste Sanne, dat hoort niet. Ik vraag het na bij de fabrikant.",
                ours=True,
            ),
        ),
        category="complaints",
        state="waiting_colleague",
        department="purchasing",
    ),
    Example(
        Person("h.jansen@klant.example", "Henk Jansen"),
        "Retour zonder bon",
        (
            Line(31 * HOUR, "Kan ik een cadeau zonder bon ruilen?"),
            Line(28 * HOUR, "Dat kan. Weet u in welke week het gekocht is?", ours=True),
        ),
        state="waiting_customer",
    ),
    Example(
        Person("lotte@klant.example", "Lotte Visser"),
        "Wat een snelle service!",
        (
            Line(29 * HOUR, "Gisteren besteld, vandaag al in gebruik. Bedankt!"),
            Line(28 * HOUR, "Wat leuk om te lezen, Lotte. Veel kookplezier!", ours=True),
        ),
        state="closed",
    ),
    Example(
        Person("nieuws@beurs.example", "Beurs Keuken & Tafel"),
        "Uw gratis kaart voor de voorjaarsbeurs",
        (Line(24 * HOUR, "", html=NEWSLETTER, automatic=Automatic.LIST),),
        state="no_reaction",
    ),
)

DRAFT = (
    "Beste Anna,\n\nWat vervelend dat uw pakket niet is aangekomen. Ik heb de bezorger gebeld: "
    "hij kijkt vandaag na waar het is gebleven. U hoort voor vijf uur van mij.\n\n"
    "Is het weg, dan brengt een collega vrijdag een nieuwe pan bij u langs."
)
ANSWERS = {
    "failed": "Beste meneer Bakker, u krijgt vandaag nog de juiste pan. Excuses voor de fout.",
    "unknown": "Beste Restaurant De Linde, in de bijlage vindt u onze offerte voor 24 messen.",
    "queued": "Beste Els, dat kan! Vanaf 10 uur ligt de theepot voor u klaar bij de kassa.",
}
