import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { database, useDatabase } from '@/db/client'
import { openCommands } from '../helpers/commands'

const dir = mkdtempSync(join(tmpdir(), 'hai-long-import-'))
const commands = openCommands({ DATA_DIR: dir })
const header = 'very_dissatisfied,dissatisfied,neither,satisfied,very_satisfied'

beforeAll(async () => {
  const { code, output } = await run('import-tally', 'month', [`2026-01,1,2,3,4,5`])
  if (code !== 0) throw new Error(output)
  useDatabase(`file:${join(dir, 'hai-long.db')}`)
}, 60_000)

afterAll(() => {
  commands.end()
  database().$client.close()
  rmSync(dir, { recursive: true, force: true })
})

/** Runs the command on a file with this header and these lines, in the shared data folder. */
async function run(name: string, first: string, lines: readonly string[], ...more: string[]) {
  const file = join(dir, 'counts.csv')
  const head = name === 'import-tally' ? `${first},${header}` : first
  writeFileSync(file, [head, ...lines].join('\n'))
  const place = name === 'import-tally' ? ['--survey', 'kiosk-1', '--unit', 'office'] : []
  return await command(name, file, ...place, ...more)
}

const command = async (name: string, ...args: string[]) => {
  const { code, output } = await commands.run(name, ...args)
  return { code, output: output.replaceAll(dir, '').trim() }
}

/** Everything an import could have changed. */
async function state(): Promise<string> {
  const tables = ['units', 'tally_sheets', 'dossier_stats', 'audit_events']
  const counts = tables.map((table) => `(select count(*) from ${table})`)
  const { rows } = await database().$client.execute(`select ${counts.join(` || ' ' || `)} as n`)
  return String(rows[0]?.n)
}

const tally = (...lines: string[]) => run('import-tally', 'month', lines)

describe('a refused tally file changes nothing', () => {
  test('with what is there already', { timeout: 60_000 }, async () => {
    const before = await state()
    const { code, output } = await tally('2026-02,1,2,3,4,5', '2026-01,1,2,3,4,5')
    expect(code).toBe(1)
    expect(output).toContain('Line 3: there is a tally sheet from 2026-01-01 to 2026-01-31 already')
    expect(await state()).toBe(before)
  })

  const there = ['counts.csv', '--survey', 'kiosk-1', '--unit']
  test.each([
    [['no-such.csv', '--survey', 'kiosk-1', '--unit', 'office'], 1, 'There is no file'],
    [[...there, 'none'], 1, 'There is no unit none.'],
    [[...there, 'office', '--question', 'comment'], 1, 'has no five-level question comment.'],
    [[...there, 'office', '--colour', 'red'], 2, "Unknown option '--colour'"],
  ])('%o', { timeout: 60_000 }, async ([file = '', ...args], code, sentence) => {
    writeFileSync(join(dir, 'counts.csv'), `month,${header}\n2026-09,1,1,1,1,1`)
    const before = await state()
    const ended = await command('import-tally', join(dir, file), ...args)
    expect(ended.code).toBe(code)
    expect(ended.output).toContain(sentence)
    expect(await state()).toBe(before)
  })
})

describe('a tally file that is right', () => {
  test('semicolons, days, forms, a question and a channel', { timeout: 60_000 }, async () => {
    const file = join(dir, 'paper.csv')
    const columns = `from;to;${header.replaceAll(',', ';')};handed_out;returned;invalid;published_score`
    writeFileSync(file, `\uFEFF${columns}\r\n2026-03-15;2026-06-14;1;2;3;4;5;30;20;2;91,5\r\n`)
    const place = ['--survey', 'desk-8', '--unit', 'office', '--question', 'q4', '--channel', 'qr']
    const { code, output } = await command('import-tally', file, ...place)
    expect({ code, output }).toEqual({
      code: 0,
      output:
        '1 tally sheets with 15 answers were imported: unit office, survey desk-8, question q4, channel qr, 2026-03-15 to 2026-06-14.',
    })
    const { rows } = await database().$client.execute(
      `select from_on, to_on, n1, n5, handed_out, returned, invalid, published_score
       from tally_sheets where question_id = 'q4'`,
    )
    expect(Object.values(rows[0] ?? {})).toEqual([
      '2026-03-15',
      '2026-06-14',
      1,
      5,
      30,
      20,
      2,
      '91,5',
    ])
  })

  test('is in the audit chain', async () => {
    const { rows } = await database().$client.execute(
      "select actor, action, detail from audit_events where action = 'tally-sheets-imported' order by seq",
    )
    expect(rows[0]).toMatchObject({ actor: 'import:tally' })
    expect(JSON.parse(String(rows[0]?.detail))).toMatchObject({ sheets: 1, answers: 15 })
  })
})

describe('dossier statistics', () => {
  const columns = 'unit,unit_name,parent,field,month,received,resolved,resolved_in_time,in_progress'
  const dossiers = (...lines: string[]) => run('import-dossiers', columns, lines)

  test('makes the units it names, parents first, and refuses the same time again', {
    timeout: 60_000,
  }, async () => {
    const lines = ['thon,Thôn,xa,,2026-01,10,8,7,2', 'xa,Xã,,,2026-01,100,80,70,20']
    const first = await dossiers(...lines)
    expect(first).toEqual({
      code: 0,
      output:
        '2 rows of dossier statistics were imported from counts.csv. New units: xa (Xã), thon (Thôn).',
    })
    const before = await state()
    const again = await dossiers(...lines)
    expect(again.code).toBe(1)
    expect(again.output).toContain('There is nothing new to store')
    const quarter = 'unit,from,to,received\nthon,2026-01-01,2026-03-31,9'.split('\n')
    const longer = await run('import-dossiers', quarter[0] ?? '', quarter.slice(1))
    expect(longer.output).toContain(
      'Row 2: this unit and field already have statistics from 01/01/2026',
    )
    const orphan = await dossiers('x,X,nowhere,,2026-01,1,1,1,0')
    expect(orphan.output).toContain('The unit x stands under nowhere, which does not exist.')
    expect(await state()).toBe(before)
  })

  test('makes no unit with a code that the unit command would refuse', {
    timeout: 60_000,
  }, async () => {
    const before = await state()
    for (const code of ['<b>', 'xã', 'a b', 'a\u0007', 'x'.repeat(41)]) {
      const { code: exit, output } = await dossiers(`${code},Xã,,,2026-01,1,1,1,0`)
      expect([exit, output]).toEqual([1, expect.stringContaining('letters without accents')])
    }
    expect(await state()).toBe(before)
  })

  test('keeps names composed', { timeout: 60_000 }, async () => {
    const { code } = await dossiers(`ap,${'Ấp Đông'.normalize('NFD')},,,2026-01,1,1,1,0`)
    const { rows } = await database().$client.execute("select name from units where code = 'ap'")
    expect([code, rows[0]?.name]).toEqual([0, 'Ấp Đông'])
  })
})

describe('the table of Biểu số 06', () => {
  test('is taken as an Excel file, and corrects what stands only with a reason', {
    timeout: 90_000,
  }, async () => {
    const file = join(dir, 'bieu-06.xlsx')
    const book = (received: number) =>
      writeExcelFile([
        ['Lĩnh vực', 'Số hồ sơ tiếp nhận', 'Số hồ sơ đã giải quyết'].map((value) => ({ value })),
        [{ value: 'Hộ tịch' }, { value: received }, { value: 9 }],
      ]).toFile(file)
    const days = ['--from', '2026-01-01', '--to', '2026-03-31']
    await book(12)
    const without = await command('import-dossiers', file, ...days)
    expect(without).toMatchObject({ code: 1, output: expect.stringContaining('“unit” is missing') })
    const first = await command('import-dossiers', file, '--unit', 'office', ...days)
    expect(first).toEqual({
      code: 0,
      output: '1 rows of dossier statistics were imported from bieu-06.xlsx. No new units.',
    })
    await book(13)
    const refused = await command('import-dossiers', file, '--unit', 'office', ...days)
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('say why') })
    const more = ['--unit', 'office', ...days, '--reason', 'counted anew']
    const second = await command('import-dossiers', file, ...more)
    expect(second.output).toContain('1 of them correct what stood.')
    const { rows } = await database().$client.execute(
      `select received, end_reason, replaced_by is not null from dossier_stats
       where from_on = '2026-01-01' and to_on = '2026-03-31' order by id`,
    )
    expect(rows.map((row) => Object.values(row))).toEqual([
      [12, 'counted anew', 1],
      [13, null, 0],
    ])
  })
})
