-- Cold calls, and those of them that led to an opportunity.
WITH
    acquaintance AS (
        SELECT person, min(occurred_at) AS since
        FROM in_force
        WHERE person IS NOT NULL
            AND CASE type
                WHEN 'callEnded' THEN direction = 'INBOUND' OR got_through(outcome)
                WHEN 'messageReceived' THEN NOT auto_reply
                ELSE type IN ('requestReceived', 'meetingHeld')
            END
        GROUP BY person),
    called AS (
        SELECT
            id, call, person, rep, outcome, occurred_at,
            actor = 'HUMAN' AND direction = 'OUTBOUND' AND has_right_number(outcome)
                AND coalesce(said_cold, person IS NOT NULL AND coalesce(since >= occurred_at, true)) AS cold
        FROM in_force LEFT JOIN acquaintance USING (person)
        WHERE type = 'callEnded'),
    opening AS (
        SELECT DISTINCT ON (person, opportunity) person, opportunity, call, occurred_at AS moment
        FROM in_force
        WHERE type = 'opportunityOpened' AND person IS NOT NULL
        ORDER BY person, opportunity, occurred_at, id),
    led AS (
        SELECT arg_min(called.id, row(occurred_at, called.id)) AS id
        FROM opening JOIN called ON called.person = opening.person AND called.call = opening.call
        GROUP BY opening.person, opportunity
        UNION
        SELECT arg_max(called.id, row(occurred_at, called.id))
        FROM opening JOIN called ON called.person = opening.person
        WHERE opening.call IS NULL
            AND cold
            AND got_through(outcome)
            AND occurred_at BETWEEN moment - INTERVAL 30 DAYS AND moment
        GROUP BY opening.person, opportunity)
SELECT rep, month_of(occurred_at) AS month, count(led.id) AS part, count(*) AS whole
FROM called LEFT JOIN led ON led.id = called.id
WHERE cold
GROUP BY ALL;
