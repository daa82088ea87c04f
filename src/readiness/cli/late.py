"""Groups of commands, each in a file of its own that is loaded only when it is called."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class NobodyReads(Exception):
    """Whoever was reading what we write has stopped, as `| head` does."""


class LateGroup(click.Group):
    """A group that imports a command's file when the command is wanted.

    Args:
        late: the file of each command in this folder, by the command's name, in the order in which people need them.
    """

    def __init__(self, *args: Any, late: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._late = late

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order in which people need them."""
        del ctx
        return list(self._late)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        del ctx
        if cmd_name not in self._late:
            return None
        command = import_module(f"readiness.cli.{self._late[cmd_name]}").command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command, or what it was probably meant to be."""
        if args and args[0] not in self._late and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], self._late, n=1)
            hint = f" Did you mean {near[0]}?" if near else f" See: {ctx.command_path} --help"
            ctx.fail(f"There is no command {args[0]}.{hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; click itself would call a reader that stops early a fault."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise NobodyReads from error
