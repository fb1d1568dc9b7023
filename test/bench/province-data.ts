import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startNode } from '../helpers/process'
import type { Questionnaires } from './province/plan'

/** A folder with provinces of every size asked for; made once, and kept where somebody named the folder. */
export class ProvinceData {
  readonly folder: string
  readonly #isKept: boolean

  constructor(folder?: string) {
    this.folder = folder ?? mkdtempSync(join(tmpdir(), 'hai-long-province-'))
    this.#isKept = folder !== undefined
  }

  /** The data folder of a province with so many responses, for the app to start on. */
  async of(responses: number, questionnaires: Questionnaires = 'shipped'): Promise<string> {
    const folder = join(this.folder, `${questionnaires}-${responses}`)
    const file = join(folder, 'hai-long.db')
    if (existsSync(file)) return folder
    mkdirSync(folder, { recursive: true })
    // In a process of its own: what it needs of memory is not the app's.
    const make = ['--conditions=react-server', '--import', 'tsx', 'test/bench/province/make.ts']
    const env = { NEXTAUTH_SECRET: 'of-the-bench-alone-'.repeat(2) }
    const making = startNode([...make, file, String(responses), questionnaires], env)
    if ((await making.ended) !== 0) throw new Error(making.output())
    process.stdout.write(`made ${making.output()}`)
    return folder
  }

  remove(): void {
    if (!this.#isKept) rmSync(this.folder, { recursive: true, force: true })
  }
}
