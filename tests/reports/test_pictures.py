"""The pictures: what they show in numbers, in words and without colour."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reports.shipped import STEMS, content, evaluation, everything, example_handout, scored

from readiness import reports
from readiness.domain.answers import Answer, Missing
from readiness.domain.log import PlanMark
from readiness.domain.look import Look
from readiness.reports.formats import render
from readiness.reports.kinds import Handout
from readiness.reports.pictures import drawn
from readiness.reports.rendering import Rendering

SPACE = "{http://www.w3.org/2000/svg}"


def svgs(handout: Handout, look: Look | None = None) -> dict[str, ElementTree.Element]:
    """The pictures of a report, as XML."""
    made = drawn(handout.pictures.values(), Rendering(look=look or Look()))
    return {name: ElementTree.fromstring(svg) for name, svg in made.items()}  # noqa: S314  our own


@pytest.mark.parametrize("stem", STEMS)
def test_every_picture_says_what_it_shows(stem: str) -> None:
    """Each is an image with words that name every part of it, and its colours are those of the look."""
    handout = example_handout(stem)
    look = Look(accent="#123456", second="#654321")
    for name, svg in svgs(handout, look).items():
        about = handout.pictures[name]
        assert svg.get("role") == "img"
        assert svg.get("aria-label") == about.alt
        assert "#123456" in ElementTree.tostring(svg, "unicode")


def test_a_bar_is_as_long_as_its_score() -> None:
    """Solid up to the low bound, striped up to the high one, in the same measure for every part."""
    handout = example_handout("county-funded-california")
    rows = handout.pictures["competencies"].values["rows"]
    assert isinstance(rows, tuple)
    bars = svgs(handout)["competencies"].findall(f"{SPACE}rect")
    solid = [float(bar.get("width", 0)) for bar in bars if bar.get("class") == "sure"]
    assert solid == pytest.approx([row.low * 4.2 for row in rows])
    striped = [float(bar.get("width", 0)) for bar in bars if "url" in str(bar.get("fill"))]
    assert striped == pytest.approx([(r.high - r.low) * 4.2 for r in rows if r.high > r.low])


def test_what_is_unknown_is_striped_and_not_only_paler() -> None:
    """Without any colour a solid bar and a striped one are told apart."""
    (pattern,) = svgs(example_handout("county-funded-california"))["competencies"].iter(
        f"{SPACE}pattern"
    )
    fills = {rect.get("fill") for rect in pattern}
    assert len(fills) == 2


def test_the_survey_leans_to_both_sides() -> None:
    """Disagreeing goes to the left of the middle, agreeing to the right, neutral is a dot, and nothing is no bar."""
    steps = ("strongly_disagree", "neutral", "agree", Missing.DONT_KNOW)
    survey = [item for item in scored() if item.id.startswith("workplace.")]
    answers = {item.id: Answer(steps[n % 4]) for n, item in enumerate(survey)}
    handout = reports.handout(evaluation(answers, role="peer_staff"), content())
    svg = svgs(handout)["survey"]
    lefts = [
        float(bar.get("x", 0)) for bar in svg.iter(f"{SPACE}rect") if bar.get("class") == "second"
    ]
    rights = [
        float(bar.get("x", 0)) for bar in svg.findall(f"{SPACE}rect") if bar.get("class") == "sure"
    ]
    assert lefts
    assert max(lefts) < 500 == min(rights)
    assert len(list(svg.iter(f"{SPACE}circle"))) == 3


def test_progress_is_drawn_once_there_is_some() -> None:
    """A plan that nobody has begun has no picture of progress; ticks and what is under way have one, with a table."""
    answers = everything("partly")
    first, second = [p.action.id for p in evaluation(answers).plan.next_30][:2]
    assert "progress" not in reports.handout(evaluation(answers), content()).pictures
    marks = {first: PlanMark(state="done"), second: PlanMark(state="doing")}
    handout = reports.handout(evaluation(answers, marks=marks), content())
    picture = handout.pictures["progress"]
    assert picture.rows[0][:3] == ("The next 30 days", "1", "1")
    html = render(handout, "html").decode()
    assert "The numbers in this picture" in html
    assert re.search(r'<th scope="row">The next 30 days</th><td>1</td><td>1</td>', html)


@given(st.sampled_from(["not_yet", "planned", "partly", "mostly", "fully"]), st.booleans())
def test_whatever_is_answered_can_be_drawn(value: str, half: bool) -> None:
    """No bar is longer than its room or shorter than nothing, and every picture is well-formed."""
    answers = everything(value)
    if half:
        answers = dict(list(answers.items())[::2])
    for svg in svgs(reports.handout(evaluation(answers), content())).values():
        for bar in svg.iter(f"{SPACE}rect"):
            assert 0 <= float(bar.get("width", 0)) <= 560
