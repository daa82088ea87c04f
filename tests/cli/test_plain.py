"""`start --plain` and `resume --plain`: the whole conversation through stdin and stdout of a real process."""

import re
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.cli.conftest import Run, Start
from tests.cli.talking import BEGIN, Chat, recorded

from readiness import resources
from readiness.assessment import Session, open_session, start
from readiness.domain.answers import Answer, Missing
from readiness.loading import Library
from readiness.store import Store

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")


def _session(path: Path) -> Session:
    """The only assessment of a store, opened in this process."""
    store = Store(path, lambda: datetime.now(UTC))
    (summary,) = store.list()
    return open_session(store, Library([resources.questionnaires()]), summary.header.id)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite3"


def test_from_the_first_question_to_a_report(process: Start, home: Path, path: Path) -> None:
    """A quick check in plain lines ends with a report that is where the last line says."""
    chat = Chat(process("start", "--plain", "--store", path))
    for words, text in (
        ("name of your agency", "Riverbend"),
        ("Which seat", "1"),
        ("How much time", "quick"),
    ):
        chat.until(words)
        chat.say(text)
    place, total = 0, 1
    while place < total:
        answer = chat.hear()
        assert answer is not None
        chat.say(answer)
        place, total = map(int, re.findall(r"Question (\d+) of (\d+)", "\n".join(chat.lines))[-1])
    code, err = chat.end("finish", "finish")
    assert (code, err) == (0, "")
    last = next(line for line in chat.lines if line.startswith("The report is in "))
    report = Path(last.removeprefix("The report is in "))
    assert report.is_relative_to(home)
    assert "Riverbend" in report.read_text("utf-8").splitlines()[0]
    session = _session(path)
    assert session.next_item() is None
    assert len(recorded(chat.lines)) == total == len(session.answers)
    assert session.header.respondents["1"].role == "leadership"


def test_words_to_begin_with_are_not_asked_for(process: Start, path: Path) -> None:
    """What the command line says is not asked again."""
    chat = Chat(process("start", "--plain", *BEGIN, "--name", "A. Rivera", "--store", path))
    chat.hear()
    assert not any("name of your agency" in line or "seat" in line for line in chat.lines)
    assert chat.end()[0] == 0
    header = _session(path).header
    assert (header.agency, header.scope) == ("Riverbend", "quick")
    assert header.respondents["1"].name == "A. Rivera"


def test_wrong_seat_is_asked_again(process: Start, path: Path) -> None:
    """A seat that there is not is asked again in plain words, and empty lines harm nothing."""
    chat = Chat(process("start", "--plain", "--agency", "Riverbend", "--store", path))
    chat.until("Which seat")
    chat.say("queen of the moon, 17")
    chat.until("Which seat")
    chat.say("99")
    chat.until("Which seat")
    chat.say("peer staff")
    chat.until("How much time")
    chat.say("")
    chat.until("How much time")
    chat.say("2")
    chat.hear()
    assert chat.end()[0] == 0
    header = _session(path).header
    assert (header.respondents["1"].role, header.scope) == ("peer_staff", "full")


@pytest.mark.parametrize("lines", [b"", b"Riverbend\n", b"Riverbend\n1\n", b"\n\n"])
def test_end_before_it_begins(process: Start, path: Path, lines: bytes, run: Run) -> None:
    """The end of the input before the first question begins nothing and is no error."""
    child = process("start", "--plain", "--store", path)
    _, err = child.communicate(lines)
    assert (child.returncode, err) == (0, b"")
    assert run("list", "--store", path).out == ""


def test_stopping_before_it_begins(process: Start, path: Path, run: Run) -> None:
    """`stop for today` at the first question leaves, and is nobody's agency name."""
    child = process("start", "--plain", "--store", path)
    out, err = child.communicate(b"stop for today\n")
    assert (child.returncode, err) == (0, b"")
    assert b"Nothing was begun" in out
    assert run("list", "--store", path).out == ""


def test_end_of_input_pauses(process: Start, path: Path) -> None:
    """The end of the input pauses with exit code 0 and says how to go on."""
    chat = Chat(process("start", "--plain", *BEGIN, "--store", path))
    for _ in range(3):
        answer = chat.hear()
        assert answer is not None
        chat.say(answer)
    code, err = chat.end()
    assert (code, err) == (0, "")
    session = _session(path)
    assert f"readiness resume {session.id}" in chat.lines[-1]
    assert len(session.answers) == 3


def test_last_line_without_its_end(process: Start, path: Path) -> None:
    """An answer counts although the input ends before its line does."""
    child = process("start", "--plain", *BEGIN, "--store", path)
    out, _ = child.communicate(b"no")
    assert child.returncode == 0
    assert "Recorded: No." in out.decode()
    assert list(_session(path).answers.values()) == [Answer("no")]


def test_resume_goes_on_where_it_stopped(process: Start, path: Path) -> None:
    """Resume asks the question that was open, by id, by the beginning of it, or without one."""
    chat = Chat(process("start", "--plain", *BEGIN, "--store", path))
    for _ in range(2):
        chat.say(chat.hear() or "")
    chat.hear()
    waiting = chat.lines[-2]
    chat.end()
    name = _session(path).id
    for arguments in ((), (name,), (name[:5],)):
        again = Chat(process("resume", *arguments, "--plain", "--store", path))
        again.hear()
        assert again.lines[-2] == waiting
        assert again.lines[0].startswith("Welcome back. 2 of ")
        assert again.end()[0] == 0


def test_resume_of_an_unknown_id(process: Start, path: Path) -> None:
    """An id that there is not is told, with exit code 1."""
    child = process("resume", "nowhere", "--plain", "--store", path)
    out, err = child.communicate()
    assert (child.returncode, out) == (1, b"")
    assert b"nowhere" in err


def test_undo_works_across_sittings(process: Start, path: Path) -> None:
    """What was answered in one sitting can be taken back and brought back in the next ones."""
    chat = Chat(process("start", "--plain", *BEGIN, "--store", path))
    for _ in range(2):
        chat.say(chat.hear() or "")
    chat.hear()
    chat.end()
    before = _session(path).answers
    Chat(process("resume", "--plain", "--store", path)).end("undo", "undo")
    assert _session(path).answers == {}
    Chat(process("resume", "--plain", "--store", path)).end("redo", "redo")
    assert _session(path).answers == before


@posix_only
def test_interrupt(process: Start, path: Path) -> None:
    """Ctrl+C ends with exit code 130 and a calm line; what was recorded is kept."""
    chat = Chat(process("start", "--plain", *BEGIN, "--store", path))
    chat.say(chat.hear() or "")
    chat.hear()
    chat.process.send_signal(signal.SIGINT)
    code, err = chat.end()
    assert code == 130
    assert err.strip() == "Stopped. Everything answered so far is kept."
    assert len(_session(path).answers) == 1


HOSTILE = [
    b"\x00\x01\x1b[2J\x07",
    b"\xff\xfe\xfa invalid",
    b"\xed\xa0\x80 surrogate",
    b"x" * 10_000,
    "🌱".encode() * 10_000,
    b"{agency} {0} %s $(reboot) `id` '; DROP TABLE entry; --",
    b"\\x1b]0;title\\x07",
    b"...",
    b"?",
    b"/",
    b"change",
    b"change 99999999999999999999 to fully",
    b"change 1 to",
    b"what is",
    b"note",
    b"\t \t",
]


def test_hostile_lines(process: Start, path: Path) -> None:
    """No line stops the conversation, loses the next one, or ends in anything but plain words."""
    child = process("start", "--plain", *BEGIN, "--store", path)
    lines = [line for hostile in HOSTILE for line in (hostile, b"how far are we?")]
    out, err = child.communicate(b"\n".join([*lines, b"change 1 to no"]) + b"\n")
    assert (child.returncode, err) == (0, b"")
    said = out.decode("utf-8")
    assert len(re.findall(r"^\d+ of \d+ questions are done", said, re.MULTILINE)) == len(HOSTILE)
    assert "\x1b" not in said
    assert _session(path).answers["profile.peers_now"].value == "no"


@pytest.mark.parametrize("hostile", HOSTILE[:6], ids=range(6))
def test_hostile_names(process: Start, path: Path, run: Run, hostile: bytes) -> None:
    """However an agency is called, its assessment is listed on one line and can be moved."""
    child = process("start", "--plain", "--store", path)
    _, err = child.communicate(b"\n".join([b"A" + hostile, b"1", b"1", b"no"]) + b"\n")
    assert (child.returncode, err) == (0, b"")
    listed = run("list", "--store", path).out
    assert len(listed.splitlines()) == 1
    name = listed.split("\t")[0]
    file = path.with_name("moved.yaml")
    assert run("export", name, "-o", file, "--store", path).code == 0
    assert run("import", file, "--store", path.with_name("there.sqlite3")).out == f"{name}\n"


def test_a_terminal_without_utf8(process: Start, path: Path) -> None:
    """Where the system speaks plain ASCII, the conversation goes on all the same."""
    child = process(
        "start", "--plain", *BEGIN, "--store", path,
        PYTHONIOENCODING="ascii:strict", LC_ALL="C", PYTHONUTF8="0",
    )  # fmt: skip
    out, err = child.communicate("Süd “x”\nno\n".encode())
    assert (child.returncode, err) == (0, b"")
    assert b"Recorded: No." in out


def test_nobody_reads_on(process: Start, answers_file: Path) -> None:
    """A reader that stops early, as `head` does, is no error."""
    child = process("questionnaires", "show", "employer-competencies")
    assert child.stdout is not None
    child.stdout.readline()
    child.stdout.close()
    child.stdout = None
    _, err = child.communicate()
    assert (child.returncode, err) == (0, b"")
    del answers_file


@posix_only
def test_full_disk(process: Start, path: Path) -> None:
    """On a full disk the answer is shown again with a clear sentence, and nothing stored is lost."""
    import resource

    chat = Chat(process("start", "--plain", *BEGIN, "--store", path))
    chat.say(chat.hear() or "")
    chat.hear()
    size = path.with_name(f"{path.name}-wal").stat().st_size
    free = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    resource.prlimit(chat.process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    chat.say("employees and volunteers")
    told = chat.until("could not be kept")
    assert "employees and volunteers" in told
    assert "full" in told
    assert "Nothing that was stored before is lost." in told
    assert len(_session(path).answers) == 1
    resource.prlimit(chat.process.pid, resource.RLIMIT_FSIZE, free)
    chat.say("1 and 2")
    chat.until("Recorded: ")
    assert chat.end()[0] == 0
    assert [each.value for each in _session(path).answers.values()] == [
        "no",
        ("employee", "volunteer"),
    ]


def test_the_close_settles_names_dates_and_causes(process: Start, home: Path, path: Path) -> None:
    """In plain lines, the close stores who, by when, and what gets in the way; the end of the input still reports."""
    chat = Chat(process("start", "--plain", *BEGIN, "--store", path))
    while (answer := chat.hear()) is not None:
        place, total = map(int, re.findall(r"Question (\d+) of (\d+)", "\n".join(chat.lines))[-1])
        chat.say(answer)
        if place == total:
            break
    chat.until("real names and dates")
    code, err = chat.end(
        *("yes", "1", "Luis", "2027-01-15", "yes", "people", "The clinical lead has no hours")
    )
    assert (code, err) == (0, "")
    (mark,) = [mark for mark in _session(path).marks.values() if mark.chosen]
    assert (mark.owner, str(mark.due), mark.causes) == ("Luis", "2027-01-15", ("people",))
    (report,) = home.rglob("*.md")
    text = report.read_text("utf-8")
    assert "  - Who: Luis (program director)\n  - By: 15 January 2027\n" in text
    assert _session(path).owners == {"program director": "Luis"}
    assert "| People, by role | The clinical lead has no hours |" in text


def test_an_input_that_ends_at_the_close_still_gets_its_report(
    process: Start, home: Path, path: Path
) -> None:
    """Whoever leaves while names and dates are settled has finished: the report is written."""
    chat = Chat(process("start", "--plain", *BEGIN, "--store", path))
    chat.hear()
    chat.say("no")
    chat.hear()
    code, _ = chat.end("finish", "no")
    assert code == 0
    where, beside = chat.lines[-2:]
    assert where.startswith("The report is in ")
    assert beside.endswith("lies beside it.")
    assert list(home.rglob("*.md"))


def test_report_that_has_no_place(process: Start, home: Path, path: Path) -> None:
    """When the report cannot be written, every answer is kept and a sentence says what to do."""
    (home / "Documents").write_text("a file in the way")
    chat = Chat(process("start", "--plain", *BEGIN, "--store", path))
    chat.hear()
    code, err = chat.end("no", "finish", "finish")
    assert code == 1
    assert "readiness report ID -o FILE" in err
    assert "Traceback" not in err
    assert len(_session(path).answers) == 1


def _both(process: Start, path: Path) -> tuple[Chat, Chat]:
    first = Chat(process("start", "--plain", *BEGIN, "--store", path))
    first.hear()
    second = Chat(process("resume", "--plain", "--store", path))
    second.hear()
    second.say("yes")
    second.until("Recorded: Yes.")
    first.say("no")
    told = first.until("Somebody else answered")
    assert "Yes" in told
    assert "You said: No" in told
    return first, second


@pytest.mark.parametrize(
    ("choice", "said", "kept"),
    [
        ("1", "Kept theirs: Yes", "yes"),
        ("theirs please", "Kept theirs: Yes", "yes"),
        ("2", "Recorded: No.", "no"),
        ("Mine.", "Recorded: No.", "no"),
    ],
)
def test_conflict(process: Start, path: Path, choice: str, said: str, kept: str) -> None:
    """Two at one question: both answers are shown, the choice counts, and it goes on."""
    first, second = _both(process, path)
    assert _session(path).answers["profile.peers_now"].value == "yes"
    first.say("hm, what?")
    first.until("Somebody else answered")
    first.say(choice)
    first.until(said)
    assert first.hear() is not None
    assert first.end()[0] == second.end()[0] == 0
    assert _session(path).answers["profile.peers_now"].value == kept


@pytest.mark.parametrize("last", [(), ("stop for today",)])
def test_leaving_in_a_conflict(process: Start, path: Path, last: tuple[str, ...]) -> None:
    """Who leaves without choosing is told that the other answer stays."""
    first, second = _both(process, path)
    assert first.end(*last)[0] == second.end()[0] == 0
    assert first.lines[-2].startswith("Kept theirs: Yes")
    assert "readiness resume" in first.lines[-1]
    assert _session(path).answers["profile.peers_now"].value == "yes"


def test_what_others_answered_is_not_asked_again(process: Start, path: Path) -> None:
    """An answer that somebody else gave meanwhile is neither asked for again nor written over."""
    first = Chat(process("start", "--plain", *BEGIN, "--store", path))
    first.hear()
    second = Chat(process("resume", "--plain", "--store", path))
    second.hear()
    second.say("skip")
    second.hear()
    second.say("volunteers")
    second.until("Recorded: Volunteers.")
    first.say("change 2 to employees")  # the same item: refused
    first.until("Somebody else answered")
    first.say("theirs")
    first.until("Kept theirs: Volunteers")
    first.hear()
    assert "When do you plan to post" in first.lines[-2]
    assert first.end()[0] == second.end()[0] == 0
    assert _session(path).answers["profile.workers"].value == ("volunteer",)


def test_notes_are_looked_through_before_the_report(process: Start, path: Path) -> None:
    """In plain lines each note can be shared, reworded or kept private, and the report says just that."""
    store = Store(path, lambda: datetime.now(UTC))
    begun = start(
        store,
        Library([resources.questionnaires()]),
        lambda: datetime.now(UTC),
        agency="Riverbend",
        scope="quick",
    )
    while (item := begun.next_item()) is not None:
        begun.record(item.id, Answer("partly" if item.scored else Missing.NOT_APPLICABLE))
    begun.record("roles.written_role", Answer("partly", note="Our client Bob Smith relapsed."))
    begun.record("roles.no_clinical_duties", Answer("partly", note="The doctor helps."))
    begun.record("culture.basics", Answer("partly", note="Between us, no."))
    store.close()
    chat = Chat(process("resume", "--plain", "--store", path))
    chat.until("All ")
    replies = ("reword: Somebody had a hard time.", "share", "share it", "keep it private")
    code, err = chat.end("finish", "no", "yes", *replies)
    assert (code, err) == (0, "")
    said = "\n".join(chat.lines)
    assert "You wrote 3 notes. They are private" in said
    assert "a name (Bob Smith), a health detail (relapsed) and a word" in said
    assert "2 of 3 in the report, the rest private" in said
    last = next(line for line in chat.lines if line.startswith("The report is in "))
    report = Path(last.removeprefix("The report is in ")).read_text("utf-8")
    assert "> Somebody had a hard time." in report
    assert "> The doctor helps." in report
    assert "Bob" not in report
    assert "Between us" not in report
    assert _session(path).answers["roles.no_clinical_duties"].share


def test_the_end_of_the_input_shares_nothing(process: Start, path: Path) -> None:
    """Where the input ends while notes are looked through, the report is written without what nobody shared."""
    store = Store(path, lambda: datetime.now(UTC))
    library = Library([resources.questionnaires()])
    begun = start(store, library, lambda: datetime.now(UTC), agency="Riverbend", scope="quick")
    while (item := begun.next_item()) is not None:
        begun.record(
            item.id, Answer(Missing.NOT_APPLICABLE, note="Between us." if item.gate is None else "")
        )
    store.close()
    code, _ = Chat(process("resume", "--plain", "--store", path)).end("finish", "yes", "reword")
    assert code == 0
    assert not any(answer.share for answer in _session(path).answers.values())
