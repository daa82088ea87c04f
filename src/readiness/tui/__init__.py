"""The terminal UI: a door that opens it, and screens that hold no rule of the product."""

import gc
import sys
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readiness.assessment.handover import Handed
    from readiness.assessment.session import Session
    from readiness.conversation.opening import Opening
    from readiness.loading import Library
    from readiness.settings import SettingsFile
    from readiness.store import Store


def run(
    store: "Store",
    library: "Library",
    clock: Callable[[], datetime],
    hand_over: "Callable[[Session], Handed]",
    *,
    settings_file: "SettingsFile | None" = None,
    assessment_id: str | None = None,
    opening: "Opening | None" = None,
) -> None:
    """Open the terminal UI, until the person leaves it.

    Args:
        store: where assessments are kept.
        library: what is asked.
        clock: the time, with its zone.
        hand_over: writes a report, and says where it is.
        settings_file: where settings are kept; without one they hold until the person leaves.
        assessment_id: an assessment to go on with at once.
        opening: an assessment to begin at once; what is missing in it is asked for.

    Raises:
        ReadinessError: the assessment cannot be opened.
        KeyboardInterrupt: the person pressed Ctrl+C.
    """
    gc.disable()  # until the first screen is there; collecting while everything is still loaded costs a tenth of it
    # Textual paints from a thread of its own; by default it waits 5 ms for its turn while the rest is tidied up.
    sys.setswitchinterval(0.0005)
    from readiness.assessment.session import open_session
    from readiness.settings import SettingsFile
    from readiness.tui.app import House, ReadinessApp

    session = open_session(store, library, assessment_id) if assessment_id else None
    house = House(store, library, clock, hand_over, settings_file or SettingsFile(None))
    app = ReadinessApp(house, session, opening)
    app.run()
    if app.failure is not None:
        raise app.failure
    if app.interrupted:
        raise KeyboardInterrupt


__all__ = ["run"]
