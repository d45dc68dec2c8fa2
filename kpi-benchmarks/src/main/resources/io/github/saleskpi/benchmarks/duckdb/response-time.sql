-- How long each request waited, or has waited so far. The median is not found here: see DuckDbFigures.
WITH
    asked AS (
        SELECT
            request,
            min(occurred_at) AS moment,
            arg_min_null(coalesce(owner, rep), row(occurred_at, id)) AS owner
        FROM in_force
        WHERE type = 'requestReceived' AND duplicate_of IS NULL
        GROUP BY request),
    response AS (
        SELECT request, id, rep, occurred_at - to_microseconds(coalesce(lasted, 0)) AS moment
        FROM in_force
        WHERE request IS NOT NULL
            AND actor = 'HUMAN'
            AND CASE type
                WHEN 'callEnded' THEN
                    if(direction = 'INBOUND', got_through(outcome), has_right_number(outcome))
                WHEN 'messageSent' THEN visible
                ELSE type = 'meetingHeld'
            END),
    first_response AS (
        SELECT request, min(response.moment) AS moment, arg_min_null(rep, row(response.moment, id)) AS rep
        FROM response JOIN asked USING (request)
        WHERE response.moment >= asked.moment
        GROUP BY request),
    close AS (
        SELECT request, min(occurred_at) AS moment, arg_min(reason, row(occurred_at, id)) AS reason
        FROM in_force JOIN asked USING (request)
        WHERE type = 'requestClosed' AND occurred_at >= asked.moment
        GROUP BY request),
    handover AS (
        SELECT request, arg_max_null(owner, row(occurred_at, id)) AS owner
        FROM in_force
        WHERE type = 'ownerChanged' AND request IS NOT NULL
        GROUP BY request)
SELECT
    CASE
        WHEN first_response.request IS NOT NULL THEN first_response.rep
        WHEN handover.request IS NOT NULL THEN handover.owner
        ELSE asked.owner
    END AS rep,
    month_of(asked.moment) AS month,
    first_response.request IS NOT NULL AS ended,
    epoch_us(coalesce(first_response.moment, close.moment, getvariable('as_of'))) - epoch_us(asked.moment) AS length
FROM asked
LEFT JOIN first_response USING (request)
LEFT JOIN close USING (request)
LEFT JOIN handover USING (request)
WHERE ended OR close.reason IS DISTINCT FROM 'NO_ANSWER_NEEDED'
ORDER BY rep, month;
