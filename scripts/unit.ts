import { parseArgs } from 'node:util'
import { type NewUnit, recordUnit, type UnitProblem } from '@/db/units/units'
import { isUnitCode, unitLevels } from '@/domain/unit'
import { longestUnitName } from '@/domain/unit-facts'
import { runWritingCommand } from './command'
import { fail } from './stop'

const usage = 'npm run unit -- add CODE NAME [--parent CODE] [--level L]'

export default runWritingCommand({ usage, read, run: addUnit })

/** Without a parent the unit stands at the top, beside `office`; an administrator at the top sees it. */
function read(): NewUnit {
  const options = {
    parent: { type: 'string' },
    level: { type: 'string', default: 'xa' },
  } as const
  const { positionals, values } = parseArgs({ allowPositionals: true, options })
  const [verb, code, name, ...rest] = positionals
  if (verb !== 'add' || !code || !name || rest.length > 0) fail(`Usage: ${usage}`, 2)
  if (!isUnitCode(code)) {
    fail('CODE may have letters without accents, digits, dots and hyphens, at most 40.', 2)
  }
  if (name.length > longestUnitName) fail(`NAME may have at most ${longestUnitName} letters.`, 2)
  const level = unitLevels.find((known) => known === values.level)
  if (!level) fail(`--level must be one of ${unitLevels.join(', ')}.`, 2)
  const { parent } = values
  return { code, name, level, ...(parent === undefined ? {} : { parentCode: parent }) }
}

async function addUnit(unit: NewUnit): Promise<void> {
  const recorded = await recordUnit(unit, { actorId: null, actor: 'unit add' }, Date.now())
  if (!recorded.ok) fail(recorded.problems.map(({ code }) => sentences(unit)[code]).join('\n'))
  const { code, name } = recorded.value
  const place = unit.parentCode === undefined ? 'at the top' : `under ${unit.parentCode}`
  process.stdout.write(`The unit ${code} (${name}) stands ${place}.\n`)
}

function sentences(unit: NewUnit): Record<UnitProblem, string> {
  return {
    'blank-code': 'CODE is empty.',
    'blank-name': 'NAME is empty.',
    'unit-exists': `There is a unit with the code ${unit.code} already. Nothing was changed.`,
    'unknown-parent': `There is no unit ${unit.parentCode} to stand under. Nothing was changed.`,
  }
}
