"""Every statement that the store runs, but those that make its tables (see migrations.py).

Plain SQL that PostgreSQL understands too; only the placeholder differs there. Values are bound.
"""
# ruff: noqa: S608 - what is put together here are constants

ADD_WORDING = "INSERT INTO wording (hash, text) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING"
LINK_WORDING = "INSERT INTO assessment_wording (assessment, file, hash) VALUES (?, ?, ?)"
WORDING = """
    SELECT link.file, wording.text
    FROM assessment_wording AS link JOIN wording ON wording.hash = link.hash
    WHERE link.assessment = ? ORDER BY link.file
"""
DROP_UNUSED_WORDING = """
    DELETE FROM wording
    WHERE NOT EXISTS (SELECT 1 FROM assessment_wording AS link WHERE link.hash = wording.hash)
"""

_HEADER = "id, agency, round, date, scope, questionnaires, sections, created"
ADD_ASSESSMENT = f"INSERT INTO assessment ({_HEADER}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
ASSESSMENT = f"SELECT {_HEADER} FROM assessment WHERE id = ?"
IDS = "SELECT id FROM assessment ORDER BY id"
KNOWN = "SELECT 1 FROM assessment WHERE id = ?"
CHOOSE_SECTIONS = "UPDATE assessment SET sections = ? WHERE id = ?"
DROP_ASSESSMENT = "DELETE FROM assessment WHERE id = ?"

ADD_RESPONDENT = """
    INSERT INTO respondent (assessment, place, id, name, role) VALUES (?, ?, ?, ?, ?)
"""
RESPONDENTS = "SELECT id, name, role FROM respondent WHERE assessment = ? ORDER BY place"
ALL_RESPONDENTS = "SELECT assessment, id, name, role FROM respondent ORDER BY assessment, place"

_ENTRY = "number, respondent, item, answer, wording, at, undoes"
ADD_ENTRY = f"INSERT INTO entry (assessment, {_ENTRY}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
ENTRIES_SINCE = f"""
    SELECT {_ENTRY} FROM entry WHERE assessment = ? AND number > ? ORDER BY number
"""
LAST_NUMBER = """
    SELECT (SELECT MAX(number) FROM entry WHERE assessment = assessment.id)
    FROM assessment WHERE id = ?
"""

ADD_MARK = """
    INSERT INTO plan_mark (assessment, number, action, owner, due, state, reason, more, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
LAST_MARK = "SELECT COALESCE(MAX(number), 0) FROM plan_mark WHERE assessment = ?"
MARKS = """
    SELECT action, owner, due, state, reason, more FROM plan_mark WHERE assessment = ? ORDER BY number
"""

OWNERS = "SELECT role, name FROM owner WHERE assessment = ? ORDER BY role"
NAME_OWNER = """
    INSERT INTO owner (assessment, role, name) VALUES (?, ?, ?)
    ON CONFLICT (assessment, role) DO UPDATE SET name = excluded.name
"""
DROP_OWNER = "DELETE FROM owner WHERE assessment = ? AND role = ?"

ADD_PARKED = "INSERT INTO parked (assessment, number, text, at) VALUES (?, ?, ?, ?)"
LAST_PARKED = "SELECT COALESCE(MAX(number), 0) FROM parked WHERE assessment = ?"
PARKED = "SELECT text, at FROM parked WHERE assessment = ? ORDER BY number"
DROP_PARKED = """
    DELETE FROM parked WHERE assessment = ? AND number = (
        SELECT MIN(number) FROM parked WHERE assessment = ? AND text = ? AND at = ?
    )
"""

SAVE_TALK = """
    INSERT INTO talk (assessment, state) VALUES (?, ?)
    ON CONFLICT (assessment) DO UPDATE SET state = excluded.state
"""
TALK = "SELECT state FROM talk WHERE assessment = ?"

REMEMBER = """
    INSERT INTO written (digest, text, at) VALUES (?, ?, ?)
    ON CONFLICT (digest) DO UPDATE SET text = excluded.text, at = excluded.at
"""
WRITTEN = "SELECT text FROM written WHERE digest = ?"
DROP_WRITTEN = "DELETE FROM written WHERE text LIKE ? ESCAPE '!'"

# The dependants of an assessment, in an order in which they can go.
DROP_PARTS = tuple(
    f"DELETE FROM {table} WHERE assessment = ?"
    for table in (
        "talk",
        "parked",
        "owner",
        "plan_mark",
        "entry",
        "assessment_wording",
        "respondent",
    )
)

SUMMARIES = f"""
    SELECT {_HEADER},
        (SELECT MAX(at) FROM entry WHERE entry.assessment = assessment.id),
        (SELECT MAX(at) FROM plan_mark WHERE plan_mark.assessment = assessment.id),
        COALESCE(answered.items, 0)
    FROM assessment LEFT JOIN (
        SELECT assessment, COUNT(*) AS items FROM current_answer GROUP BY assessment
    ) AS answered ON answered.assessment = assessment.id
"""
