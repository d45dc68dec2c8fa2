-- Mails that follow up, each once, and those of them with a link to content; of a link given twice the first counts.
WITH mail AS (
    SELECT arg_min(
        {
            'rep': rep,
            'month': month_of(occurred_at),
            'linked': len(list_filter(
                link_kinds, lambda kind, i: kind = 'CONTENT' AND list_position(links, links[i]) = i)) > 0
        },
        row(occurred_at, id)) AS first
    FROM in_force
    WHERE type = 'messageSent' AND actor = 'HUMAN' AND visible AND channel = 'email' AND follow_up
    GROUP BY message)
SELECT first.rep AS rep, first.month AS month, count(*) FILTER (first.linked) AS part, count(*) AS whole
FROM mail
GROUP BY ALL;
