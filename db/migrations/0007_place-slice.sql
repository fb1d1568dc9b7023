INSERT INTO `tallies` (`version_id`, `slice`, `unit_id`, `half_month`, `item`, `cell`, `level`, `n`)
SELECT r.`version_id`, 'place', r.`unit_id`, r.`half_month`,
  coalesce(r.`desk_id`, '-') || ' ' || coalesce(r.`field_id`, '-') || ' ' || coalesce(r.`touchpoint`, '-')
    || ' ' || r.`channel` || ' ' || r.`mode`,
  cast(coalesce(json_extract(r.`answers`, '$.' || json_quote(o.`question`)), 'missing') AS text), 0, count(*)
FROM `responses` r
JOIN (
  SELECT v.`id`, q.`value` ->> 'id' AS `question`
  FROM `survey_versions` v, json_each(v.`definition`, '$.questions') q
  WHERE q.`value` ->> 'role' = 'overall'
) o ON o.`id` = r.`version_id`
WHERE r.`tallied` = 1
GROUP BY 1, 2, 3, 4, 5, 6;
