"""The parts without a screen: text fit to be shown, lines, dates in words, choices, colours."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.color import Color

from readiness.tui import words
from readiness.tui.asking import Asked, Choice, offered
from readiness.tui.entry import completing
from readiness.tui.moments import when
from readiness.tui.report import parts
from readiness.tui.sections import Sections, Stage
from readiness.tui.themes import themes
from readiness.tui.wrapping import fit, flow, wrap

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@given(st.text(), st.integers(4, 90))
def test_lines_fit(text: str, width: int) -> None:
    """No line is wider than asked for, and no word is lost."""
    lines = wrap(words.shown(text), width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(words.shown(text).split())


@given(st.text())
def test_clean_is_one_line(text: str) -> None:
    """What goes into the line of input has no control characters, and keeps every other one."""
    cleaned = words.clean(text)
    assert "\n" not in cleaned
    assert "\x1b" not in cleaned
    assert [c for c in cleaned if c.isalnum()] == [c for c in text if c.isalnum()]


@given(st.text(alphabet="abc 漢字é", max_size=40), st.integers(1, 30))
def test_fit_is_exact(text: str, width: int) -> None:
    """A cell of a table takes exactly its width."""
    assert cell_len(fit(text, width)) == width


@given(st.lists(st.text(alphabet="abc", min_size=1, max_size=12), max_size=12), st.integers(12, 60))
def test_flow_keeps_all(pieces: list[str], width: int) -> None:
    """Choices set into lines all appear once, in order, and fit."""
    lines = flow(pieces, width, "  ")
    assert [place for line in lines for place in line] == list(range(len(pieces)))
    assert all(len("  ".join(pieces[place] for place in line)) <= width for line in lines)


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(minutes=1), "just now"),
        (timedelta(hours=3), "today"),
        (timedelta(days=1), "yesterday"),
        (timedelta(days=4), "Tuesday"),
        (timedelta(days=18), "3 November"),
        (timedelta(days=400), "17 October 2025"),
    ],
)
def test_when(ago: timedelta, said: str) -> None:
    """A moment is named as people name it."""
    assert when(NOW - ago, NOW) == said


def test_offered() -> None:
    """A question that names its choices gives them up for one-key answers."""
    asked = offered(
        "How much time is there? 1 quick check, about 15 minutes; 2 full check, all day."
    )
    assert asked.text == "How much time is there?"
    assert [choice.label for choice in asked.choices] == [
        "quick check, about 15 minutes",
        "full check, all day",
    ]


@pytest.mark.parametrize(
    ("text", "places"), [("2", (1,)), (" 2 ", (1,)), ("3", ()), ("2 of", ()), ("", ()), ("12", ())]
)
def test_numbered(text: str, places: tuple[int, ...]) -> None:
    """Only a digit that stands alone and before a choice means that choice."""
    asked = Asked(choices=(Choice("No", "1", 1), Choice("Yes", "2", 2), Choice("skip", "/skip")))
    assert asked.numbered(text) == places


def test_numbered_many() -> None:
    """Where several may be taken, several digits mean several choices."""
    asked = Asked(choices=(Choice("A", "1", 1), Choice("B", "2", 2)), many=True)
    assert asked.numbered("2, 1") == (0, 1)
    assert asked.numbered("2, 9") == ()


def test_completion() -> None:
    """A beginning of two letters or more is completed; what is typed is never changed."""
    complete = completing(("/review", "/redo"))
    assert complete("/re") == "/review"
    assert complete("/red") == "/redo"
    assert complete("/RE") == "/REview"
    assert complete("/") == ""
    assert complete("zz") == ""


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
def test_contrast(theme: object) -> None:
    """Every colour of text stands out from its ground by at least 4.5 to 1 (WCAG 2.2, 1.4.3)."""
    ground = Color.parse(theme.background)  # type: ignore[attr-defined]
    variables = theme.variables  # type: ignore[attr-defined]
    texts = (theme.foreground, theme.accent, variables["said-older"], variables["said-oldest"])  # type: ignore[attr-defined]
    assert all(_contrast(Color.parse(text), ground) >= 4.5 for text in texts)


@given(
    st.lists(st.sampled_from(["# A", "## B", "### C", "- d", "  - e", "", "text"]), max_size=120)
)
def test_report_parts_are_whole(lines: list[str]) -> None:
    """A report that is shown in parts is the whole report."""
    text = "\n".join(lines)
    assert "".join(parts(text)) == text


def _contrast(one: Color, other: Color) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part) for part in color.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


async def test_sections_told_before_they_have_a_size() -> None:
    """What is to be shown before the screen is laid out stands there once it is, and at any later size."""
    sections = Sections()
    sections.show([Stage("Before posting", 0, 5, here=True), Stage("Culture", 0, 7)], "soon")

    class Small(App[None]):
        def compose(self) -> ComposeResult:
            for theme in themes():
                self.register_theme(theme)
            self.theme = themes()[0].name
            yield sections

    app = Small()
    async with app.run_test(size=(40, 10)) as pilot:
        for size in ((40, 10), (50, 14)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            said = ["".join(text for text, _ in row).strip() for row in sections.rows()]
            assert len(said) == sections.content_size.height
            assert said[0].startswith("›Before posting")
            assert said[-1] == "soon"
