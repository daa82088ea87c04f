"""The commands: each in a file of its own, loaded only when it is called.

This is the one seam where failures become exit codes: 0 done, 1 the input has problems, 2 wrong usage, 130
interrupted. An unexpected fault writes a log file and prints one line with its path.
"""

import errno
import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from readiness import __version__
from readiness.cli.app import App, store_option
from readiness.errors import ReadinessError

# Most commands end before there is garbage worth looking for; Python's own threshold of 700 objects costs a command a
# twelfth of its time.
_MANY = 50_000

# A device that takes no more; such an error names no file when it is about the output.
_FULL = {errno.ENOSPC, errno.EIO, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}

COMMANDS = {
    "start": "start",
    "resume": "resume",
    "answer": "answer",
    "list": "listing",
    "show": "show",
    "score": "score",
    "report": "report",
    "compare": "compare",
    "plan": "plan",
    "questionnaires": "questionnaires",
    "export": "export",
    "import": "importing",
}


class NobodyReads(Exception):
    """Whoever was reading what we write has stopped, as `| head` does."""


class LateGroup(click.Group):
    """A group that imports a command's file when the command is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order in which people need them."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"readiness.cli.{COMMANDS[cmd_name]}").command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command, or what it was probably meant to be."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean {near[0]}?" if near else " See: readiness --help"
            ctx.fail(f"There is no command {args[0]}.{hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; click itself would call a reader that stops early a fault."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise NobodyReads from error


@click.group(
    cls=LateGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="readiness")
@store_option
@click.pass_context
def cli(ctx: click.Context) -> None:
    """A guided self-check for agencies that want to employ peer support workers.

    Without a command, it opens in the terminal.
    """
    app = ctx.ensure_object(App)
    ctx.call_on_close(app.close)
    if ctx.invoked_subcommand is None:
        from readiness.cli.open import open_terminal

        open_terminal(app)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code."""
    gc.set_threshold(_MANY)
    _speak_utf8()
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code."""
    try:
        result = cli.main(list(arguments), prog_name="readiness", standalone_mode=False, obj=App())
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. Everything answered so far is kept.", err=True)
        return 130
    except click.ClickException as error:
        error.show()
        return 2
    except ReadinessError as error:
        click.echo(str(error), err=True)
        return 1
    except NobodyReads:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _FULL and error.filename is None:
            return _nowhere_to_write(error)
        from readiness.cli.fault import log_fault

        click.echo(log_fault(error, arguments), err=True)
        return 1
    return result if isinstance(result, int) else 0


def _nowhere_to_write(error: OSError) -> int:
    """Tell that the output went nowhere; Python itself would try again at the end, and fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    reason = error.strerror or str(error)
    click.echo(f"The output could not be written: {reason}. Send it to another place.", err=True)
    return 1


def _speak_utf8() -> None:
    """Data goes in and out as UTF-8 with LF on every system; a sign that cannot be read or shown stops nothing."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            newline = None if stream is sys.stdin else "\n"
            stream.reconfigure(encoding="utf-8", errors="replace", newline=newline)
