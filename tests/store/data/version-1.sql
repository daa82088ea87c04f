-- A store as version 1 of its shape wrote it. Never change this file: stores like it lie in people's homes.
PRAGMA application_id = 1380208211;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE assessment (
        id TEXT NOT NULL PRIMARY KEY,
        agency TEXT NOT NULL,
        round TEXT NOT NULL,
        date TEXT,
        scope TEXT NOT NULL,
        questionnaires TEXT NOT NULL,
        sections TEXT NOT NULL,
        created TEXT NOT NULL
    );
INSERT INTO "assessment" VALUES('riverbend-7f3a','Riverbend Wellness Center','baseline','2026-11-21','full','["agency-profile@1.0.0","employer-competencies@1.0.0"]','["culture","roles"]','2026-11-21T11:59:00.000000+00:00');
INSERT INTO "assessment" VALUES('harbor-91c2','Harbor''s "Light"','six months',NULL,'quick','["agency-profile@1.0.0"]','[]','2026-11-20T08:00:00.000000+00:00');
CREATE TABLE assessment_wording (
        assessment TEXT NOT NULL REFERENCES assessment (id),
        file TEXT NOT NULL,
        hash TEXT NOT NULL REFERENCES wording (hash),
        PRIMARY KEY (assessment, file)
    );
INSERT INTO "assessment_wording" VALUES('riverbend-7f3a','agency-profile.yaml','db15882c21313900602619bee5aa16456d08e92cd242b4ff1269b4b2c49c51aa');
INSERT INTO "assessment_wording" VALUES('riverbend-7f3a','scales.yaml','9dd2ab217d3a944cf25e657fb3f4a8acf0bcf93e38c23cbb100a063530e8377b');
INSERT INTO "assessment_wording" VALUES('harbor-91c2','scales.yaml','9dd2ab217d3a944cf25e657fb3f4a8acf0bcf93e38c23cbb100a063530e8377b');
CREATE TABLE entry (
        assessment TEXT NOT NULL REFERENCES assessment (id),
        number INTEGER NOT NULL,
        respondent TEXT NOT NULL,
        item TEXT NOT NULL,
        answer TEXT,
        wording TEXT NOT NULL,
        at TEXT NOT NULL,
        undoes INTEGER,
        PRIMARY KEY (assessment, number)
    ) WITHOUT ROWID
    ;
INSERT INTO "entry" VALUES('riverbend-7f3a',1,'r1','profile.drives','{"text":"yes"}','0123456789abcdef','2026-11-21T12:00:00.250000+00:00',NULL);
INSERT INTO "entry" VALUES('riverbend-7f3a',2,'r1','profile.workers','{"options":["employee","volunteer"]}','0123456789abcdef','2026-11-21T12:01:00.250000+00:00',NULL);
INSERT INTO "entry" VALUES('riverbend-7f3a',3,'r1','profile.start','{"date":"2027-01-04"}','0123456789abcdef','2026-11-21T12:02:00.250000+00:00',NULL);
INSERT INTO "entry" VALUES('riverbend-7f3a',4,'r1','profile.managers','{"number":12}','0123456789abcdef','2026-11-21T12:03:00.250000+00:00',NULL);
INSERT INTO "entry" VALUES('riverbend-7f3a',5,'r1','profile.hours','{"number":2.5}','0123456789abcdef','2026-11-21T12:04:00.250000+00:00',NULL);
INSERT INTO "entry" VALUES('riverbend-7f3a',6,'r1','profile.remark','{"text":"dont_know"}','0123456789abcdef','2026-11-21T12:05:00.250000+00:00',NULL);
INSERT INTO "entry" VALUES('riverbend-7f3a',7,'r1','culture.basics','{"text":"mostly"}','0123456789abcdef','2026-11-21T12:06:00.250000+00:00',NULL);
INSERT INTO "entry" VALUES('riverbend-7f3a',8,'r1','culture.dignity','{"text":"partly","note":"The front desk is the weak spot.\nReally.","flag":true}','0123456789abcdef','2026-11-21T12:07:00.250000+00:00',NULL);
INSERT INTO "entry" VALUES('riverbend-7f3a',9,'r1','leadership.budget','{"missing":"dont_know"}','0123456789abcdef','2026-11-21T12:08:00.250000+00:00',NULL);
INSERT INTO "entry" VALUES('riverbend-7f3a',10,'r1','roles.pay','{"missing":"not_applicable","note":"Volunteers only","share":true}','0123456789abcdef','2026-11-21T12:09:00.250000+00:00',NULL);
INSERT INTO "entry" VALUES('riverbend-7f3a',11,'r1','culture.basics',NULL,'0123456789abcdef','2026-11-21T12:10:00.250000+00:00',7);
CREATE TABLE plan_mark (
        assessment TEXT NOT NULL REFERENCES assessment (id),
        number INTEGER NOT NULL,
        action TEXT NOT NULL,
        owner TEXT NOT NULL,
        due TEXT,
        state TEXT NOT NULL,
        reason TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (assessment, number)
    ) WITHOUT ROWID
    ;
INSERT INTO "plan_mark" VALUES('riverbend-7f3a',1,'culture.dignity.visit','Luis','2027-01-15','open','','2026-11-21T12:11:00.250000+00:00');
INSERT INTO "plan_mark" VALUES('riverbend-7f3a',2,'culture.dignity.visit','',NULL,'dropped','Done last year','2026-11-21T12:12:00.250000+00:00');
CREATE TABLE respondent (
        assessment TEXT NOT NULL REFERENCES assessment (id),
        place INTEGER NOT NULL,
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        role TEXT,
        PRIMARY KEY (assessment, id)
    );
INSERT INTO "respondent" VALUES('riverbend-7f3a',0,'r1','A. Rivera','leadership');
INSERT INTO "respondent" VALUES('harbor-91c2',0,'r1','',NULL);
INSERT INTO "respondent" VALUES('harbor-91c2',1,'r2','Zoë','peer_staff');
CREATE TABLE talk (
        assessment TEXT NOT NULL PRIMARY KEY REFERENCES assessment (id),
        state TEXT NOT NULL
    );
INSERT INTO "talk" VALUES('riverbend-7f3a','{"at": "culture.basics"}');
CREATE TABLE wording (hash TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL);
INSERT INTO "wording" VALUES('db15882c21313900602619bee5aa16456d08e92cd242b4ff1269b4b2c49c51aa','id: agency-profile
');
INSERT INTO "wording" VALUES('9dd2ab217d3a944cf25e657fb3f4a8acf0bcf93e38c23cbb100a063530e8377b','it''s shared
');
CREATE INDEX assessment_wording_hash ON assessment_wording (hash);
CREATE VIEW current_answer AS
    SELECT entry.assessment, entry.item, entry.respondent, entry.number, entry.answer,
        entry.wording, entry.at
    FROM entry JOIN (
        SELECT assessment, MAX(number) AS number FROM entry GROUP BY assessment, item
    ) AS latest ON latest.assessment = entry.assessment AND latest.number = entry.number
    WHERE entry.answer IS NOT NULL;
COMMIT;
