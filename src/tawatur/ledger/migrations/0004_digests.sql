-- The digest of a reading's record, so that a flipped bit is noticed; NULL where it was kept before.
ALTER TABLE readings ADD COLUMN digest TEXT;
