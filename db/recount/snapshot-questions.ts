import 'server-only'
import { addGroups, type Group, groupOfCell, noGroup } from '@/domain/group'
import { isMember, seriesOf } from '@/domain/series'
import type { FactorId, Question, SurveyDefinition } from '@/domain/survey'
import { cellKey } from './snapshot-cells'
import { groupIn, type Ingredients, type Parts, sheetsIn } from './snapshot-parts'

/** Answers to a question, in every version of its series. */
export function question({ versions }: Ingredients, parts: Parts, key: string): Group | null {
  const asked = parts.newest.definition.questions.find(({ id }) => id === key)
  if (!asked) return null
  const series = seriesOf(versions, asked)
  return series.members.reduce(
    (sum, one) => addGroups(sum, groupIn(parts, [one.versionId], 'question', one.questionId)),
    sheetsIn(parts, series),
  )
}

/** Answers to all its questions, in the versions where they are the same; people stand in a slice of their own. */
export function factor({ versions }: Ingredients, parts: Parts, key: string): Group | null {
  const found = parts.newest.definition.factors.find(({ id }) => id === key)
  if (!found) return null
  const asked = questionsOf(parts.newest.definition, found.id)
  const same = versions.filter(
    ({ definition }) => seriesKeys(questionsOf(definition, found.id)) === seriesKeys(asked),
  )
  let answers = noGroup
  let people = 0
  for (const { rowId, definition } of same) {
    for (const { id } of questionsOf(definition, found.id)) {
      answers = addGroups(answers, groupIn(parts, [rowId], 'question', id))
    }
    people += parts.whole.get(rowId)?.get(cellKey('factor', key, 'people', 0)) ?? 0
  }
  return { ...answers, people }
}

const questionsOf = ({ questions }: SurveyDefinition, factor: FactorId): Question[] =>
  questions.filter((one) => one.type === 'scale5' && one.factor === factor)

const seriesKeys = (questions: readonly Question[]) =>
  JSON.stringify(questions.map(({ seriesKey }) => seriesKey).sort())

/** Who chose it, by the overall level; in the versions whose overall question is the same, too. */
export function option(
  { versions }: Ingredients,
  { newest, series, whole }: Parts,
  role: 'reason' | 'fact',
  key: string,
): Group | null {
  for (const asked of newest.definition.questions) {
    if (asked.role !== role || (asked.type !== 'single' && asked.type !== 'multi')) continue
    const choice = asked.options.find(
      ({ id }) => key === (role === 'reason' ? id : `${asked.id}:${id}`),
    )
    if (!choice) continue
    const members = seriesOf(versions, asked).members
    return members
      .filter(({ versionId }) => isMember(series, versionId))
      .flatMap(({ versionId, questionId }) =>
        ['1', '2', '3', '4', '5'].map((level) => {
          const at = cellKey('question', questionId, choice.id, Number(level))
          return groupOfCell(level, whole.get(versionId)?.get(at) ?? 0)
        }),
      )
      .reduce(addGroups, noGroup)
  }
  return null
}
