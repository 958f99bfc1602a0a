-- Whether the list of first steps is off the overview, done or not.
ALTER TABLE campaign ADD COLUMN hides_first_steps INTEGER NOT NULL DEFAULT 0 CHECK (hides_first_steps IN (0, 1));
