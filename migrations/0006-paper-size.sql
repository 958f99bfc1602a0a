-- What the files of a campaign are set for: an embassy in Washington prints on US Letter.
ALTER TABLE campaign ADD COLUMN paper_size TEXT NOT NULL DEFAULT 'A4' CHECK (paper_size IN ('A4', 'US Letter'));
