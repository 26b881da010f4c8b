"""Dutch shop mail for measuring: seeded, with threads, quotes, HTML and files."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

WORDS = (
    "bestelling pakket levering retour factuur betaling account wachtwoord koppeling slang filter "
    "wasmachine droger onderdeel garantie adres postcode straat maandag dinsdag morgen gisteren "
    "kapot verkeerd ontvangen besteld betaald gebeld gemaild antwoord vraag klacht dank graag snel"
).split()
NAMES = (
    "Anna de Vries",
    "Bert Jansen",
    "Chantal Bakker",
    "Dirk Visser",
    "Els Smit",
    "Fatima Yilmaz",
)


def mails(count: int, now: datetime, seed: int = 7) -> Iterator[bytes]:
    """Give `count` raw messages to winkel@winkel.test, oldest first, ending at `now`."""
    rng = random.Random(seed)
    thread: list[str] = []
    for number in range(count):
        if not thread or rng.random() < 0.4:
            thread = []
        message = EmailMessage()
        name = rng.choice(NAMES)
        key = f"<bench.{seed}.{number}@klant.test>"
        message["From"] = f'"{name}" <klant{rng.randrange(count // 3 + 1)}@klant.test>'
        message["To"] = "winkel@winkel.test"
        message["Subject"] = f"Vraag over bestelling {rng.randrange(10**6)}"
        message["Date"] = format_datetime(now - (count - number) * timedelta(minutes=3))
        message["Message-ID"] = key
        if thread:
            message["In-Reply-To"] = thread[-1]
            message["References"] = " ".join(thread)
        _body(message, rng, quoted=bool(thread))
        thread.append(key)
        yield message.as_bytes()


def _body(message: EmailMessage, rng: random.Random, *, quoted: bool) -> None:
    text = "\n\n".join(
        " ".join(rng.choices(WORDS, k=rng.randrange(20, 80))) for _ in range(rng.randrange(1, 4))
    )
    text += "\n\nMet vriendelijke groet,\nEen klant\n"
    if quoted:
        lines = "\n".join("> " + " ".join(rng.choices(WORDS, k=10)) for _ in range(12))
        text += f"\nOp ma 2 nov 2026 om 10:00 schreef De Winkel <winkel@winkel.test>:\n{lines}\n"
    message.set_content(text)
    if rng.random() < 0.3:
        message.add_alternative("<p>" + text.replace("\n", "<br>") + "</p>", subtype="html")
    if rng.random() < 0.05:
        message.add_attachment(
            rng.randbytes(rng.randrange(5_000, 60_000)),
            maintype="image",
            subtype="jpeg",
            filename="foto.jpg",
        )
