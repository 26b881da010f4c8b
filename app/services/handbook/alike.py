"""What makes two questions alike by their words: stems, parts of compounds, and words in a row."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from app.models.rules import radar
from app.models.rules.handbook.from_case import bare
from app.models.rules.radar import Measure, Vector
from app.services.search.words import stem, words_of

SHORTEST, SHORTEST_PART, LONGEST_TEXT = 3, 4, 1_000
_MARK = " "
"""Between two stems that stand in a row."""

_STOP_TEXT = (
    "aan aub alle alleen als altijd alvast ander andere anders bedankt beetje ben bent beste bij"
    " daar dag dan dank"
    " dat deze die dit doe doen doet door dus echt een eens eerst eigenlijk elkaar elke enige erg"
    " even gaan gaat"
    " geen goed graag groet groeten groetjes haar had hallo heb hebben hebt heeft heel hem het"
    " hier hij hoe hoi hoor"
    " hun iemand iets jou jouw jullie kan klopt komen komt kon krijg krijgen kun kunnen kunt laat"
    " maar mag meer"
    " men met mij mijn moet moeten mogen naar net niet niets nog nou nu of om omdat ons onze ook"
    " op over snel soms"
    " staat steeds te toch toe tot uit uw van vandaag veel verder via volgens voor vraag vraagje"
    " vriendelijke waar"
    " waarom wanneer want was wat weer wel weten welke werd wie wil willen worden wordt zal zeg"
    " zelf zeer zich zien"
    " zijn zit zo zonder zou zowel able about after again all also and any are back been before"
    " but can could dear"
    " did does doing don done else for from get give good had has have hello her here him his how"
    " into its just kind"
    " know like may maybe more much myself need not now off one only other our out over please"
    " possible question"
    " quick regards same she should since some still such thank thanks that the their them then"
    " there they this too"
    " was way well were what when where which who why will wish with would yes you your"
    " advise answer answer idea forward look normal photo see help helpen foto raden advies bekend"
    " idee horen vinden"
    " vond zag gekocht bought noticed bestel besteld ordered"
)  # fmt: skip
_STOP = frozenset(_STOP_TEXT.split())


@dataclass(frozen=True, slots=True)
class Group:
    """Messages that ask the same, by their place, and the words that they share."""

    members: tuple[int, ...]
    words: tuple[str, ...]


Similar = Callable[[Sequence[str], int], list[Group]]
"""Puts texts that ask the same together, in groups of at least so many."""


def alike_by_words(texts: Sequence[str], least: int) -> list[Group]:
    """Group texts by their words; each group says which words, as they are written, it shares."""
    found = vectors_of(texts)
    return named(texts, found, radar.groups(found, Measure(least=least)))


def vectors_of(texts: Sequence[str]) -> list[Vector]:
    """Return what texts say, by their words, as vectors of length 1."""
    documents = [_stems(text) for text in texts]
    known = Counter(one for document in documents for one in set(document))
    parts = {one: _parts(one, known) for one in known}
    return radar.vectors([_features(one, parts) for one in documents], common=Measure().common)


def named(
    texts: Sequence[str], found: Sequence[Vector], groups: Iterable[Sequence[int]]
) -> list[Group]:
    """Return groups of texts with the words that each shares, as they are mostly written."""
    spelled = _spelled(texts)
    made = []
    for group in groups:
        names = [one for one in radar.shared(found, group, most=12) if _MARK not in one]
        made.append(Group(tuple(group), tuple(spelled.get(one, one) for one in names[:5])))
    return made


def stems_of(text: str) -> frozenset[str]:
    """Return the stems of what a text says, without words that say nothing."""
    return frozenset(_stems(text))


def _stems(text: str) -> list[str]:
    words = words_of(bare(text)[:LONGEST_TEXT])
    return [stem(one) for one in words if _says(one)]


@lru_cache(maxsize=20_000)
def _says(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha() and word not in _STOP


def _parts(word: str, known: Counter[str]) -> tuple[str, ...]:
    """Return the known words that a compound begins or ends with."""
    if len(word) < 2 * SHORTEST_PART:
        return ()
    ends = range(SHORTEST_PART, len(word) - SHORTEST_PART + 2)
    halves = {word[:at] for at in ends} | {word[at:] for at in ends}
    return tuple(half for half in halves if half in known and len(half) >= SHORTEST_PART)


def _features(stems: Sequence[str], parts: dict[str, tuple[str, ...]]) -> list[str]:
    rows = [_MARK.join(sorted(pair)) for pair in pairwise(stems)]
    return [*stems, *(part for one in stems for part in parts[one]), *rows]


def _spelled(texts: Sequence[str]) -> dict[str, str]:
    """Return how each stem is mostly written."""
    counted: dict[str, Counter[str]] = {}
    for text in texts:
        for word in words_of(text[:LONGEST_TEXT]):
            if _says(word):
                counted.setdefault(stem(word), Counter())[word] += 1
    return {one: forms.most_common(1)[0][0] for one, forms in counted.items()}
