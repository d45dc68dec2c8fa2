-- Working days with an activity that is more than a reaction, of all working days up to the viewpoint.
WITH
    active AS (
        SELECT
            rep,
            month_of(occurred_at) AS month,
            count(DISTINCT occurred_at::DATE) FILTER (activity <> 'REACTION' AND isodow(occurred_at) < 6) AS days
        FROM in_force
        WHERE type = 'socialActivity' AND actor = 'HUMAN'
        GROUP BY ALL),
    calendar AS (
        SELECT month, len(list_filter(
            generate_series(
                month::TIMESTAMP, least(last_day(month), getvariable('as_of')::DATE)::TIMESTAMP, INTERVAL 1 DAY),
            lambda day: isodow(day) < 6)) AS days
        FROM (SELECT DISTINCT month FROM active))
SELECT rep, month, active.days AS part, calendar.days AS whole
FROM active JOIN calendar USING (month)
WHERE calendar.days > 0;
