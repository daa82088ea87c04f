"""Signs that no font on this computer can show: a PDF says them in words, so that none of them is lost.

Typst brings fonts for Latin, Greek, Cyrillic, Hebrew and Arabic; Chinese, Japanese, Korean and most emoji need a font
of the computer.
"""

import unicodedata
from collections.abc import Callable, Iterator

# Up to here the fonts that come with Typst have every sign.
_COVERED = 0x24F
# What joins emoji into one, or chooses how one looks: nothing by itself.
_JOINERS = frozenset("\u200d\ufe0e\ufe0f")


def spelt_out(markup: str, can_show: Callable[[str], bool]) -> str:
    """Markup in which every sign that cannot be shown is said in square brackets: `[grinning face]`, `[U+4F60]`.

    Args:
        markup: a whole document.
        can_show: whether there is a font for a sign.
    """
    lost = {sign for sign in _rare(markup) if not can_show(sign)}
    if not lost:
        return markup
    said = {ord(sign): f"[{_name(sign)}]" for sign in lost}
    said.update({ord(joiner): "" for joiner in _JOINERS})
    return markup.translate(said)


def _rare(markup: str) -> Iterator[str]:
    for sign in sorted(set(markup)):
        if ord(sign) > _COVERED and unicodedata.category(sign) not in ("Cf", "Mn", "Me"):
            yield sign


def _name(sign: str) -> str:
    """The name of a picture sign, or the number of a letter: the names of those tell a reader nothing."""
    pictured = unicodedata.category(sign) in ("So", "Sk", "Sm")
    return unicodedata.name(sign, "").lower() if pictured else f"U+{ord(sign):04X}"
