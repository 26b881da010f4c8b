"""What leads to a person is taken out of a text, and nothing else."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from app.models.rules.masking.checks import is_bsn, is_card, is_iban
from app.models.rules.masking.kinds import PLACEHOLDERS, Kind
from app.models.rules.masking.text import found, mask, together
from tests.unit.planted import CLEAN, planted

EXAMPLE = Path("resources/example_firm/tickets.json")
STRICT = frozenset({Kind.IBAN, Kind.BSN, Kind.CARD, Kind.POSTCODE, Kind.STREET, Kind.BIRTH})


def kinds(text: str, *names: str) -> list[tuple[str, str]]:
    return [(one.kind.value, one.original) for one in found(text, names=names)]


@pytest.mark.parametrize("seed", [6, 2026])
def test_every_planted_value_is_found(seed: int) -> None:
    missed = []
    for one in planted(500, seed):
        text = mask(one.text).text
        whole = any(hit.kind == one.kind and one.value in hit.original for hit in found(one.text))
        # A street before the postcode is masked by itself.
        apart = one.kind == "postcode" and text.count("[postcode]") == 1
        left = [part for part in text.replace("-", " ").split() if part.isdigit()]
        if not (whole or apart) or any(len(part) > 2 for part in left):
            missed.append((one.kind, one.text, text))
    assert missed == []


def test_little_else_is_found_in_texts_without_people() -> None:
    wrong = [(one.kind, one.original) for text in CLEAN for one in found(text)]
    assert len(wrong) <= 1, wrong


def test_the_messages_of_the_example_firm_have_none_of_what_nobody_wrote_there() -> None:
    script = json.loads(EXAMPLE.read_text("utf-8"))
    texts = [one["text"] for ticket in script["tickets"] for one in ticket["messages"]
             if isinstance(one.get("text"), str)]  # fmt: skip
    counted: Counter[Kind] = Counter()
    for text in texts:
        counted.update(one.kind for one in found(text))
    assert len(texts) > 150
    assert sum(counted[kind] for kind in STRICT) == 0
    # Read by hand: each of these is a telephone number, or a mail address.
    assert (counted[Kind.PHONE], counted[Kind.MAIL]) == (6, 3)


def test_no_customer_and_no_order_of_the_example_firm_stays_readable() -> None:
    script = json.loads(EXAMPLE.read_text("utf-8"))
    assert len(script["tickets"]) > 80
    for ticket in script["tickets"]:
        name = ticket["customer"]["name"]
        body = "\n\n".join(str(one.get("text", "")) for one in ticket["messages"])
        whole = "\n".join(one.text for one in together(ticket["subject"], body, names=[name]))
        assert re.search(r"(?<![\w,.-])\d{5,12}(?![\w,.-])", whole) is None
        for part in (one for one in name.split() if one[0].isupper() and len(one) > 3):
            assert re.search(rf"\b{re.escape(part)}\b", whole) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nr NL91ABNA0417164300", [("iban", "NL91ABNA0417164300")]),
        ("NL00ABNA0417164300", [("iban", "NL00ABNA0417164300")]),
        ("BE00 5390 0754 7034", []),
        ("Brazil: BR1500000000000010932840814P2 ok", [("iban", "BR1500000000000010932840814P2")]),
        ("XX00 0000 0000 0000 0000", []),
        ("rekeningnummer 12.34.56.789", [("iban", "12.34.56.789")]),
        ("BE68539007547034 of DE89370400440532013000",
         [("iban", "BE68539007547034"), ("iban", "DE89370400440532013000")]),
        ("4111 1111 1111 1111", [("card", "4111 1111 1111 1111")]),
        ("4111 1111 1111 1112", []),
        ("12345678", [("number", "12345678")]),
        ("1234567890123", []),
        ("BSN 123456783", [("bsn", "123456783")]),
        ("bestelnummer 123456782", [("order", "123456782")]),
        ("Order 20417 kwam niet. Is 20417 zoek?", [("order", "20417"), ("order", "20417")]),
        ("De pan (20441) en 12000 stuks, 10500,50, 20500 euro", [("number", "20441")]),
        ("20417 is mijn bestelnummer", [("order", "20417")]),
        ("factuur F2024-0012, klantnr. 88123, #20441 en nr. 20446, zaak Z-2024-1",
         [("invoice", "F2024-0012"), ("customer", "88123"), ("number", "20441"),
          ("number", "20446"), ("number", "Z-2024-1")]),
        ("pakket 3SABCD1234567 ", [("parcel", "3SABCD1234567")]),
        ("bestelling van 150 euro, order van 03-05-2024, order 2", []),
        ("jan@x.nl, jan (at) x (punt) nl",
         [("mail", "jan@x.nl"), ("mail", "jan (at) x (punt) nl")]),
        ("dank @jan.bakt, @floor@kook.example",
         [("handle", "@jan.bakt"), ("handle", "@floor@kook.example")]),
        ("zie https://x.nl/r?token=abc, en https://x.nl/retour of www.x.nl/bestelling/204417.",
         [("link", "https://x.nl/r?token=abc"), ("link", "www.x.nl/bestelling/204417")]),
        ("1234 AB 12a", [("postcode", "1234 AB 12a")]),
        ("1234 AB 12 dagen", [("postcode", "1234 AB")]),
        ("1234 SS", []),
        ("1234 in, huisnummer 4", [("postcode", "1234 in, huisnummer 4")]),
        ("postcode 1234 in", [("postcode", "1234 in")]),
        ("1234zz en 1500km", [("postcode", "1234zz")]),
        ("Lange Nieuwstraat 4, dorpsstraat 12-2",
         [("street", "Lange Nieuwstraat 4"), ("street", "dorpsstraat 12-2")]),
        ("Laan van Meerdervoort 5", [("street", "Laan van Meerdervoort 5")]),
        ("ons adres is Voorhout 7", [("street", "Voorhout 7")]),
        ("at 12 Baker Street", [("street", "12 Baker Street")]),
        ("Onderweg 4, Kerkweg 3 dagen dicht, Oude Markt 3 dagen", []),
        ("geboren op 12-03-1985, birthday: March 12, 1985",
         [("birth", "12-03-1985"), ("birth", "March 12, 1985")]),
        ("van 12-03-1985", [("birth", "12-03-1985")]),
        ("kenteken ab 123 c en XX-99-99", [("plate", "ab 123 c"), ("plate", "XX-99-99")]),
        ("Op 03-05-2024 1130 uur en 03-05-2024 11 uur", []),
        ("call me: 612345678", [("phone", "612345678")]),
        ("Ik ben Anna, mijn man Erik en mevrouw de Vries",
         [("name", "Anna"), ("name", "Erik"), ("name", "de Vries")]),
        ("Dag Anna,\n\nDank\n\ngroetjes, els", [("name", "Anna"), ("name", "els")]),
        ("Beste mensen,\nDank.\nMet vriendelijke groet,\nHet team", []),
    ],
)  # fmt: skip
def test_what_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_names_that_are_known_are_found_whole_and_in_parts() -> None:
    text = "anna de  boer belde. De boer is weg, Anna's pan en BOER ook, aan Jo"
    assert [one for _, one in kinds(text, "Anna de Boer", "Jo", "")] == [
        "anna de  boer", "Anna's", "BOER", "Jo",
    ]  # fmt: skip
    assert kinds("Jo", "jo") == [("name", "Jo")]
    assert kinds("Bij Windhoos en Boer", "Bureau Windhoos", "Anna Boer") == [
        ("name", "Windhoos"), ("name", "Boer"),
    ]  # fmt: skip
    assert kinds("mevrouw van Boer Windhoos", "Van Boer", "Windhoos")[0][1] == "van Boer"
    assert kinds("A. Windhoos", "Bureau Windhoos") == [("name", "Windhoos")]


def test_what_is_the_firm_s_own_stays() -> None:
    text = "Mail info@winkel.nl of jan@x.nl"
    assert mask(text, keep=["Info@Winkel.nl"]).text == "Mail info@winkel.nl of [e-mailadres]"


def test_placeholders_keep_the_sense_in_both_languages_and_say_where_they_stand() -> None:
    text = "Anna (06-12345678) mist order 20417."
    dutch, english = mask(text, names=["Anna"]), mask(text, names=["Anna"], language="en")
    assert dutch.text == "[naam] ([telefoon]) mist order [bestelnummer]."
    assert english.text == "[name] ([phone]) mist order [order number]."
    for one in (*dutch.masks, *english.masks):
        whole = dutch.text if one in dutch.masks else english.text
        assert whole[one.start :].startswith(one.placeholder)
    assert [one.original for one in dutch.masks] == ["Anna", "06-12345678", "20417"]
    assert mask("Anna", names=["Anna"], language="fy").text == "[naam]"
    assert all(set(words) == set(Kind) for words in PLACEHOLDERS.values())


def test_a_title_and_its_text_know_what_the_other_says() -> None:
    title, text = together("Pan 20417", "Order 20417 van Anna", names=["Anna"], language="en")
    assert (title.text, text.text) == ("Pan [order number]", "Order [order number] van [name]")
    assert [text.text[one.start :].startswith(one.placeholder) for one in text.masks] == [True] * 2


def test_what_was_masked_is_not_found_again() -> None:
    once = mask("\n".join(one.text for one in planted(100, 3)))
    assert [one for one in found(once.text) if one.kind is not Kind.NAME] == []


def test_check_digits() -> None:
    assert is_iban("NL91ABNA0417164300")
    assert not is_iban("NL92ABNA0417164300")
    assert is_bsn("123456782")
    assert not is_bsn("000000000")
    assert not is_bsn("1234567")
    assert is_card("378282246310005")
