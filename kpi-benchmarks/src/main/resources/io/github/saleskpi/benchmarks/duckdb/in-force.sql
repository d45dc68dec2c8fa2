-- The events in force: few are not, so these are noted, and everything else is read where it is.
CREATE OR REPLACE TEMP TABLE left_out AS
WITH
    disputed AS (SELECT id FROM event GROUP BY id HAVING count(*) > 1),
    superseded AS (
        SELECT rowid AS number
        FROM event SEMI JOIN disputed USING (id)
        QUALIFY row_number() OVER (PARTITION BY id ORDER BY recorded_at DESC, occurred_at DESC) > 1),
    retraction AS (
        SELECT target
        FROM event ANTI JOIN superseded ON event.rowid = number
        WHERE type = 'eventRetracted')
SELECT number FROM superseded
UNION
SELECT event.rowid FROM event SEMI JOIN retraction ON id = retraction.target;

CREATE OR REPLACE TEMP VIEW in_force AS
SELECT event.*
FROM event ANTI JOIN left_out ON event.rowid = number
WHERE occurred_at <= getvariable('as_of') AND type <> 'eventRetracted';
