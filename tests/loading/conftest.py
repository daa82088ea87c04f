"""Small content of our own: a profile, a questionnaire about it, scales and sources."""

from collections.abc import Callable

import pytest

from readiness.errors import InvalidInput
from readiness.loading import Library

SCALES = """\
scales:
  - id: implementation
    options:
      - {id: not_yet, label: Not yet, points: 0}
      - {id: planned, label: Planned, points: 1/4}
      - {id: partly, label: Partly, points: 0.5}
      - {id: mostly, label: Mostly, points: 3/4}
      - {id: fully, label: Fully, points: 1}
  - id: yes_no
    options:
      - {id: yes, label: Yes}
      - {id: no, label: No}
    lexicon: {yes: [we do, sure], dont_know: [no idea]}
"""

SOURCES = """\
sources:
  - {prefix: wise, title: The toolkit}
  - {prefix: wise.c01, title: The first competency, page: 010}
"""

PROFILE = """\
id: agency-profile
title: About the agency
version: 1.0.0
scales:
  - id: worker_kinds
    options:
      - {id: employee, label: Employees}
      - {id: volunteer, label: Volunteers}
sections:
  - id: profile
    title: Profile
    items:
      - {id: drives, ask: Will they drive?, source: wise, scale: yes_no}
      - {id: workers, ask: Who is taken on?, source: wise, kind: choices, scale: worker_kinds}
      - {id: staff, ask: How many?, source: wise, kind: number}
      - {id: start, ask: When?, source: wise, kind: date}
      - {id: area, ask: Where?, source: wise, kind: text}
      - {id: car, ask: Whose car?, source: wise, scale: yes_no, when: {profile.drives: yes}}
"""

MAIN = """\
id: employer-competencies
title: Competencies
version: 1.10
scale: implementation
retired: {culture.gone: none, culture.old: culture.basics}
sections:
  - id: culture
    number: 1
    title: Culture
    source: wise.c01
    items:
      - id: basics
        ask: Do people know what recovery means?
        source: [wise.c01.q1]
        anchors: {not_yet: Few do., partly: Some do., fully: All do.}
        quick: yes
        weight: 1/2
        actions:
          - id: teach
            do: Teach it.
            first_step: Pick a date.
            done_when: Everyone came.
            owner: trainer
            source: wise.c01
      - id: pay
        ask: Is pay fair?
        source: wise.c01
        gate: posting
        when: {profile.workers: employee, profile.staff: {at_least: 2}}
      - id: words
        kind: text
        ask: Which words are used?
        source: wise.c01
        when: {culture.basics: {at_most: partly}}
"""

CHECKLIST = """\
id: onboarding
title: Onboarding
version: 1.0.0
kind: checklist
sections:
  - id: before
    title: Before
    items:
      - {id: paperwork, ask: Do the paperwork., source: wise}
      - id: license
        ask: Copy the license.
        source: wise
        part_of: paperwork
        when: {profile.drives: yes}
        versions: {employee: Copy the license for HR.}
"""

TEXTS = {
    "scales.yaml": SCALES,
    "sources.yaml": SOURCES,
    "agency-profile.yaml": PROFILE,
    "employer-competencies.yaml": MAIN,
    "onboarding.yaml": CHECKLIST,
}


@pytest.fixture
def texts() -> dict[str, str]:
    """The small content, by file name; every test has its own copy."""
    return dict(TEXTS)


@pytest.fixture
def library(texts: dict[str, str]) -> Library:
    """A library of the small content."""
    return Library.from_texts(texts)


@pytest.fixture
def problems(texts: dict[str, str]) -> Callable[..., list[str]]:
    """The problems, as text, after one part of one file was replaced by another."""

    def after(file: str, old: str, new: str) -> list[str]:
        assert old in texts[file]
        texts[file] = texts[file].replace(old, new, 1)
        try:
            Library.from_texts(texts).all()
        except InvalidInput as error:
            return [str(problem) for problem in error.problems]
        return []

    return after
