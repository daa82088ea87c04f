"""The ways to the plan and to the checklist, over the screen that is there; one takes the place of the other."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readiness.assessment.session import Session
    from readiness.tui.app import ReadinessApp
    from readiness.tui.page import Page


def open_plan(app: "ReadinessApp", session: "Session") -> None:
    """Show the plan, to make it one's own."""
    from readiness.tui.plan import Plan

    _show(app, Plan(session))


def open_checklist(app: "ReadinessApp", session: "Session") -> None:
    """Show the checklist, to tick it off."""
    from readiness.tui.checklist import Checklist

    _show(app, Checklist(session))


def open_who(app: "ReadinessApp", session: "Session") -> None:
    """Show who is who in the plan."""
    from readiness.tui.who import Who

    app.push_screen(Who(session))


def _show(app: "ReadinessApp", page: "Page") -> None:
    from readiness.tui.checklist import Checklist
    from readiness.tui.plan import Plan

    if isinstance(app.screen, Plan | Checklist):
        app.switch_screen(page)
    else:
        app.push_screen(page)
