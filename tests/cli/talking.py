"""Talking line by line with `start --plain` in a process of its own, as a screen reader or a pipe does."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

# One answer to each kind of question, as `answer_with_*` of phrases.yaml tells them apart.
_ANSWERS = (
    ("Type the name or the two letters", "ohio"),
    ("A date such as", "15 March 2027"),
    ("A number will do", "2"),
    ("Name one or more", "1"),
    ("Answer in your own words, or 1 Yes", "no"),
    ("Answer in your own words, or 1 Fewer", "10 to 49"),
    ("Answer in your own words, or “skip”", "skip"),
    ("Answer in your own words, or 1", "2"),
)
BEGIN = ("--agency", "Riverbend", "--role", "leadership", "--scope", "quick")


def answer_to(said: str) -> str | None:
    """An answer to a line, if the line says how to answer."""
    return next((answer for begin, answer in _ANSWERS if said.startswith(begin)), None)


class Chat:
    """One conversation with a process; reads up to the next question, and keeps all that was said."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self.process = process
        self.lines: list[str] = []

    def hear(self) -> str | None:
        """Read until a question says how to answer it; gives that answer, or None at the end."""
        assert self.process.stdout is not None
        for raw in self.process.stdout:
            self.lines.append(raw.decode("utf-8").rstrip("\n"))
            answer = answer_to(self.lines[-1])
            if answer is not None:
                return answer
        return None

    def until(self, words: str) -> str:
        """Read until a line has these words; gives the line."""
        assert self.process.stdout is not None
        for raw in self.process.stdout:
            self.lines.append(raw.decode("utf-8").rstrip("\n"))
            if words in self.lines[-1]:
                return self.lines[-1]
        raise AssertionError(f"never said: {words}\n" + "\n".join(self.lines[-20:]))

    def say(self, text: str | bytes) -> None:
        """Type a line."""
        assert self.process.stdin is not None
        self.process.stdin.write((text.encode() if isinstance(text, str) else text) + b"\n")
        self.process.stdin.flush()

    def end(self, *last: str) -> tuple[int, str]:
        """Close the input after some last lines; gives the exit code and what was said on stderr."""
        out, err = self.process.communicate("".join(f"{line}\n" for line in last).encode())
        self.lines += out.decode("utf-8").splitlines()
        return self.process.returncode, err.decode("utf-8")


def recorded(lines: Sequence[str]) -> list[str]:
    """The labels that were said to be recorded."""
    return [line.removeprefix("Recorded: ") for line in lines if line.startswith("Recorded: ")]
