"""Jinja2's sandbox, quick where a report asks much of it: fields of our own records, and values shown.

What may be reached from a template, and what may not, is Jinja2's own rule, word for word. Its tests are those of the
templates; how quick it is, docs/performance.md tells.
"""

from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup
from msgspec import Struct

# What every record's class is an instance of; to ask this of it is quicker than `isinstance`.
_RECORDS = type(Struct)


class _Writer(CodeGenerator):
    """Compiles `{{ value }}` to one call, where Jinja2 makes three and two objects of it.

    The three methods are those that Jinja2's native templates override for an output of their own.
    """

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, _finalize: Any) -> str:
        const = node.as_const(frame.eval_ctx)
        if isinstance(node, nodes.TemplateData):
            return str(const)
        shown: str = self.environment.shown(const)  # type: ignore[attr-defined]
        return shown

    def _output_child_pre(self, _node: nodes.Expr, _frame: Frame, _finalize: Any) -> None:
        self.write("environment.shown(")

    def _output_child_post(self, _node: nodes.Expr, _frame: Frame, _finalize: Any) -> None:
        self.write(")")


class Sandbox(SandboxedEnvironment):
    """The sandbox.

    Args:
        escape: makes any value safe to stand in the format; what a template or a filter marks as `Markup` is safe.
        options: those of Jinja2.
    """

    code_generator_class = _Writer

    def __init__(self, escape: Callable[[str], str], **options: Any) -> None:
        super().__init__(autoescape=True, **options)
        self.shown = _shown_by(escape)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a record is what the sandbox would give: it keeps back only names with a low line in front."""
        if type(type(obj)) is _RECORDS and attribute[0] != "_":
            try:
                return getattr(obj, attribute)
            except AttributeError:
                pass
        return super().getattr(obj, attribute)

    def is_safe_callable(self, obj: Any) -> bool:
        """A macro is a template's own."""
        return type(obj) is Macro or super().is_safe_callable(obj)


def _shown_by(escape: Callable[[str], str]) -> Callable[[object], str]:
    def shown(value: object) -> str:
        kind = value.__class__
        if kind is str:
            return escape(value)  # type: ignore[arg-type]
        return value if kind is Markup else escape(str(value))  # type: ignore[return-value]

    return shown
