"""Finds the web addresses in a text that X and Mastodon count as a link."""

import re

_LABEL = r"[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?"
_LETTERS = r"a-z0-9_\u00c0-\u024f\u0400-\u04ff"
_INNER = rf"[{_LETTERS}!*';:=+,.$%#\[\]\u2013~@|&/-]"
_PAIR = rf"\({_INNER}*\)"
_PATH = rf"(?:/(?:(?:{_INNER}|{_PAIR})*(?:[{_LETTERS}=#/+-]|{_PAIR}))?)?"
_QUERY = r"(?:\?[a-z0-9!?*'();:&=+$/%#\[\]_.,~|@-]*[a-z0-9_&=#/-])?"
_TAIL = rf"(?::\d+)?{_PATH}{_QUERY}"
_HOST = r"[\w-]+(?:\.[\w-]+)*\.(?:xn--[a-z0-9-]+|[^\W\d_]{2,})"
_WITH_SCHEME = rf"(?<![a-z0-9@\uff20$#\uff03])https?://(?P<host>{_HOST}){_TAIL}"
_BARE = (
    rf"(?<![a-z0-9@\uff20$#\uff03_./-])(?:{_LABEL}\.)+(?P<top>[a-z]{{2,}})(?![0-9a-z@+_-]){_TAIL}"
)
_FULL = re.compile(_WITH_SCHEME, re.IGNORECASE)
_BOTH = re.compile(f"{_WITH_SCHEME}|{_BARE}", re.IGNORECASE)

_COUNTRIES = (
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq "
    "br bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do "
    "dz ec ee eg eh er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt "
    "gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr "
    "kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt "
    "mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt "
    "pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc "
    "td tf tg th tj tk tl tm tn to tp tr tt tv tw tz ua ug uk um us uy uz va vc ve vg vi vn vu wf "
    "ws ye yt za zm zw"
)
_OTHERS = (
    "academy aero agency amsterdam app art asia band bar beauty berlin best bike bio biz blog "
    "brussels business cab cafe camera camp care cat center city clothing cloud club coach coffee "
    "com community company coop delivery design dev digital directory edu education email energy "
    "events expert family fashion film fitness florist frl fun fund gallery games garden gent gift "
    "gmbh gov group guru haus help home horse host hotel house immo info ink int international "
    "jewelry jobs kitchen land legal life link live love ltd management market marketing media "
    "menu mil mobi moda museum name net network news nyc one online org page paris parts party "
    "photo photography photos pizza plus post press pro promo pub recipes rent repair restaurant "
    "run sale school service services shoes shop shopping show site ski social software solutions "
    "space store studio style support systems taxi team tech tel theater tips tires today tools "
    "top tours toys training travel vet video vin vision vlaanderen voyage watch website wedding "
    "wiki wine work works world xxx xyz yoga zone"
)
TOPS = frozenset(f"{_COUNTRIES} {_OTHERS}".split())
"""Ends of names that make a link of one that has no "https://": all countries, and the common."""

_LONGEST_LABEL = 63


def without_addresses(text: str, *, bare: bool) -> tuple[list[str], int]:
    """Return the pieces of a text between its addresses, and how many addresses there are.

    Args:
        bare: "winkel.nl" is one as well (X), not only "https://winkel.nl" (X and Mastodon).
    """
    pieces, end = [], 0
    for found in (_BOTH if bare else _FULL).finditer(text):
        host = found["host"]
        if _names_a_host(host) if host else found["top"].lower() in TOPS:
            pieces.append(text[end : found.start()])
            end = found.end()
    return [*pieces, text[end:]], len(pieces)


def _names_a_host(host: str) -> bool:
    labels = host.split(".")
    fits = all(_wire_length(one) <= _LONGEST_LABEL for one in labels)
    edges = all(one.strip("-_") == one for one in labels)
    return fits and edges and not any("_" in one for one in labels[-2:])


def _wire_length(label: str) -> int:
    """Return how long a label is in the name system (RFC 3492)."""
    return len(label) if label.isascii() else len("xn--") + len(label.encode("punycode"))
