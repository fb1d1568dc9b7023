import { channels, modes, touchpoints } from '@/domain/door'
import { halfMonthOf, type Period } from '@/domain/period'
import { listResponseColumns } from '@/domain/response-columns'
import type { Question, SurveyVersion } from '@/domain/survey'
import { translator } from '@/lib/i18n'

const t = translator('vi')

/**
 * The export of one version as a statement for the sqlite3 shell: the same columns with the same words, the same rows, by
 * month and unit. A desk stands there only where five and more came from it in that month.
 */
export function exportStatement(version: SurveyVersion, { from, to }: Period): string {
  const period = `between ${halfMonthOf(from)} and ${halfMonthOf(to)}`
  const answers = listResponseColumns([version]).flatMap(({ questions }) =>
    [...questions.values()].flatMap(answerOf),
  )
  return `with named as materialized (select cast(t.item as integer) as item, t.half_month / 2 as month
      from tallies t join survey_versions v on v.id = t.version_id
      where v.public_id = ${quoted(version.id)} and t.slice = 'desk' and t.half_month ${period}
      group by 1, 2 having sum(t.n) >= 5)
    select v.public_id, substr(r.answered_on, 1, 7), u.code, u.name, d.code, d.label, f.code, f.name,
      ${inWords(
        'r.touchpoint',
        touchpoints.map((one) => [one, t(`figures.touchpoint.${one}`)]),
      )},
      ${inWords(
        'r.channel',
        channels.map((one) => [one, t(`figures.channel.${one}`)]),
      )},
      ${inWords(
        'r.mode',
        modes.map((one) => [one, t(`figures.mode.${one}`)]),
      )},
      r.locale, ${answers.join(', ')}
    from responses r join units u on u.id = r.unit_id join survey_versions v on v.id = r.version_id
      left join named n on n.item = r.desk_id and n.month = r.half_month / 2
      left join desks d on d.id = n.item left join fields f on f.id = r.field_id
    where v.public_id = ${quoted(version.id)} and r.tallied = 1 and r.half_month ${period}
    order by r.half_month / 2, r.unit_id`
}

function answerOf(question: Question): readonly string[] {
  const answer = `json_extract(r.answers, '$.${question.id}')`
  if (question.type === 'text') return []
  if (question.type === 'multi') throw new Error('the statement joins no several answers')
  const words =
    question.type === 'single'
      ? question.options.map(({ id, text }) => [id, text.vi] as const)
      : (['1', '2', '3', '4', '5', 'na'] as const).map(
          (level) => [level, t(`scale.${level}`)] as const,
        )
  return [answer, inWords(`cast(${answer} as text)`, words)]
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

const inWords = (value: string, words: readonly (readonly [string, string])[]) =>
  `case ${value} ${words.map(([id, word]) => `when ${quoted(id)} then ${quoted(word)}`).join(' ')} end`
