import { parseArgs } from 'node:util'
import { dashboards, overview } from './dashboards'
import { exports } from './exports'
import { pageSpeed, startUp } from './page-speed'
import { ProvinceData } from './province-data'
import { scripts } from './scripts'
import { sizes } from './sizes'
import { stored } from './stored'
import { submissions } from './submissions'

// Each part prints ratios of things that were measured in turn, in one run. Those of great numbers make their data first.

const options = {
  rounds: { type: 'string', default: '7' },
  requests: { type: 'string', default: '400' },
  concurrency: { type: 'string', default: '20' },
  responses: { type: 'string', default: '1000000' },
  data: { type: 'string' },
} as const
const { values, positionals } = parseArgs({ options, allowPositionals: true })
const load = {
  rounds: Number(values.rounds),
  requests: Number(values.requests),
  concurrency: Number(values.concurrency),
}
const responses = Number(values.responses)
const data = new ProvinceData(values.data)

const parts = {
  submissions: () => submissions(load),
  scripts,
  page: pageSpeed,
  start: startUp,
  stored: () => stored(data, responses, load),
  dashboards: () => dashboards(data, responses),
  overview: () => overview(data),
  exports: () => exports(data, responses),
  sizes: () => sizes(data, responses),
}
const usual = ['submissions', 'scripts']
const asked = positionals.length > 0 ? positionals : usual
const unknown = asked.find((name) => !(name in parts))
if (unknown !== undefined) {
  process.stderr.write(
    `There is no part ${unknown}. There are: ${Object.keys(parts).join(', ')}.\n`,
  )
  process.exit(2)
}
try {
  for (const name of asked) {
    process.stdout.write(`${await parts[name as keyof typeof parts]()}\n\n`)
  }
} finally {
  data.remove()
}
