"""What is masked in a text, and the words that stand for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a piece of text says about somebody."""

    NAME = "name"
    MAIL = "mail"
    PHONE = "phone"
    IBAN = "iban"
    BSN = "bsn"
    CARD = "card"
    POSTCODE = "postcode"
    STREET = "street"
    ORDER = "order"
    INVOICE = "invoice"
    CUSTOMER = "customer"
    NUMBER = "number"
    PARCEL = "parcel"
    BIRTH = "birth"
    PLATE = "plate"
    LINK = "link"
    HANDLE = "handle"


@dataclass(frozen=True, slots=True)
class Found:
    """Something to mask: `original` stands from `start` up to `end` in a text."""

    kind: Kind
    start: int
    end: int
    original: str


PLACEHOLDERS: Mapping[str, Mapping[Kind, str]] = {
    "nl": {
        Kind.NAME: "[naam]", Kind.MAIL: "[e-mailadres]", Kind.PHONE: "[telefoon]",
        Kind.IBAN: "[IBAN]", Kind.BSN: "[BSN]", Kind.CARD: "[kaartnummer]",
        Kind.POSTCODE: "[postcode]", Kind.STREET: "[adres]", Kind.ORDER: "[bestelnummer]",
        Kind.INVOICE: "[factuurnummer]", Kind.CUSTOMER: "[klantnummer]", Kind.NUMBER: "[nummer]",
        Kind.PARCEL: "[pakketnummer]", Kind.BIRTH: "[geboortedatum]", Kind.PLATE: "[kenteken]",
        Kind.LINK: "[link]", Kind.HANDLE: "[account]",
    },
    "en": {
        Kind.NAME: "[name]", Kind.MAIL: "[e-mail]", Kind.PHONE: "[phone]",
        Kind.IBAN: "[IBAN]", Kind.BSN: "[BSN]", Kind.CARD: "[card number]",
        Kind.POSTCODE: "[postcode]", Kind.STREET: "[address]", Kind.ORDER: "[order number]",
        Kind.INVOICE: "[invoice number]", Kind.CUSTOMER: "[customer number]",
        Kind.NUMBER: "[number]", Kind.PARCEL: "[parcel number]", Kind.BIRTH: "[date of birth]",
        Kind.PLATE: "[licence plate]", Kind.LINK: "[link]", Kind.HANDLE: "[account]",
    },
}  # fmt: skip
