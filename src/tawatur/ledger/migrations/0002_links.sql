-- Links kept by what they rest on, so that a new article touches only what it meets. All of it can
-- be made again from the readings, and is: every article waits.
DROP TABLE identities;
DROP TABLE identity_members;
DELETE FROM copies;
DELETE FROM copy_members;
DELETE FROM stories;
DELETE FROM story_members;
DELETE FROM comparisons;
DELETE FROM marks;

-- Articles that are not linked yet.
CREATE TABLE waiting (article TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO waiting SELECT id FROM articles;

-- What linking needs to know of each article; `words` are those that copies are found by.
CREATE TABLE traits (article TEXT PRIMARY KEY, record TEXT NOT NULL, words TEXT NOT NULL) WITHOUT ROWID;

-- Who shares a fingerprint; who owes an agency.
CREATE TABLE prints (print BIGINT PRIMARY KEY, holders TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE takers (
    agency  TEXT NOT NULL,
    day     TEXT NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (agency, day, article)
) WITHOUT ROWID;

-- Names in articles by what those have in common that may be joined, and who is meant by them.
CREATE TABLE nodes (
    block   TEXT NOT NULL,
    article TEXT NOT NULL,
    entity  TEXT NOT NULL,
    record  TEXT NOT NULL,
    PRIMARY KEY (block, article, entity)
) WITHOUT ROWID;
CREATE INDEX node_member ON nodes (article, entity);
CREATE TABLE identities (
    id     TEXT PRIMARY KEY,
    block  TEXT NOT NULL,
    type   TEXT NOT NULL,
    name   TEXT NOT NULL,
    record TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX identity_block ON identities (block);
CREATE TABLE identity_members (
    article  TEXT NOT NULL,
    entity   TEXT NOT NULL,
    identity TEXT NOT NULL,
    mentions TEXT NOT NULL,
    PRIMARY KEY (article, entity)
) WITHOUT ROWID;
CREATE INDEX identity_member ON identity_members (identity);

-- What articles speak of, each feature by a number made of it, with the day (0: unknown) and the outlet.
CREATE TABLE sketches (article TEXT PRIMARY KEY, number INTEGER NOT NULL, record TEXT NOT NULL) WITHOUT ROWID;
CREATE UNIQUE INDEX sketch_number ON sketches (number);
CREATE TABLE features (
    feature BIGINT NOT NULL,
    day     INTEGER NOT NULL,
    sketch  INTEGER NOT NULL,
    outlet  BIGINT NOT NULL,
    weight  DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (feature, day, sketch)
) WITHOUT ROWID;

-- How alike articles are; each tie stands twice, once from either side.
CREATE TABLE ties (
    one      TEXT NOT NULL,
    other    TEXT NOT NULL,
    strength DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
