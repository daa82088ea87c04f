"""`readiness plan who`."""

import click

from readiness.cli.app import App, pass_app, store_option


@click.command("who")
@click.argument("assessment_id", metavar="ID")
@click.argument("role", required=False)
@click.argument("name", required=False)
@store_option
@pass_app
def command(app: App, assessment_id: str, role: str | None, name: str | None) -> None:
    """List the roles of a plan and who holds them, or say who holds one.

    The plan gives its actions to roles, such as "program director". Whoever is named here is named with all of them;
    a name that was given to one action stands. An empty name ("") takes a role's name away.
    """
    from readiness.assessment import open_session
    from readiness.assessment.planning import Planning
    from readiness.conversation.typed import typed
    from readiness.reports.words import one_line

    planning = Planning(open_session(app.store, app.library, assessment_id))
    if role is not None and name is None:
        raise click.UsageError(f'Who is it? For example: readiness plan who ID "{role}" "Ana Diaz"')
    if role is not None and name is not None:
        held = planning.name(typed(role), typed(name))
        actions = _counted(held.actions)
        if held.name:
            app.tell(f"{held.name} is now named as {held.role}: {actions} in this plan.")
        else:
            app.tell(f"Nobody is named as {held.role} any more: {actions} in this plan.")
        return
    for each in planning.who:
        name = one_line(each.name) or "-"
        click.echo(f"{one_line(each.role)}\t{name}\t{_counted(each.actions)}")


def _counted(actions: int) -> str:
    return "1 action" if actions == 1 else f"{actions} actions"
