"""Where it all stands, in the conversation."""

from pathlib import Path

import pytest
from tests.assessment import small

from readiness import resources
from readiness.assessment import start
from readiness.conversation.talk import Talk
from readiness.domain.answers import Answer, Respondent, Role
from readiness.loading import Library
from readiness.store import Store


@pytest.mark.parametrize(("role", "alone"), [("leadership", True), ("peer_staff", False)])
def test_workplace_survey(tmp_path: Path, role: Role, alone: bool) -> None:
    """The workplace survey has no result where only leadership answered it, in the chat as everywhere else."""
    clock = small.ticking()
    with Store(tmp_path / "store.sqlite3", clock) as store:
        library = Library([resources.questionnaires()])
        session = start(store, library, clock, agency="Riverbend", respondent=Respondent("", role))
        for item in session.asked().values():
            if item.section == "workplace" and item.kind == "choice":
                session.record(item.id, Answer("agree"))
        talk = Talk(session)
        talk.begin()
        said = talk.hear("how are we doing?")[0].text
    assert ("Ask staff in many roles" in said) is alone
    assert ("Well established" in said) is not alone
