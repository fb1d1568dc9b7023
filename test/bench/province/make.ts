import { statSync } from 'node:fs'
import { fillProvince } from './fill'

const [file = '', responses = '', questionnaires = 'shipped'] = process.argv.slice(2)
const started = performance.now()
await fillProvince(file, {
  responses: Number(responses),
  questionnaires: questionnaires === 'eleven' ? 'eleven' : 'shipped',
})
const seconds = (performance.now() - started) / 1000
process.stdout.write(
  `${responses} responses in ${seconds.toFixed(0)} s, ${(statSync(file).size / 2 ** 20).toFixed(0)} MiB\n`,
)
