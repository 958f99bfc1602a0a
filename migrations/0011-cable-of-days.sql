-- A cable can be of some days too, such as the day of one meeting: month_from is then the first of them.
ALTER TABLE correspondence ADD COLUMN last_day TEXT CHECK (last_day IS NULL OR kind = 'cable');
DROP INDEX cable_of_month;
CREATE UNIQUE INDEX cable_of_days ON correspondence (campaign_id, month_from, coalesce(last_day, ''))
  WHERE kind = 'cable';
