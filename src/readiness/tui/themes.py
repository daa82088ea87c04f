"""Light, dark and high contrast: one accent colour each, for what can be acted on now."""

import os

from textual.theme import Theme

DARK, LIGHT, CONTRAST = "readiness-dark", "readiness-light", "readiness-contrast"

# What was said before is dimmer the older it is; all of it stays readable (at least 4.5 to 1).
DEFAULTS = {"said-older": "#a9adb6", "said-oldest": "#868b95", "rule": "#3a3f49"}


def themes() -> tuple[Theme, ...]:
    """The three themes."""
    return (
        Theme(
            name=DARK,
            primary="#7db7cf",
            accent="#7db7cf",
            foreground="#dcdee3",
            background="#15171b",
            surface="#1d2026",
            panel="#262a31",
            warning="#dcdee3",
            error="#dcdee3",
            success="#dcdee3",
            variables=DEFAULTS,
        ),
        Theme(
            name=LIGHT,
            primary="#12627e",
            accent="#12627e",
            foreground="#24272c",
            background="#fbfaf7",
            surface="#f1efe9",
            panel="#e6e3da",
            warning="#24272c",
            error="#24272c",
            success="#24272c",
            dark=False,
            variables={"said-older": "#4d525a", "said-oldest": "#686d76", "rule": "#cfcbc0"},
        ),
        Theme(
            name=CONTRAST,
            primary="#ffd75f",
            accent="#ffd75f",
            foreground="#ffffff",
            background="#000000",
            surface="#000000",
            panel="#262626",
            warning="#ffffff",
            error="#ffffff",
            success="#ffffff",
            text_alpha=1.0,
            variables={"said-older": "#e4e4e4", "said-oldest": "#d0d0d0", "rule": "#ffffff"},
        ),
    )


def first_theme() -> str:
    """The theme to begin with: light where the terminal says that it is light (COLORFGBG), else dark."""
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT if background in ("7", "15") else DARK
