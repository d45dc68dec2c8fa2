-- Closed opportunities, those of them that were won, and the contacts after the first up to the close.
WITH
    turn AS (
        SELECT opportunity, status, occurred_at AS moment, id, rep
        FROM in_force
        WHERE type = 'opportunityMoved'
        QUALIFY status IS DISTINCT FROM lag(status) OVER (PARTITION BY opportunity ORDER BY occurred_at, id)),
    closed AS (
        SELECT opportunity, last.status AS status, last.moment AS moment, last.rep AS rep
        FROM (
            SELECT opportunity, arg_max({'status': status, 'moment': moment, 'rep': rep}, row(moment, id)) AS last
            FROM turn
            GROUP BY opportunity)
        WHERE last.status IN ('WON', 'LOST')),
    opening AS (
        SELECT opportunity, arg_min_null(coalesce(owner, rep), row(occurred_at, id)) AS owner
        FROM in_force
        WHERE type = 'opportunityOpened'
        GROUP BY opportunity),
    handover AS (
        SELECT opportunity, arg_max_null(owner, row(occurred_at, id)) AS owner
        FROM in_force JOIN closed USING (opportunity)
        WHERE type = 'ownerChanged' AND occurred_at <= closed.moment
        GROUP BY opportunity),
    -- Contacts of one rep on one channel within ten minutes of the last that counted are the same.
    line AS (
        SELECT
            opportunity,
            list_reduce(
                list({'moment': occurred_at, 'count': 1} ORDER BY occurred_at),
                lambda kept, next: if(
                    next.moment - kept.moment > INTERVAL 10 MINUTES, {'moment': next.moment, 'count': kept.count + 1}, kept)).count
                AS contacts
        FROM in_force JOIN closed USING (opportunity)
        WHERE actor = 'HUMAN'
            AND occurred_at <= closed.moment
            AND CASE type
                WHEN 'callEnded' THEN direction = 'OUTBOUND' AND has_right_number(outcome)
                WHEN 'messageSent' THEN visible
                ELSE type = 'meetingHeld'
            END
        GROUP BY opportunity, in_force.rep, channel),
    contact AS (SELECT opportunity, sum(contacts) AS contacts FROM line GROUP BY opportunity)
SELECT
    coalesce(if(handover.opportunity IS NULL, opening.owner, handover.owner), closed.rep) AS rep,
    month_of(closed.moment) AS month,
    sum(greatest(0, coalesce(contacts, 0) - 1))::BIGINT AS follow_ups,
    count(*) FILTER (status = 'WON') AS won,
    count(*) AS closed
FROM closed
LEFT JOIN opening USING (opportunity)
LEFT JOIN handover USING (opportunity)
LEFT JOIN contact USING (opportunity)
GROUP BY ALL;
