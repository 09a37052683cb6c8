-- Lines learned to be an outlet's own, as folded words; readings rest on them until they are learned anew.
CREATE TABLE repeats (
    outlet TEXT NOT NULL,
    line   TEXT NOT NULL,
    PRIMARY KEY (outlet, line)
) WITHOUT ROWID;
