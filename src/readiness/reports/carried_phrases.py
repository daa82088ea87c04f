"""What a report says of the round before; patterns for `str.format`, as in `phrases`."""

from typing import Final

ROUND: Final = "“{round}” of {day}"
ROUND_NO_DAY: Final = "“{round}”, without a date"
NO_ANSWER: Final = "not answered"
NOT_ASKED: Final = "not asked"
OWN_WORDS: Final = "in their own words, which stay private"
CARRIED_ONE: Final = (
    "One answer was carried over from {rounds} and not asked again; the appendix names it."
)
CARRIED: Final = (
    "{count} answers were carried over from {rounds} and not asked again; the appendix names them."
)
