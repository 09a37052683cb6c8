-- Articles and what was read in them. `record` is the reading as JSON: one source of truth,
-- and the views below open it for people who ask in SQL.
CREATE TABLE articles (
    id        TEXT PRIMARY KEY,
    digest    TEXT NOT NULL,
    outlet    TEXT,
    url       TEXT,
    title     TEXT,
    published TEXT,
    author    TEXT,
    agency    TEXT,
    place     TEXT,
    version   INTEGER NOT NULL DEFAULT 1,
    version_of TEXT,
    text      TEXT NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX article_digest ON articles (digest, coalesce(version_of, id));
CREATE INDEX article_url ON articles (url);
CREATE INDEX article_version ON articles (version_of);
CREATE INDEX article_published ON articles (published);

CREATE TABLE readings (
    article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    reader  TEXT NOT NULL,
    record  TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE refusals (
    place   TEXT NOT NULL,
    problem TEXT NOT NULL,
    PRIMARY KEY (place, problem)
) WITHOUT ROWID;

-- What was linked across articles; rebuilt whenever articles or judgements have changed.
CREATE TABLE identities (id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE identity_members (
    article  TEXT NOT NULL,
    entity   TEXT NOT NULL,
    identity TEXT NOT NULL,
    PRIMARY KEY (article, entity)
) WITHOUT ROWID;
CREATE INDEX identity_member ON identity_members (identity);
CREATE TABLE copies (id TEXT PRIMARY KEY, kind TEXT NOT NULL, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE copy_members (
    article TEXT NOT NULL,
    copy    TEXT NOT NULL,
    PRIMARY KEY (article, copy)
) WITHOUT ROWID;
CREATE TABLE stories (
    id     TEXT PRIMARY KEY,
    name   TEXT NOT NULL,
    size   INTEGER NOT NULL,
    first  TEXT,
    last   TEXT,
    record TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE story_members (article TEXT PRIMARY KEY, story TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX story_member ON story_members (story);

-- What the articles of one story say side by side, kept under the state it was compared in.
CREATE TABLE comparisons (story TEXT PRIMARY KEY, state TEXT NOT NULL, record TEXT NOT NULL) WITHOUT ROWID;

-- What people decided. Rows are never rewritten; taking one back is a row's `withdrawn`.
CREATE TABLE judgements (
    id        TEXT PRIMARY KEY,
    about     TEXT NOT NULL,
    verdict   TEXT NOT NULL,
    other     TEXT,
    by        TEXT NOT NULL,
    at        TEXT NOT NULL,
    note      TEXT,
    withdrawn TEXT
) WITHOUT ROWID;
CREATE TABLE reliability (
    outlet TEXT PRIMARY KEY,
    grade  TEXT NOT NULL CHECK (grade IN ('A', 'B', 'C', 'D', 'E', 'F'))
) WITHOUT ROWID;
CREATE TABLE marks (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE VIEW statements AS
SELECT r.article,
       s.value ->> '$.id' AS id,
       s.value ->> '$.act' AS act,
       s.value ->> '$.form' AS form,
       s.value ->> '$.speaker' AS speaker,
       substr(a.text, 1 + (s.value ->> '$.cue.start'), (s.value ->> '$.cue.end') - (s.value ->> '$.cue.start')) AS cue,
       substr(a.text, 1 + (s.value ->> '$.source.start'), (s.value ->> '$.source.end') - (s.value ->> '$.source.start')) AS source,
       substr(a.text, 1 + (s.value ->> '$.content[0].start'), (s.value ->> '$.content[0].end') - (s.value ->> '$.content[0].start')) AS content,
       s.value ->> '$.rule' AS rule,
       s.value ->> '$.cue.start' AS start,
       s.value ->> '$.cue.end' AS end
FROM readings r JOIN articles a ON a.id = r.article, json_each(r.record, '$.statements') s;

CREATE VIEW quantities AS
SELECT r.article,
       substr(a.text, 1 + (q.value ->> '$.start'), (q.value ->> '$.end') - (q.value ->> '$.start')) AS text,
       q.value ->> '$.low' AS low,
       q.value ->> '$.high' AS high,
       q.value ->> '$.modifier' AS modifier,
       q.value ->> '$.unit' AS unit,
       q.value ->> '$.rule' AS rule,
       q.value ->> '$.start' AS start,
       q.value ->> '$.end' AS end
FROM readings r JOIN articles a ON a.id = r.article, json_each(r.record, '$.quantities') q;

CREATE VIEW times AS
SELECT r.article,
       substr(a.text, 1 + (t.value ->> '$.start'), (t.value ->> '$.end') - (t.value ->> '$.start')) AS text,
       t.value ->> '$.type' AS type,
       t.value ->> '$.value' AS value,
       t.value ->> '$.rule' AS rule,
       t.value ->> '$.start' AS start,
       t.value ->> '$.end' AS end
FROM readings r JOIN articles a ON a.id = r.article, json_each(r.record, '$.times') t;

CREATE VIEW mentions AS
SELECT r.article,
       e.value ->> '$.id' AS entity,
       i.identity,
       e.value ->> '$.type' AS type,
       substr(a.text, 1 + (m.value ->> '$.start'), (m.value ->> '$.end') - (m.value ->> '$.start')) AS text,
       m.value ->> '$.rule' AS rule,
       m.value ->> '$.start' AS start,
       m.value ->> '$.end' AS end
FROM readings r
JOIN articles a ON a.id = r.article, json_each(r.record, '$.entities') e, json_each(e.value, '$.mentions') m
LEFT JOIN identity_members i ON i.article = r.article AND i.entity = e.value ->> '$.id';
