-- Materials that a rep used while they were on the shelf, of all that were there at any time of the month.
WITH
    turn AS (
        SELECT asset, type, occurred_at AS moment, id
        FROM in_force
        WHERE type IN ('assetPublished', 'assetRetired')
        QUALIFY type IS DISTINCT FROM lag(type) OVER (PARTITION BY asset ORDER BY occurred_at, id)),
    shelving AS (
        SELECT
            asset,
            moment AS since,
            coalesce(lead(moment) OVER (PARTITION BY asset ORDER BY moment, id), TIMESTAMP 'infinity') AS until
        FROM turn
        QUALIFY type = 'assetPublished'),
    sending AS (
        SELECT unnest(assets) AS asset, message, rep, occurred_at AS moment, id
        FROM in_force
        WHERE type = 'messageSent' AND actor = 'HUMAN' AND len(assets) > 0),
    taken AS (
        SELECT asset, rep, occurred_at AS moment
        FROM in_force
        WHERE type = 'assetUsed' AND actor = 'HUMAN' AND use <> 'VIEWED'
        UNION ALL
        SELECT asset, arg_min_null(rep, row(moment, id)), min(moment)
        FROM sending
        GROUP BY asset, message),
    used AS (
        SELECT DISTINCT rep, month_of(moment) AS month, asset
        FROM taken JOIN shelving USING (asset)
        WHERE moment >= since AND moment < until),
    catalogue AS (
        SELECT DISTINCT month, asset
        FROM (SELECT DISTINCT month FROM used) JOIN shelving
            ON since < least(month + INTERVAL 1 MONTH, getvariable('as_of')) AND until > month),
    size AS (SELECT month, count(*) AS whole FROM catalogue GROUP BY month)
SELECT rep, month, count(catalogue.asset) AS part, any_value(whole) AS whole
FROM used
JOIN size USING (month)
LEFT JOIN catalogue USING (month, asset)
GROUP BY rep, month;
