"""Answers files in: every form of an answer, and every kind of problem."""
# ruff: noqa: E501 - a row of a table reads best as one line

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from readiness.domain.answers import Answer, Missing, Respondent
from readiness.domain.log import Entry, PlanMark
from readiness.errors import InvalidInput
from readiness.loading import Library, load_answers, parse_answers

FILE = """\
readiness: 1
agency: Riverbend
round: baseline
date: 2026-11-21
scope: full
respondent: {name: A. Rivera, role: leadership}
questionnaires: [agency-profile, employer-competencies]
answers:
  profile.drives: yes
  profile.workers: [employee, volunteer]
  profile.staff: 12
  profile.start: 2027-01-15
  profile.area: {text: skipped, note: as they say}
  culture.basics: {value: partly, note: The desk., flag: true, share: no}
  culture.pay: dont_know
"""

Said = Callable[[str, str], list[str]]


@pytest.fixture
def said(library: Library) -> Said:
    """The problems after one part of the file was replaced by another."""

    def after(old: str, new: str) -> list[str]:
        assert old in FILE
        try:
            parse_answers(FILE.replace(old, new, 1), "a.yaml", library)
        except InvalidInput as error:
            return [str(problem) for problem in error.problems]
        return []

    return after


def test_every_form_of_an_answer_is_read(library: Library) -> None:
    """Options, lists, numbers, dates, text, missing values, notes and marks become what they say."""
    loaded = parse_answers(FILE, "a.yaml", library)
    assessment = loaded.assessment
    assert assessment.agency == "Riverbend"
    assert assessment.date == date(2026, 11, 21)
    assert assessment.respondent == Respondent("A. Rivera", "leadership")
    assert assessment.questionnaires == ("agency-profile", "employer-competencies")
    assert dict(assessment.answers) == {
        "profile.drives": Answer("yes"),
        "profile.workers": Answer(("employee", "volunteer")),
        "profile.staff": Answer(12),
        "profile.start": Answer(date(2027, 1, 15)),
        "profile.area": Answer("skipped", "as they say"),
        "culture.basics": Answer("partly", "The desk.", flag=True, share=False),
        "culture.pay": Answer(Missing.DONT_KNOW),
    }
    assert loaded.warnings == ()


def test_a_file_needs_only_two_keys(texts: dict[str, str]) -> None:
    """The rest has defaults; questionnaires are then the three that ship."""
    texts["recovery-workplace.yaml"] = (
        "id: recovery-workplace\ntitle: T\nversion: 1\nsections: [{id: workplace, title: W, items: []}]\n"
    )
    library = Library.from_texts(texts)
    assessment = parse_answers("readiness: 1\nanswers: {}\n", "a.yaml", library).assessment
    assert assessment.agency == ""
    assert assessment.round == "baseline"
    assert assessment.scope == "full"
    assert assessment.questionnaires[0] == "agency-profile"


def test_one_choice_of_several_needs_no_list(said: Said) -> None:
    """A single option stands for a list of one."""
    assert said("[employee, volunteer]", "employee") == []


def test_decimals_are_numbers(library: Library) -> None:
    """A number may have a point."""
    loaded = parse_answers(FILE.replace("staff: 12", "staff: 1.5"), "a.yaml", library)
    assert loaded.assessment.answers["profile.staff"].value == 1.5


KINDS = {
    "unknown key": ("scope: full", "scop: full", "a.yaml:5:1: scop: unknown key `scop`. Did you mean scope?"),
    "unknown key of an answer": ("flag: true", "flags: true", "a.yaml:14:52: answers.culture.basics.flags: unknown key `flags`. Did you mean flag?"),
    "missing readiness": ("readiness: 1\n", "", "a.yaml:1:1: the key `readiness` is missing"),
    "missing answers": ("answers:", "agencies:", "a.yaml:1:1: the key `answers` is missing"),
    "future": ("readiness: 1", "readiness: 2", "a.yaml:1:12: readiness: this file was written by a newer version of Readiness (format 2). Update Readiness, then try again."),
    "format": ("readiness: 1", "readiness: one", "a.yaml:1:12: readiness: the format is 1, not `one`"),
    "unknown item": ("culture.pay", "culture.pai", "a.yaml:15:3: answers.culture.pai: there is no item `culture.pai`. Did you mean culture.pay?"),
    "item of another questionnaire": ("culture.pay", "before.paperwork", "a.yaml:15:3: answers.before.paperwork: there is no item `before.paperwork`"),
    "unknown option": ("value: partly", "value: party", "a.yaml:14:27: answers.culture.basics.value: `culture.basics` has no option `party`; it has not_yet, planned, partly, mostly, fully. Did you mean partly?"),
    "unknown option in a list": ("volunteer]", "volunter]", "a.yaml:10:31: answers.profile.workers[1]: `profile.workers` has no option `volunter`; it has employee, volunteer. Did you mean volunteer?"),
    "option twice": ("volunteer]", "employee]", "a.yaml:10:31: answers.profile.workers[1]: `employee` is here twice"),
    "missing value in a list": ("volunteer]", "skipped]", "a.yaml:10:31: answers.profile.workers[1]: `skipped` stands alone, without a list"),
    "list for an option": ("drives: yes", "drives: [yes]", "a.yaml:9:19: answers.profile.drives: one option is needed here, not a list"),
    "list for text": ("{text: skipped, note: as they say}", "[a]", "a.yaml:13:17: answers.profile.area: text is needed here, not a list"),
    "list for a number": ("staff: 12", "staff: [12]", "a.yaml:11:18: answers.profile.staff: a number is needed here, not a list"),
    "text for a number": ("staff: 12", "staff: twelve", "a.yaml:11:18: answers.profile.staff: a number from 0 to 999999999 is needed here, not `twelve`"),
    "endless number": ("staff: 12", "staff: 1e999", "a.yaml:11:18: answers.profile.staff: a number from 0 to 999999999 is needed here, not `1e999`"),
    "negative number": ("staff: 12", "staff: -3", "a.yaml:11:18: answers.profile.staff: a number from 0 to 999999999 is needed here, not `-3`"),
    "infinite number": ("staff: 12", "staff: .inf", "a.yaml:11:18: answers.profile.staff: a number from 0 to 999999999 is needed here, not `.inf`"),
    "no number": ("staff: 12", "staff: nan", "a.yaml:11:18: answers.profile.staff: a number from 0 to 999999999 is needed here, not `nan`"),
    "ten digits": ("staff: 12", "staff: 1000000000", "a.yaml:11:18: answers.profile.staff: a number from 0 to 999999999 is needed here, not `1000000000`"),
    "no option": ("[employee, volunteer]", "[]", "a.yaml:10:20: answers.profile.workers: no option is named here. Name at least one, or dont_know."),
    "id": ("scope: full", "scope: full\nid: a/b", "a.yaml:6:5: id: the id of an assessment has letters, digits and hyphens only. Write it so, or leave the line out: a new id is made then."),
    "empty id": ("scope: full", "scope: full\nid:", "a.yaml:6:4: id: there is no text here"),
    "text for a date": ("2027-01-15", "soon", "a.yaml:12:18: answers.profile.start: a date such as 2026-11-21 is needed here, not `soon`"),
    "impossible date of an answer": ("2027-01-15", "2027-02-29", "a.yaml:12:18: answers.profile.start: no calendar has the day 2027-02-29"),
    "impossible date": ("date: 2026-11-21", "date: 2026-02-30", "a.yaml:4:7: date: no calendar has the day 2026-02-30"),
    "date in words": ("date: 2026-11-21", "date: today", "a.yaml:4:7: date: a date such as 2026-11-21 is needed here, not `today`"),
    "unknown role": ("leadership", "boss", "a.yaml:6:37: respondent.role: `boss` is none of leadership, other_staff, peer_staff, person_served_or_family, supervisor"),
    "unknown scope": ("scope: full", "scope: fast", "a.yaml:5:8: scope: `fast` is none of full, quick"),
    "unknown questionnaire": ("employer-competencies]", "employer-competence]", "a.yaml:7:34: questionnaires[1]: there is no questionnaire `employer-competence`. Did you mean employer-competencies?"),
    "questionnaire twice": ("employer-competencies]", "employer-competencies, agency-profile]", "a.yaml:7:57: questionnaires[2]: `agency-profile` is here twice"),
    "no answer": ("drives: yes", "drives:", "a.yaml:9:18: answers.profile.drives: there is no answer here. Leave the line out, or write skipped."),
    "no value": ("value: partly, ", "", "a.yaml:14:19: answers.culture.basics: the key `value` is missing"),
    "both": ("text: skipped", "text: a, value: b", "a.yaml:13:17: answers.profile.area: either `value` or `text` holds the answer, not both"),
    "text for an option": ("value: partly", "text: partly", "a.yaml:14:26: answers.culture.basics.text: `text` is for text items, and `culture.basics` is a choice item"),
    "note that is a list": ("note: The desk.", "note: [a]", "a.yaml:14:41: answers.culture.basics.note: a note is text, not a list"),
    "flag": ("flag: true", "flag: maybe", "a.yaml:14:58: answers.culture.basics.flag: true or false is needed here, not `maybe`"),
    "answers as a list": ("answers:\n", "answers: []\nplan:\n", "a.yaml:8:10: answers: `key: value` lines are needed here, not a list"),
    "section": ("scope: full", "scope: full\nsections: [cultur]", "a.yaml:6:12: sections[0]: there is no section `cultur`. Did you mean culture?"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), KINDS.values(), ids=KINDS.keys())
def test_every_kind_of_problem_says_what_and_where(
    said: Said, old: str, new: str, message: str
) -> None:
    """One mistake gives its message with file, line and column."""
    assert message in said(old, new)


def test_all_problems_come_at_once(said: Said) -> None:
    """Nothing stops at the first."""
    broken = FILE.replace("drives: yes", "drives: maybe").replace("staff: 12", "staff: many")
    found = said(FILE, broken.replace("scope: full", "scop: full"))
    assert len(found) == 3


def test_duplicate_keys_and_aliases_hide_nothing(said: Said) -> None:
    """They are told with everything else, once each, in the order of the file."""
    broken = FILE.replace("drives: yes", "drives: &y yes").replace("staff: 12", "staff: *y")
    broken = broken.replace("culture.pay:", "profile.start: 1\n  culture.pai:")
    assert said(FILE, broken.replace("scope: full", "scop: full\nround: again")) == [
        "a.yaml:5:1: scop: unknown key `scop`. Did you mean scope?",
        "a.yaml:6:1: the key `round` is here twice; first in line 3. Keep one of them.",
        "a.yaml:10:19: `&y` is an anchor. Anchors and aliases are not used here: write the text out.",
        "a.yaml:12:18: `*y` is an alias. Anchors and aliases are not used here: write the text out.",
        "a.yaml:16:3: the key `profile.start` is here twice; first in line 13. Keep one of them.",
        "a.yaml:17:3: answers.culture.pai: there is no item `culture.pai`. Did you mean culture.pay?",
    ]


def test_hints_are_near(said: Said) -> None:
    """A hint names what was probably meant: an item of the same section, and no option that only looks alike."""
    assert said("value: partly", "value: null")[0].endswith("partly, mostly, fully")
    assert said("culture.pay", "culture.pey")[0].endswith("Did you mean culture.pay?")
    assert said("culture.pay", "cultur.basics")[0].endswith("Did you mean culture.basics?")
    assert said("culture.pay", "words.basic")[0].endswith("there is no item `words.basic`")


def test_the_entries_of_a_checklist_take_no_answers(texts: dict[str, str]) -> None:
    """A checklist may be named, but is never answered."""
    text = FILE.replace("employer-competencies]", "employer-competencies, onboarding]")
    text += "  before.paperwork: yes\n"
    with pytest.raises(InvalidInput, match="is an entry of a checklist, which takes no answer"):
        parse_answers(text, "a.yaml", Library.from_texts(texts))


def test_answers_to_retired_items_are_never_a_problem(library: Library) -> None:
    """They go to the item that took the place of theirs, or are dropped; an answer of its own stands."""
    text = FILE.replace("culture.pay: dont_know", "culture.gone: nonsense\n  culture.old: mostly")
    answers = parse_answers(text, "a.yaml", library).assessment.answers
    assert answers["culture.basics"].value == "partly"
    assert "culture.gone" not in answers
    carried = text.replace(
        "  culture.basics: {value: partly, note: The desk., flag: true, share: no}\n", ""
    )
    answers = parse_answers(carried, "a.yaml", library).assessment.answers
    assert answers["culture.basics"].value == "mostly"
    unfit = carried.replace("culture.old: mostly", "culture.old: blue")
    assert "culture.basics" not in parse_answers(unfit, "a.yaml", library).assessment.answers


def test_another_version_is_a_warning(library: Library) -> None:
    """Answers to an older version load, and the person is told."""
    loaded = parse_answers(FILE.replace("competencies]", "competencies@0.9]"), "a.yaml", library)
    (warning,) = loaded.warnings
    assert str(warning) == (
        "a.yaml:7:17: warning: questionnaires: the answers are to employer-competencies 0.9, and this is 1.10."
        " Look through questions that may have changed."
    )
    assert loaded.versions == {"employer-competencies": "0.9"}


def wording(texts: dict[str, str]) -> str:
    """A `wording` key with some texts."""
    blocks = (
        "  " + name + ": |\n" + "".join(f"    {line}\n" for line in text.splitlines())
        for name, text in texts.items()
    )
    return "wording:\n" + "".join(blocks)


def test_a_file_is_read_with_its_own_wording(texts: dict[str, str]) -> None:
    """An option that only the kept wording has is right, and no version is compared."""
    shipped = Library.from_texts(dict(texts))
    own = Library.from_texts(texts).texts(["agency-profile", "employer-competencies"])
    own["scales.yaml"] = own["scales.yaml"].replace("id: mostly", "id: nearly")
    text = FILE.replace("value: partly", "value: nearly").replace(
        "competencies]", "competencies@1.10]"
    )
    loaded = parse_answers(text + wording(own), "a.yaml", shipped)
    assert loaded.assessment.answers["culture.basics"].value == "nearly"
    assert loaded.library.questionnaire("employer-competencies") != shipped.questionnaire(
        "employer-competencies"
    )


def test_broken_wording_is_told_by_its_file(texts: dict[str, str], library: Library) -> None:
    """Problems inside of the wording name the answers file and the file in it."""
    own = Library.from_texts(texts).texts(["agency-profile", "employer-competencies"])
    own["scales.yaml"] = own["scales.yaml"].replace("points: 0.5", "points: 0")
    with pytest.raises(
        InvalidInput, match=r"a\.yaml, wording of scales\.yaml:6:45: .*points have to rise"
    ):
        parse_answers(FILE + wording(own), "a.yaml", library)


LOG = """\
id: abc
log:
  - {number: 1, respondent: r, item: culture.basics, answer: partly, wording: x, at: 2026-11-21T10:00:00Z}
  - {number: 2, respondent: r, item: profile.staff, answer: {number: 4, note: or so}, at: 2026-11-21T11:00:00+01:00}
  - {number: 3, respondent: r, item: culture.basics, at: 2026-11-21T12:00:00Z, undoes: 1}
plan:
  culture.basics.teach: {owner: Luis, due: 2026-12-01, state: done}
  culture.gone.teach: {}
  culture.old.teach: {reason: why}
"""


def test_the_log_and_the_plan_are_read(library: Library) -> None:
    """Entries stand for themselves, times are in UTC, and marks of retired actions are carried over or dropped."""
    loaded = parse_answers(FILE + LOG, "a.yaml", library)
    at = datetime(2026, 11, 21, 10, tzinfo=UTC)
    assert loaded.id == "abc"
    assert loaded.log == (
        Entry(
            number=1,
            respondent="r",
            item="culture.basics",
            answer=Answer("partly"),
            wording="x",
            at=at,
        ),
        Entry(
            number=2,
            respondent="r",
            item="profile.staff",
            answer=Answer(4, "or so"),
            wording="",
            at=at,
        ),
        Entry(
            number=3,
            respondent="r",
            item="culture.basics",
            answer=None,
            wording="",
            at=datetime(2026, 11, 21, 12, tzinfo=UTC),
            undoes=1,
        ),
    )
    assert loaded.plan == {
        "culture.basics.teach": PlanMark(owner="Luis", due=date(2026, 12, 1), state="done")
    }


LOG_KINDS = {
    "gap": ("number: 2", "number: 3", "log[1].number: a log is numbered from 1 on: 2 is next, not 3"),
    "undo": ("undoes: 1", "undoes: 7", "log[2].undoes: there is no earlier entry 7"),
    "time": ("2026-11-21T12:00:00Z", "noon", "log[2].at: a moment such as 2026-11-21T10:00:00Z is needed here, not `noon`"),
    "time without a zone": ("2026-11-21T12:00:00Z", "2026-11-21T12:00:00", "is needed here, not `2026-11-21T12:00:00`"),
    "two values": ("{number: 4,", "{number: 4, value: a,", "log[1].answer: one of value, text, number, date holds the answer, not 2 of them"),
    "number": ("{number: 4,", "{number: four,", "log[1].answer.number: a number is needed here, not `four`"),
    "state": ("state: done", "state: started", "plan.culture.basics.teach.state: `started` is none of doing, done, dropped, open"),
    "due": ("2026-12-01", "2026-13-01", "plan.culture.basics.teach.due: no calendar has the day 2026-13-01"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), LOG_KINDS.values(), ids=LOG_KINDS.keys())
def test_problems_of_log_and_plan(library: Library, old: str, new: str, message: str) -> None:
    """What is wrong in an export is told like the rest."""
    assert old in LOG
    with pytest.raises(InvalidInput) as caught:
        parse_answers(FILE + LOG.replace(old, new, 1), "a.yaml", library)
    assert message in str(caught.value)


def test_loading_from_a_file(tmp_path: Path, library: Library) -> None:
    """Problems name the file as the person did."""
    path = tmp_path / "a.yaml"
    path.write_text(FILE, encoding="utf-8")
    assert load_answers(path, library).assessment.agency == "Riverbend"
    with pytest.raises(InvalidInput, match="there is no such file"):
        load_answers(tmp_path / "b.yaml", library)
