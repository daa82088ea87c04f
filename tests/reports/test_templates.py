"""A user's own templates: each overrides a shipped one by name, and a broken one is a problem with file and line."""

from pathlib import Path

import pytest
from tests.reports.shipped import content, evaluation, report

from readiness import reports
from readiness.errors import InvalidInput
from readiness.reports.living.stamp import unstamped


def _with(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, "utf-8")
    return reports.markdown(evaluation({}), content(), folder=folder)


def test_a_template_is_overridden_by_its_name(tmp_path: Path) -> None:
    """One part replaced leaves the others as shipped."""
    text = _with(tmp_path, "contents.md.j2", "Made by {{ report.agency }} & friends.\n")
    assert "\nMade by Riverbend & friends.\n" in text
    assert "The rest of this report" not in text
    assert "## Scorecard" in text


def test_values_in_own_templates_are_escaped_too(tmp_path: Path) -> None:
    """A value in a user's own template is escaped like any other."""
    (tmp_path / "full.md.j2").write_text("# {{ report.agency }}\n", "utf-8")
    own = evaluation({}, agency="*Stars* & <b>")
    text = reports.markdown(own, content(), folder=tmp_path)
    assert unstamped(text).rstrip() == "# \\*Stars\\* & \\<b\\>"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a\n{% if report %}\nb\n", 3, "endif"),
        ("a\n\n{{ report.moood }}\n", 3, "there is no `moood` here"),
        ("{{ report.agency.__class__.__mro__ }}", 1, "unsafe"),
        ('a\n{% include "gone.md.j2" %}\n', None, "no template of this name"),
        ("a\n{{ 1 / 0 }}\n", 2, "division by zero"),
        ("{{ report | nofilter }}", 1, "nofilter"),
    ],
)
def test_a_broken_template_is_a_problem(
    tmp_path: Path, text: str, line: int | None, words: str
) -> None:
    """A broken template is one problem in plain words, with its file, and its line where there is one."""
    with pytest.raises(InvalidInput) as caught:
        _with(tmp_path, "contents.md.j2", text)
    (problem,) = caught.value.problems
    assert words in str(problem)
    assert getattr(problem, "line", 0) == line
    assert ".md.j2" in str(problem)


def test_a_template_that_is_not_utf_8_is_a_problem(tmp_path: Path) -> None:
    """A template in another encoding is told, and no report is made."""
    (tmp_path / "contents.md.j2").write_bytes(b"\xe9\n")
    with pytest.raises(InvalidInput, match=r"contents\.md\.j2: .*UTF-8"):
        reports.markdown(evaluation({}), content(), folder=tmp_path)


def test_compiled_templates_are_kept_where_wanted(tmp_path: Path) -> None:
    """With a cache the second report comes from compiled templates and is the same; a file in its way is no fault."""
    cache = tmp_path / "deep" / "cache"
    first = reports.markdown(evaluation({}), content(), cache=cache)
    kept = sorted(path.name for path in cache.iterdir())
    assert len(kept) >= 8
    assert reports.markdown(evaluation({}), content(), cache=cache) == first
    assert sorted(path.name for path in cache.iterdir()) == kept
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    assert reports.markdown(evaluation({}), content(), cache=in_the_way) == first


def test_a_report_is_the_same_each_time() -> None:
    """The same assessment gives the same report."""
    assert report({}) == report({})


@pytest.mark.parametrize(
    "text",
    [
        "{{ report.__class__ }}",
        "{{ report.__struct_fields__ }}",
        "{{ report['__class__'] }}",
        "{{ report | attr('__class__') }}",
        "{{ ''.__class__ }}",
        "{{ '{0.__class__}'.format(report) }}",
        "{{ report.of_no_such_name }}",
        "{% macro m() %}x{% endmacro %}{{ m.__globals__ }}",
    ],
)
def test_what_the_sandbox_keeps_back_stays_out_of_reach(tmp_path: Path, text: str) -> None:
    """However a template asks for what is inside Python, it is refused and nothing is written."""
    with pytest.raises(InvalidInput):
        _with(tmp_path, "contents.md.j2", text)


def test_what_marks_text_as_safe_is_shown_as_it_is(tmp_path: Path) -> None:
    """A macro's own marks stay, what it is given is escaped once, and a number is shown as a number."""
    own = "{% macro strong(x) %}**{{ x }}**{% endmacro %}{{ strong('a*b') }} {{ 7 }} {{ 1.5 }}\n"
    assert "\n**a\\*b** 7 1.5\n" in _with(tmp_path, "contents.md.j2", own)
