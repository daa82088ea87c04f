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
@click.option(
    "--round",
    "round_name",
    default="",
    help="Which round.  [default: baseline; with --from the name of the next one]",
)
@click.option(
    "--from",
    "earlier",
    metavar="FILE_OR_ID",
    help="Make it the next round after this one: what has to be asked again is, the rest is carried over.",
)
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
    earlier: str | None,
) -> None:
    """Begin an assessment, or the next round after one."""
    if earlier is not None:
        if agency or questionnaires:
            raise click.UsageError(
                "With --from the agency and the questionnaires are those of the earlier round:"
                " leave --agency and --questionnaire out."
            )
        _follow(app, earlier, plain=plain, role=role, name=name, scope=scope, named=round_name)
        return
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


def _follow(
    app: App,
    file_or_id: str,
    *,
    plain: bool,
    role: Role | None,
    name: str,
    scope: Scope | None,
    named: str,
) -> None:
    """Begin the next round after an earlier one; the same person answers unless somebody says otherwise."""
    from readiness.assessment.rounds import follow_up, next_round
    from readiness.cli.subject import earlier_of
    from readiness.conversation.typed import typed
    from readiness.domain.answers import Respondent

    if not plain:
        from readiness.cli.open import open_terminal, require_terminal

        require_terminal()  # before anything is begun
    earlier = earlier_of(app, file_or_id)
    before = earlier.evaluation.assessment
    stored = [] if app.nothing_stored else [each.header for each in app.store.list()]
    respondent = Respondent(typed(name).strip(), role or before.respondent.role)
    session = follow_up(
        app.store,
        app.library,
        app.clock,
        earlier,
        round_name=typed(named).strip() or next_round(before, stored),
        respondent=respondent if name or role else None,
        scope=scope,
    ).session
    if plain:
        from readiness.plain import follow

        follow(session, app.hand_over, closings=app.settings().closings)
    else:
        open_terminal(app, assessment_id=session.id)


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
