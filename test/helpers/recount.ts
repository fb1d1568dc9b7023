import { database } from '@/db/client'

/** Rows of a plain query, each joined to one line. */
export async function lines(sql: string): Promise<string[]> {
  const { rows } = await database().$client.execute(sql)
  return rows.map((row) => Array.from({ length: row.length }, (_, i) => row[i]).join(' '))
}

/** Responses that a confirmed invalidation holds, which was not restored. */
const outside = `select i.response_seq from invalidation_responses i
  join invalidation_decisions e on e.invalidation_id = i.invalidation_id and e.decision = 'confirmed'
  where i.invalidation_id not in (select invalidation_id from invalidation_restorations)`

/** The tallies of the overall level per place, counted anew by SQL alone. */
const overallAnew = `
  with valid as (
    select r.*, cast(coalesce(
      json_extract(r.answers, '$.overall'), json_extract(r.answers, '$.q8'), 'missing') as text) as cell
    from responses r where r.seq not in (${outside})),
  left_out as (
    select r.*, cast(coalesce(
      json_extract(r.answers, '$.overall'), json_extract(r.answers, '$.q8'), 'missing') as text) as cell
    from responses r where r.seq in (${outside}))
  select version_id, 'total' as slice, unit_id, half_month, '' as item, cell, count(*) as n from valid group by 1, 2, 3, 4, 5, 6
  union all select version_id, 'desk', unit_id, half_month, cast(desk_id as text), cell, count(*) from valid
    where desk_id is not null group by 1, 2, 3, 4, 5, 6
  union all select version_id, 'field', unit_id, half_month, cast(field_id as text), cell, count(*) from valid
    where field_id is not null group by 1, 2, 3, 4, 5, 6
  union all select version_id, 'touchpoint', unit_id, half_month, touchpoint, cell, count(*) from valid
    where touchpoint is not null group by 1, 2, 3, 4, 5, 6
  union all select version_id, 'channel', unit_id, half_month, channel, cell, count(*) from valid group by 1, 2, 3, 4, 5, 6
  union all select version_id, 'place', unit_id, half_month, coalesce(desk_id, '-') || ' ' || coalesce(field_id, '-')
    || ' ' || coalesce(touchpoint, '-') || ' ' || channel || ' ' || mode, cell, count(*) from valid group by 1, 2, 3, 4, 5, 6
  union all select version_id, 'mode', unit_id, half_month, mode, cell, count(*) from valid group by 1, 2, 3, 4, 5, 6
  union all select version_id, 'invalid', unit_id, half_month, '', cell, count(*) from left_out group by 1, 2, 3, 4, 5, 6`

const scalesAnew = `
  select r.version_id, 'question' as slice, r.unit_id, r.half_month, a.key as item, cast(a.value as text) as cell,
    count(*) as n
  from responses r, json_each(r.answers) a
  where r.seq not in (${outside}) and (a.type = 'integer' or a.value = 'na') group by 1, 2, 3, 4, 5, 6`

const choicesAnew = `
  select r.version_id, 'question' as slice, r.unit_id, r.half_month, a.key as item, c.value as cell, count(*) as n
  from responses r, json_each(r.answers) a, json_each(case a.type when 'array' then a.value else json_array(a.value) end) c
  where r.seq not in (${outside}) and a.type in ('array', 'text') and a.value <> 'na' and a.key <> 'comment'
  group by 1, 2, 3, 4, 5, 6`

const place = 'version_id, slice, unit_id, half_month, item, cell'

/** Tallies that a recount by plain SQL does not find, and the other way round; none when all is well. */
export async function differences(): Promise<string[]> {
  const places = `select ${place}, sum(n) as n from tallies where slice not in ('question', 'factor') and n <> 0
    group by ${place}`
  const questions = `select ${place}, sum(n) as n from tallies where slice = 'question' and cell <> 'missing'
    and n <> 0 group by ${place}`
  const anew = `${scalesAnew} union all ${choicesAnew}`
  return [
    ...(await lines(`select * from (${places}) except select * from (${overallAnew})`)),
    ...(await lines(`select * from (${overallAnew}) except select * from (${places})`)),
    ...(await lines(`select * from (${questions}) except select * from (${anew})`)),
    ...(await lines(`select * from (${anew}) except select * from (${questions})`)),
  ]
}
