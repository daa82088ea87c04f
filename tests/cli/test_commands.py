"""The commands as a person or a program calls them: exit codes, data on stdout, everything else on stderr."""

import json
import re
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import ROOT, Run

from readiness import __version__, resources
from readiness.cli import COMMANDS
from readiness.reports.living.stamp import unstamped

SMALL = """
readiness: 1
agency: Riverbend
date: 2026-11-21
answers:
  profile.drives: "yes"
  culture.basics: {value: mostly, note: Nights are thin.}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def _imported(run: Run, file: Path) -> str:
    done = run("import", file)
    assert done.code == 0
    return done.out.strip()


def test_version(run: Run) -> None:
    """`--version` prints the version and is done."""
    assert run("--version") == (0, f"readiness, version {__version__}\n", "")


@pytest.mark.parametrize(
    "command",
    [
        (),
        *((name,) for name in COMMANDS),
        *(("questionnaires", name) for name in ("list", "show", "check", "schema")),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help(run: Run, command: tuple[str, ...], flag: str) -> None:
    """Every command says on stdout what it does, and that it takes `--store`."""
    done = run(*command, flag)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: {' '.join(('readiness', *command))}")
    assert "--store FILE" in done.out


def test_every_command_of_the_design() -> None:
    """The commands are those of the design, no more and no fewer."""
    assert set(COMMANDS) == {
        "start", "resume", "answer", "list", "show", "score", "report", "compare", "plan",
        "questionnaires", "export", "import",
    }  # fmt: skip


def test_readme_names_every_command() -> None:
    """README or the authoring guide shows each command, and shows none that does not exist."""
    pages = [ROOT / "README.md", ROOT / "docs" / "authoring.md"]
    text = "\n".join(page.read_text("utf-8") for page in pages)
    shown = set(re.findall(r"(?:`|^|/|\\)readiness ([a-z]+)", text, flags=re.MULTILINE))
    assert shown == set(COMMANDS)


def test_help_of_every_command_is_short(run: Run) -> None:
    """The overview lists every command with a line of its own."""
    lines = run("--help").out.splitlines()
    listed = {line.split()[0] for line in lines[lines.index("Commands:") + 1 :] if line.strip()}
    assert listed == set(COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("scroe", "x.yaml"), "Did you mean score?"),
        (("reprot",), "Did you mean report?"),
        (("xyzzy",), "See: readiness --help"),
        (("score",), "Missing argument 'FILE_OR_ID'"),
        (("score", "a", "b"), "unexpected extra argument"),
        (("score", "a", "--format", "xml"), "'xml' is not one of 'table', 'json'"),
        (("score", "a", "--fromat", "json"), "Did you mean"),
        (("report", "a", "--format", "exe"), "'exe' is not"),
        (("start", "--plain", "--role", "boss"), "'boss' is not one of 'leadership'"),
        (("start", "--plain", "--scope", "half"), "'half' is not one of"),
        (("questionnaires",), "Usage: readiness questionnaires"),
        (("questionnaires", "shwo"), "shwo"),
        (("questionnaires", "check"), "Missing argument"),
        (("--sotre", "x"), "--sotre"),
        (("list", "--store", "."), "is a directory"),
        ((), "readiness start --plain"),
        (("start",), "readiness start --plain"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...], told: str) -> None:
    """Wrong usage is told on stderr, with exit code 2 and nothing on stdout."""
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("where", ["before", "after", "both"])
def test_store_before_or_after(run: Run, tmp_path: Path, small: Path, where: str) -> None:
    """`--store FILE` counts before and after the command; the one after it wins."""
    mine, other = tmp_path / "mine.sqlite3", tmp_path / "other.sqlite3"
    arguments = {
        "before": ("--store", mine, "import", small),
        "after": ("import", small, "--store", mine),
        "both": ("--store", other, "import", small, "--store", mine),
    }[where]
    done = run(*arguments)
    assert done.code == 0
    assert done.out.strip() in run("list", "--store", mine).out
    assert not other.exists()
    assert run("list").out == ""


def test_store_of_a_group(run: Run, tmp_path: Path) -> None:
    """`--store` counts at every place of a command with two words."""
    store = tmp_path / "s.sqlite3"
    for arguments in (
        ("--store", store, "questionnaires", "list"),
        ("questionnaires", "--store", store, "list"),
        ("questionnaires", "list", "--store", store),
    ):
        assert run(*arguments).code == 0


def test_list_of_nothing(run: Run) -> None:
    """Without an assessment there is no data, and the way to begin one is told beside it."""
    done = run("list")
    assert (done.code, done.out) == (0, "")
    assert "readiness start" in done.err


def test_resume_of_nothing(run: Run) -> None:
    """Where there is nothing to go on with, that is told and how to begin."""
    for arguments in (("resume", "--plain"), ("resume",)):
        done = run(*arguments)
        assert (done.code, done.out) == (1, "")
        assert "readiness start" in done.err


def test_list_has_one_line_each(run: Run, tmp_path: Path) -> None:
    """Each assessment is one line of the same fields, whatever the agency is called."""
    (tmp_path / "x.yaml").write_text(
        'readiness: 1\nagency: "River\\nbend\\tand\\e[31m more"\nanswers: {profile.drives: "yes"}\n',
        encoding="utf-8",
    )
    name = _imported(run, tmp_path / "x.yaml")
    lines = run("list").out.splitlines()
    assert len(lines) == 1
    fields = lines[0].split("\t")
    assert fields[:5] == [name, "River bend and[31m more", "baseline", "full", "1 answer"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", fields[5])
    assert "\x1b" not in lines[0]


@pytest.mark.parametrize("command", ["score", "report", "import"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.yaml", None),
        ("empty.yaml", b""),
        ("latin.yaml", b"agency: S\xfcd\n"),
        ("binary.yaml", bytes(range(256))),
        ("not.yaml", b"a: [b\n"),
        ("future.yaml", b"readiness: 99\nanswers: {}\n"),
        ("role.yaml", b"readiness: 1\nrespondent: {role: boss}\nanswers: {}\n"),
        ("item.yaml", b"readiness: 1\nanswers: {culture.basicz: mostly}\n"),
        ("option.yaml", b"readiness: 1\nanswers: {culture.basics: mostli}\n"),
    ],
)
def test_faulty_files(
    run: Run, tmp_path: Path, command: str, name: str, content: bytes | None
) -> None:
    """A file with problems ends with exit code 1, its name and no traceback, and leaves the store empty."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    done = run(command, path)
    assert (done.code, done.out) == (1, "")
    assert name in done.err
    assert "went wrong that should not have" not in done.err
    assert run("list").out == ""


@pytest.mark.parametrize("command", ["score", "report", "import"])
def test_folder_instead_of_a_file(run: Run, tmp_path: Path, command: str) -> None:
    """A folder where a file is needed is told as a folder."""
    done = run(command, tmp_path)
    assert (done.code, done.out) == (1, "")
    assert "folder" in done.err


def test_all_problems_at_once(run: Run, tmp_path: Path) -> None:
    """Each problem of a file is one line with file, line and column."""
    path = tmp_path / "x.yaml"
    path.write_text("readiness: 1\nanswers: {culture.basicz: mostly, culture.basics: mostli}\n")
    lines = run("score", path).err.splitlines()
    assert len(lines) == 2
    assert all(re.match(rf"{re.escape(str(path))}:2:\d+: answers\.", line) for line in lines)


def test_file_or_id(run: Run, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name is a file if one of that name exists, else an assessment by its id or the beginning of it."""
    name = _imported(run, small)
    by_id = json.loads(run("score", name, "--format", "json").out)
    assert by_id["agency"] == "Riverbend"
    assert json.loads(run("score", name[:4], "--format", "json").out) == by_id
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text(SMALL.replace("Riverbend", "A file"), encoding="utf-8")
    assert json.loads(run("score", name, "--format", "json").out)["agency"] == "A file"


@pytest.mark.parametrize("command", ["score", "report"])
def test_neither_file_nor_id(run: Run, command: str) -> None:
    """What is neither a file nor an assessment is told as both."""
    done = run(command, "nowhere")
    assert (done.code, done.out) == (1, "")
    assert "no assessment “nowhere”" in done.err
    assert "no file of that name" in done.err


def test_stored_equals_file(run: Run, answers_file: Path) -> None:
    """An answers file and the assessment that it became have the same scores and the same report."""
    name = _imported(run, answers_file)
    for arguments in (("score", "--format", "json"), ("score",), ("report",)):
        from_file = run(*arguments, answers_file)
        from_store = run(*arguments, name)
        assert (from_file.code, from_store.code) == (0, 0)
        # The comment at the end of a report names the stored assessment.
        assert unstamped(from_store.out) == unstamped(from_file.out)


def test_report_to_stdout_and_to_a_file(run: Run, answers_file: Path, tmp_path: Path) -> None:
    """A report goes to stdout, or with `-o` to a file, with the same text and a word on stderr."""
    shown = run("report", answers_file)
    assert shown.code == 0
    assert shown.out.startswith("# ")
    path = tmp_path / "Bericht für alle.md"
    written = run("report", answers_file, "-o", path)
    assert (written.code, written.out) == (0, "")
    assert str(path) in written.err
    assert path.read_bytes().decode() == shown.out


@pytest.mark.parametrize("parts", [("missing", "x.md"), ("small.yaml", "x.md")])
def test_report_that_cannot_be_written(
    run: Run, small: Path, tmp_path: Path, parts: tuple[str, ...]
) -> None:
    """A report that cannot be written is told with its place, and nothing else changes."""
    done = run("report", small, "-o", tmp_path.joinpath(*parts))
    assert (done.code, done.out) == (1, "")
    assert "could not be written" in done.err
    assert [each.name for each in tmp_path.iterdir()] == ["small.yaml"]


def test_export_and_import(run: Run, small: Path, tmp_path: Path) -> None:
    """An assessment moves to another store and back without a change, and is never there twice."""
    name = _imported(run, small)
    shown = run("export", name)
    assert shown.code == 0
    path, there = tmp_path / "out.yaml", tmp_path / "there.sqlite3"
    done = run("export", name, "-o", path)
    assert (done.code, done.out) == (0, "")
    assert "share it with care" in done.err
    assert path.read_bytes().decode() == shown.out
    first = run("import", path, "--store", there)
    assert (first.code, first.out) == (0, f"{name}\n")
    assert "Imported as" in first.err
    second = run("import", path, "--store", there)
    assert second.out == f"{name}\n"
    assert "Nothing new" in second.err
    assert run("export", name, "--store", there).out == shown.out
    assert len(run("list", "--store", there).out.splitlines()) == 1


def test_export_scores_as_the_assessment(run: Run, small: Path, tmp_path: Path) -> None:
    """An export is an answers file like any other: it scores and reports as the assessment does."""
    name, path = _imported(run, small), tmp_path / "out.yaml"
    run("export", name, "-o", path)
    assert run("score", path, "--format", "json") == run("score", name, "--format", "json")
    reports = [run("report", each) for each in (path, name)]
    assert reports[0] == reports[1]
    assert reports[0].code == 0


def test_export_of_nothing(run: Run) -> None:
    """There is no export of an assessment that there is not."""
    done = run("export", "nowhere")
    assert (done.code, done.out) == (1, "")
    assert "nowhere" in done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [("score", "FILE"), ("report", "FILE"), ("--help",)])
def test_full_device(answers_file: Path, arguments: tuple[str, ...]) -> None:
    """Output that cannot be written is one clear sentence and exit code 1."""
    import subprocess

    command = [str(answers_file) if each == "FILE" else each for each in arguments]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "readiness", *command],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    *before, line = done.stderr.decode().splitlines()
    assert line.startswith("The output could not be written: ")
    assert not any("Traceback" in each for each in before)


@pytest.mark.parametrize("ending", ["", ".yaml", "/x"])
@pytest.mark.parametrize("command", ["score", "report", "export", "resume"])
def test_absurdly_long_id(run: Run, small: Path, command: str, ending: str) -> None:
    """What is too long for any id or file is no assessment, and is not repeated in full."""
    _imported(run, small)
    done = run(command, "a" * 9000 + ending, *(["--plain"] if command == "resume" else []))
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("There is no assessment “aaa")
    assert len(done.err) < 300


def test_report_over_its_own_input(run: Run, small: Path) -> None:
    """A report is never written over the answers or the store that it is made from."""
    name, store = _imported(run, small), small.parent / "s.sqlite3"
    before = small.read_bytes()
    refused = run("report", small, "-o", small.parent / "." / "small.yaml")
    assert (refused.code, refused.out) == (1, "")
    assert "would be lost" in refused.err
    assert small.read_bytes() == before
    run("import", small, "--store", store)
    for command in ("report", "export"):
        assert run(command, name, "-o", store, "--store", store).code == 1
    assert run("list", "--store", store).code == 0


def test_list_makes_no_store(run: Run, tmp_path: Path) -> None:
    """Looking at an empty file, or at none, leaves things as they are."""
    empty, none = tmp_path / "empty", tmp_path / "there" / "none"
    empty.touch()
    for path in (empty, none):
        for command in (("list",), ("resume", "--plain")):
            done = run(*command, "--store", path)
            assert done.out == ""
            assert "readiness start" in done.err
    assert empty.read_bytes() == b""
    assert not none.parent.exists()


def test_import_of_an_edited_export(run: Run, small: Path, tmp_path: Path) -> None:
    """An answer that its log contradicts is told with file, line and column."""
    path = tmp_path / "out.yaml"
    path.write_text(run("export", _imported(run, small)).out.replace("mostly", "partly", 1))
    done = run("import", path, "--store", tmp_path / "s.sqlite3")
    assert (done.code, done.out) == (1, "")
    assert re.match(rf"{re.escape(str(path))}:\d+:\d+: answers\.culture\.basics: ", done.err)


@pytest.mark.parametrize("name", ["a b", "../x", "Zoë", "a_b", '"a\\tb"'])
def test_import_of_an_id_that_nobody_can_type(run: Run, tmp_path: Path, name: str) -> None:
    """An id has letters, digits and hyphens only."""
    path = tmp_path / "x.yaml"
    path.write_text(f"readiness: 1\nid: {name}\nanswers: {{}}\n", encoding="utf-8")
    done = run("import", path)
    assert (done.code, done.out) == (1, "")
    assert (
        f"{path}:2:5: id: the id of an assessment has letters, digits and hyphens only" in done.err
    )


def test_names_do_not_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    """Control signs and signs that turn the direction of writing are dropped from an agency's name."""
    path = tmp_path / "x.yaml"
    path.write_text(
        'readiness: 1\nagency: "Ri\\u202ever\\e[31mbe\\u2066nd"\nanswers: {}\n', encoding="utf-8"
    )
    _imported(run, path)
    for text in (run("list").out, run("score", path).out):
        assert "River[31mbend" in text
        assert not {"\x1b", "\u202e", "\u2066"} & set(text)


def test_store_that_is_none(run: Run, small: Path) -> None:
    """A file that is no store is left as it is, and told."""
    before = small.read_bytes()
    done = run("list", "--store", small)
    assert (done.code, done.out) == (1, "")
    assert "not a store" in done.err
    assert small.read_bytes() == before


def test_unexpected_fault(
    run: Run, home: Path, answers_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unexpected fault ends in one line with the path of a log file that holds the traceback."""

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("boom\udcff")

    monkeypatch.setattr("readiness.loading.answers.reading.load_answers", fail)
    done = run("score", answers_file, "--store", home / "x\udcff")
    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    path = Path(done.err.strip().partition("details are in ")[2])
    assert path.is_relative_to(home)
    log = path.read_text("utf-8")
    assert "ZeroDivisionError" in log
    assert "Traceback" in log
    assert __version__ in log


def test_unexpected_fault_without_a_place(
    run: Run, answers_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no log file can be written either, one line says so."""

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("readiness.loading.answers.reading.load_answers", fail)
    monkeypatch.setattr("readiness.cli.fault._folders", lambda: [answers_file / "no"])
    done = run("score", answers_file)
    assert (done.code, len(done.err.splitlines())) == (1, 1)
    assert "no log file could be written" in done.err


def test_interrupted(run: Run, answers_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C ends a command with exit code 130 and a calm line."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("readiness.loading.answers.reading.load_answers", interrupt)
    done = run("score", answers_file)
    assert (done.code, done.out) == (130, "")
    assert done.err.strip() == "Stopped. Everything answered so far is kept."


def test_light_commands_load_little(run: Run) -> None:
    """The version is told without the terminal, YAML, templates or the database."""
    import subprocess

    script = "import sys; from readiness.cli import run; run(['--version']); print(*sys.modules)"
    out = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout
    loaded = set(out.split())
    assert not loaded & {"textual", "yaml", "jinja2", "sqlite3", "msgspec", "asyncio"}
    del run


def test_content_is_where_it_says(run: Run) -> None:
    """The folder for one's own questionnaires is told beside the list."""
    done = run("questionnaires", "list")
    assert "Your own questionnaires belong in" in done.err
    assert resources.questionnaires().is_dir()
