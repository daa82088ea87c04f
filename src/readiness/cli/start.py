"""`readiness start`."""

import click

from readiness.cli.app import App, pass_app, store_option
from readiness.domain.answers import DEFAULT_QUESTIONNAIRES, ROLES, SCOPES, Role, Scope
from readiness.domain.flow import PROFILE
from readiness.errors import NotFound


@click.command("start")
@click.option("--plain", is_flag=True, help="Talk line by line, for screen readers and pipes.")
@click.option("--agency", default="", help="The agency's name.")
@click.option("--role", type=click.Choice(ROLES), help="The seat you answer from.")
@click.option("--name", default="", help="Your name, if the report may carry it.")
@click.option("--scope", type=click.Choice(SCOPES), help="A quick check, or everything.")
@click.option(
    "--questionnaire",
    "questionnaires",
    multiple=True,
    metavar="ID",
    help="Ask this one instead of the three shipped ones; may be given again. The profile is always asked.",
)
@click.option("--round", "round_name", default="baseline", show_default=True, help="Which round.")
@store_option
@pass_app
def command(
    app: App,
    plain: bool,
    agency: str,
    role: Role | None,
    name: str,
    scope: Scope | None,
    questionnaires: tuple[str, ...],
    round_name: str,
) -> None:
    """Begin an assessment."""
    from readiness.conversation.opening import Opening
    from readiness.conversation.typed import typed

    opening = Opening(
        agency=typed(agency).strip(),
        role=role,
        name=typed(name).strip(),
        scope=scope,
        round=typed(round_name).strip() or "baseline",
        questionnaires=_wanted(app, questionnaires) if questionnaires else DEFAULT_QUESTIONNAIRES,
    )
    if plain:
        from readiness.plain import begin

        closings = app.settings().closings
        begin(app.store, app.library, app.clock, opening, app.hand_over, closings=closings)
    else:
        from readiness.cli.open import open_terminal

        open_terminal(app, opening=opening)


def _wanted(app: App, names: tuple[str, ...]) -> tuple[str, ...]:
    """The questionnaires to ask, the profile first.

    Raises:
        NotFound: there is none of that id, or it is never asked.
        InvalidInput: it has problems.
    """
    for questionnaire in app.library.questionnaires(names):
        if questionnaire.kind == "checklist":
            raise NotFound(
                f"{questionnaire.id} is a checklist: it comes with the report, and nobody is asked."
            )
    return tuple(dict.fromkeys((PROFILE, *names)))
