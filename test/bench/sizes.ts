import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../helpers/process'
import type { ProvinceData } from './province-data'
import { layOut, mebibytes } from './table'

/** Bytes of each response, and how long the commands of the office take per million. */
export async function sizes(data: ProvinceData, many: number): Promise<string> {
  const folder = await data.of(many)
  const scratch = mkdtempSync(join(tmpdir(), 'hai-long-sizes-'))
  const bytes = statSync(join(folder, 'hai-long.db')).size
  try {
    const run = async (name: string, args: readonly string[], dataDir: string) => {
      const started = performance.now()
      const { code, output } = await runCommand(name, args, { DATA_DIR: dataDir })
      if (code !== 0) throw new Error(`${name} ended with ${code}:\n${output}`)
      return (performance.now() - started) / 1000
    }
    const backups = join(scratch, 'backups')
    const audit = await run('audit', [], folder)
    const backup = await run('backup', [backups], folder)
    const file = readdirSync(backups).find((name) => name.endsWith('.db')) ?? ''
    const restore = await run('restore', [join(backups, file)], join(scratch, 'restored'))
    const each = (seconds: number) => (seconds / (many / 1_000_000)).toFixed(1)
    const rows = [
      ['database', mebibytes(bytes), `${(bytes / many).toFixed(0)} bytes a response`],
      ['npm run audit', `${audit.toFixed(1)} s`, `${each(audit)} s a million`],
      ['npm run backup', `${backup.toFixed(1)} s`, `${each(backup)} s a million`],
      ['npm run restore', `${restore.toFixed(1)} s`, `${each(restore)} s a million`],
    ]
    return layOut([[`${many.toLocaleString('en')} responses`, 'in all', ''], ...rows])
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
