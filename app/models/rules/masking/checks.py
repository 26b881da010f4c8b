"""The check digits of numbers that banks and the state give out."""

_LENGTHS = {
    "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18,
    "EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22,
    "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MT": 31, "NL": 18,
    "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TR": 26,
}  # fmt: skip
"""Characters of an IBAN by country (SWIFT's IBAN registry; Europe and Turkey)."""

_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def iban_length(country: str) -> int | None:
    """Return how many characters an IBAN of a country has, None for one that is not known."""
    return _LENGTHS.get(country.upper())


def is_iban(text: str) -> bool:
    """Tell whether letters and digits without spaces check as an IBAN (ISO 13616: mod 97)."""
    moved = text[4:] + text[:4]
    return int("".join(str(int(one, 36)) for one in moved)) % 97 == 1


def is_bsn(digits: str) -> bool:
    """Tell whether 8 or 9 digits pass the test of eleven of the Dutch citizen service number."""
    if len(digits) not in {8, 9} or not digits.strip("0"):
        return False
    pairs = zip(_BSN_WEIGHTS, digits.zfill(9), strict=True)
    return sum(weight * int(digit) for weight, digit in pairs) % 11 == 0


def is_card(digits: str) -> bool:
    """Tell whether digits pass the test of bank cards (ISO/IEC 7812: Luhn)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
