"""Values planted in sentences, made without the rule that has to find them."""

import random
import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass

LETTERS = string.ascii_uppercase
_COUNTRIES = {"BE": 12, "DE": 18, "FR": None, "GB": None, "AT": 16, "ES": 20, "PL": 24, "NO": 11}
_BANKS = ("ABNA", "INGB", "RABO", "SNSB", "TRIO", "BUNQ", "KNAB", "ASNB")
_NEVER = {"SA", "SD", "SS"}

SENTENCES = {
    "iban": (
        "Kunt u het terugstorten op {}? Dan is het klaar.",
        "Mijn rekening: {}",
        "Graag overmaken naar {}, ten name van mijn vrouw.",
        "{} is het nummer waar het heen moet",
        "Het geld (49,95) mag naar {} of contant in de winkel.",
        "Please refund it to {} as soon as you can.",
        "IBAN {} and that is all I have.",
        "You still have my old account, the new one is {}.",
        "Transfer it to {}\nThanks!",
        "I paid on 12 March from {}; where is it?",
    ),
    "bsn": (
        "Mijn BSN is {}, heeft u dat nodig?",
        "burgerservicenummer: {}",
        "Op het formulier staat {} en dat is van mij.",
        "Waarom vraagt u een kopie? Mijn nummer {} staat er gewoon op.",
        "Sofinummer {} hoort bij deze aanvraag.",
        "Ik heb {} ingevuld maar de site zegt dat het fout is",
        "My citizen service number is {}.",
        "It asks for {} but that is private, isn't it?",
        "The form shows {} below my photo.",
        "BSN {}. Please delete it.",
    ),
    "phone": (
        "Bel me op {} na vijven.",
        "Mijn nummer is {}",
        "Tel. {}, liefst 's ochtends",
        "Ik ben bereikbaar via {} of per mail.",
        "Groetjes,\nmijn mobiel: {}",
        "U kunt appen naar {}!",
        "Call me on {} please.",
        "You can reach me at {} until 17:30.",
        "Phone: {}\nThanks",
        "My husband has {}, ring him instead.",
    ),
    "mail": (
        "Stuur het naar {} alsjeblieft.",
        "Mijn adres is {}, niet dat van mijn man",
        "({}) staat er nu, dat klopt niet.",
        "Ik kreeg niets op {}. Klopt dat?",
        "mail: {}",
        "Please send it to {}.",
        "My new address is {}; the old one is gone.",
        "I signed up with {} last week",
        "Write to <{}> or call.",
        "The account of {} does not work.",
    ),
    "postcode": (
        "Ik woon op {} sinds kort.",
        "De bezorger was bij {}, dat is de buren.",
        "postcode {}",
        "Bezorgen bij {} kan niet, zegt de site.",
        "Ons nieuwe adres: {}\nAlvast bedankt",
        "Is {} in jullie bezorggebied?",
        "We live at {} now.",
        "Please send it to {} instead.",
        "The parcel went to {}; not ours.",
        "My zip code: {}.",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Planted:
    """A text with a value in it."""

    kind: str
    text: str
    value: str


def planted(count: int, seed: int) -> Iterator[Planted]:
    """Yield texts with one planted value each, the kinds in turn."""
    chance = random.Random(seed)
    for number in range(count):
        kind = list(MAKERS)[number % len(MAKERS)]
        value = MAKERS[kind](chance)
        sentence = SENTENCES[kind][number // len(MAKERS) % len(SENTENCES[kind])]
        yield Planted(kind, sentence.format(value), value)


def _digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choice(string.digits) for _ in range(count))


def _iban(chance: random.Random) -> str:
    country, size = chance.choice([("NL", None)] * 8 + list(_COUNTRIES.items()))
    if country == "NL":
        body = chance.choice(_BANKS) + _digits(chance, 10)
    elif country == "GB":
        body = "".join(chance.sample(LETTERS, 4)) + _digits(chance, 14)
    elif country == "FR":
        body = _digits(chance, 10) + chance.choice(LETTERS) + _digits(chance, 12)
    else:
        body = _digits(chance, size or 0)
    rest = "".join(str(int(one, 36)) for one in f"{body}{country}00")
    bare = f"{country}{98 - int(rest) % 97:02d}{body}"
    fours = [bare[at : at + 4] for at in range(0, len(bare), 4)]
    return chance.choice(
        [bare, bare, " ".join(fours), " ".join(fours), bare.lower(), "-".join(fours),
         ".".join(fours), "\u00a0".join(fours), f"{bare[:4]} {bare[4:8]} {bare[8:]}"]
    )  # fmt: skip


def _bsn(chance: random.Random) -> str:
    while True:
        digits = _digits(chance, chance.choice([8, 9, 9, 9]))
        weighed = zip(range(9, 1, -1), digits.zfill(9), strict=False)
        check = sum(weight * int(one) for weight, one in weighed) % 11
        if check < 10 and digits.strip("0") and not digits.startswith("0"):
            break
    bare = digits[:-1] + str(check)
    if len(bare) == 8:
        return bare
    return chance.choice(
        [bare, bare, f"{bare[:3]} {bare[3:6]} {bare[6:]}", f"{bare[:4]}.{bare[4:6]}.{bare[6:]}",
         f"{bare[:4]} {bare[4:6]} {bare[6:]}", f"{bare[:3]}-{bare[3:6]}-{bare[6:]}"]
    )  # fmt: skip


def _phone(chance: random.Random) -> str:
    mobile = "6" + chance.choice("12345") + _digits(chance, 7)
    area = chance.choice(["20", "10", "70", "30", "40", "50", "85", "88"])
    land = chance.choice("2345678") + _digits(chance, 6)
    village = chance.choice(["570", "182", "343", "299", "513"]) + chance.choice("234567")
    rural = village + _digits(chance, 5)
    belgian = "4" + chance.choice("789") + _digits(chance, 7)
    pairs = " ".join(mobile[at : at + 2] for at in range(1, 9, 2))
    return chance.choice(
        [
            f"0{mobile}", f"06-{mobile[1:]}", f"06 {mobile[1:]}", f"06 {pairs}", f"06-{pairs}",
            f"06.{pairs.replace(' ', '.')}", f"06/{mobile[1:]}", f"(06) {mobile[1:]}",
            f"06 {mobile[1:5]} {mobile[5:]}", f"06 - {mobile[1:]}", f"+316{mobile[1:]}",
            f"+31 6 {mobile[1:]}", f"+31 6 {pairs}", f"+31(0)6-{mobile[1:]}",
            f"+31 (0)6 {mobile[1:5]} {mobile[5:]}", f"00316{mobile[1:]}", f"0031 6 {mobile[1:]}",
            f"316{mobile[1:]}", f"+31-6-{mobile[1:]}", f"0{area}-{land}", f"(0{area}) {land}",
            f"0{area} {land[:3]} {land[3:5]} {land[5:]}", f"+31 {area} {land}", f"0{area}{land}",
            f"0{rural[:3]}-{rural[3:]}", f"0{rural[:3]} {rural[3:6]} {rural[6:]}",
            f"+31 {rural[:3]} {rural[3:]}", f"0800-{_digits(chance, 4)}",
            f"0900 {_digits(chance, 4)}", f"0{belgian}", f"0{belgian[:3]} {belgian[3:5]} "
            f"{belgian[5:7]} {belgian[7:]}", f"+32 {belgian[:3]} {belgian[3:]}",
            f"03 {land[:3]} {land[3:5]} {land[5:]}", f"+49 170 {land}", f"+44 7700"
            f" 9{_digits(chance, 5)}",
            f"+1 (555) {land[:3]}-{land[3:]}", f"+33 6 {pairs}",
        ]
    )  # fmt: skip


def _mail(chance: random.Random) -> str:
    first, last = chance.choice(["jan", "els", "m", "fatima", "b.j"]), chance.choice(["smit", "x2"])
    local = chance.choice(
        [f"{first}.{last}", f"{first}_{last}", f"{first}+winkel",
         f"{first}{last}{_digits(chance, 2)}",
         f"{first}-{last}", f"{first.upper()}.{last.title()}", "info", "o'brien"]
    )  # fmt: skip
    host = chance.choice(
        ["klant.example", "mail.klant.example", "bureau-windhoos.nl", "x.co.uk", "GMAIL.com",
         "bakkerij.amsterdam", "123inkt.example"]
    )  # fmt: skip
    at, dot = chance.choice([("@", ".")] * 8 + [(" (at) ", "."), ("[at]", "[dot]")])
    return f"{local}{at}{host.replace('.', dot)}"


def _postcode(chance: random.Random) -> str:
    letters = "SS"
    while letters in _NEVER:
        letters = chance.choice(LETTERS) + chance.choice(LETTERS)
    digits = chance.choice("123456789") + _digits(chance, 3)
    street, house = chance.choice(["Dorpsstraat", "Kerklaan", "Hof"]), chance.randint(1, 240)
    upper = [f"{digits} {letters}", f"{digits}{letters}", f"{digits}  {letters}"]
    placed = [f"{one} {house}{chance.choice(['', 'a', '-2', ' bis'])}" for one in upper[:2]]
    # In small letters after a space only beside a street: "1234 in" is no postcode by itself.
    small = [
        f"{street} {house}, {digits} {letters.lower()}",
        f"{street} {house}, {digits}{letters.lower()}",
    ]
    return chance.choice([*upper, *upper, *placed, *small, f"{digits} {letters}, nr. {house}"])


MAKERS: dict[str, Callable[[random.Random], str]] = {
    "iban": _iban, "bsn": _bsn, "phone": _phone, "mail": _mail, "postcode": _postcode,
}  # fmt: skip

CLEAN = (
    "De pan van 28 cm kost 49,95 euro en weegt 2000 gram.",
    "In 2024 is het model vernieuwd, in 2025 en 2026 kwamen er kleuren bij.",
    "Open van 09.00-17.30, op zaterdag 10:00 - 16:00 uur.",
    "Op 03-05-2024 om 10:30 uur ging het mis.",
    "Artikel KV-60, charges 2306 t/m 2311, 400 dozen van 15 x 20 cm.",
    "Het is al onderweg sinds 4 dagen, meldt de site.",
    "Er komen 1200 in een doos, 1500 om precies te zijn.",
    "De motor doet 2000 toeren per minuut bij 230 V en 50 Hz.",
    "Wij verkopen 3000 km touw per jaar.",
    "Rijd de A28 af, dan nog 3 km rechtdoor naar de markt 4 keer per week.",
    "Versie 10.4.2-1 werkt niet op iOS 17.6.1 en wel op 16.2.",
    "Het kost 1.234,56 inclusief 21% btw, dat is 214,26.",
    "Vanaf 12 stuks krijg je 10 % korting, vanaf 100 stuks 15 %.",
    "Zie artikel 15 van de wet van 25 mei 2018, lid 2 onder c.",
    "De garantie duurt 24 maanden, de bedenktijd 14 dagen.",
    "Wil je 6 borden, 12 glazen en 24 vorken?",
    "Dat was in 1998 de eerste winkel van de straat.",
    "Beste mensen, hebben jullie dit ook in het blauw?",
    "Met vriendelijke groet, het team",
    "De supermarkt 2 deuren verder heeft er nog 3.",
    "Het recept: 500 gram meel, 350 ml water, 10 g zout, 220 graden.",
    "EAN 8712345678906 staat op de doos.",
    "De bestelling is weg. 4 dagen later nog niets.",
    "Kijk op https://winkel.example/hulp/retour voor de uitleg.",
    "Mijn laptop heeft 16 GB en een scherm van 1920 x 1080.",
    "Ik heb 2 keer gebeld en 3 keer gemaild.",
    "Hij is 1850 mm hoog en 600 mm breed.",
    "Maandag 1 december zijn we dicht, dinsdag weer open.",
    "De cursus begint om 19.30 en kost 65 per persoon.",
    "Kan het voor 1 januari 2027 geleverd worden?",
    "The 28 cm pan costs 49.95 and weighs 2000 grams.",
    "In 2024 we moved; in 2025 it was renewed.",
    "Open from 9:00 to 17:30, on Saturdays 10:00-16:00.",
    "It broke on 2024-05-03 at 10:30.",
    "Version 3.11.2 of the app shows error 404 and then 500.",
    "Use code SUMMER for 10% off.",
    "There are 1200 in a box, or 1500 at most.",
    "We sold 3000 of them, by and large.",
    "It took 4 days on the road and 3 weeks in customs.",
    "The lid of 24 cm is 0.5 cm too wide.",
    "It weighs 12.5 kg and measures 30 x 40 x 50 cm.",
    "You have 14 days to change your mind.",
    "Article 15 of the law of 25 May 2018 says so.",
    "Dear all, do you have this in blue?",
    "Kind regards, the team",
    "The warranty lasts 24 months from the day of purchase.",
    "Is the shop open on 26 December?",
    "It runs at 230 V, 50 Hz and 2000 W.",
    "See https://shop.example/help/returns for how it works.",
    "The course starts at 19:30 and costs 65 each.",
)
