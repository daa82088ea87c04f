"""`readiness questionnaires`: for authors."""

from pathlib import Path

import click

from readiness.cli.app import App, pass_app, store_option, user_folder


@click.group("questionnaires")
@store_option
def command() -> None:
    """List, show and check questionnaires."""


@command.command("list")
@store_option
@pass_app
def list_(app: App) -> None:
    """List the questionnaires that are there, shipped and your own."""
    app.tells_faults = False
    for questionnaire in app.library.all():
        place = "your own" if app.library.is_own(questionnaire.id) else "shipped"
        items = sum(1 for _ in questionnaire.items())
        click.echo(
            f"{questionnaire.id}\t{questionnaire.version}\t{items} item{'s' * (items != 1)}\t{place}"
            f"\t{questionnaire.title}"
        )
    for fault in app.library.faults:
        app.tell(f"{fault.file} is left out:")
        for problem in fault.problems:
            app.tell(f"  {problem}")
    app.tell(f"Your own questionnaires belong in {user_folder()}")
    if app.library.faults:
        raise click.exceptions.Exit(1)


@command.command("show")
@click.argument("questionnaire_id", metavar="ID")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@store_option
@pass_app
def show(app: App, questionnaire_id: str, form: str) -> None:
    """Show one questionnaire, to read aloud or as data."""
    questionnaire = app.library.questionnaire(questionnaire_id)
    if form == "json":
        import json

        from readiness.loading import show_json

        click.echo(json.dumps(show_json(questionnaire), ensure_ascii=False, indent=2))
        return
    click.echo(f"{questionnaire.title} ({questionnaire.version})")
    for section in questionnaire.sections:
        number = f"{section.number}. " if section.number else ""
        click.echo(f"\n{number}{section.title}\n")
        for item in section.items:
            marks = [word for word, on in _marks(item.gate, item.quick, item.derived) if on]
            click.echo(f"  {item.id}" + (f" ({', '.join(marks)})" if marks else ""))
            click.echo(f"    {item.ask}")
            for option, anchor in item.anchors.items():
                click.echo(f"      {option}: {anchor}")


@command.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@store_option
@pass_app
def check(app: App, paths: tuple[Path, ...]) -> None:
    """Look a questionnaire over: every problem, and what could read better."""
    from readiness.loading import check_files

    app.tells_faults = False
    problems = check_files(paths, app.library)
    for problem in problems:
        click.echo(str(problem))
    errors = sum(problem.level == "error" for problem in problems)
    warnings = len(problems) - errors
    app.tell(f"{errors} problem{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}")
    if errors:
        raise click.exceptions.Exit(1)


@command.command("schema")
@store_option
def schema() -> None:
    """Print the JSON Schema of a questionnaire, for completion in an editor."""
    import json

    from readiness.loading import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def _marks(gate: str | None, quick: bool, derived: bool) -> list[tuple[str, bool]]:
    moment = {"posting": "gate before posting", "day_one": "gate before day one"}.get(
        gate or "", ""
    )
    return [(moment, gate is not None), ("quick", quick), ("ours", derived)]
