import { type App, startApp } from '@/test/helpers/app'
import { type BareServer, startBareServer } from './bare-server'
import { surveyCodes } from './bodies'
import { weighPage } from './page-weight'
import { layOut } from './table'

/** What the citizen's page loads, over a bare page of the same framework. */
export async function scripts(): Promise<string> {
  const [bare, app] = [await startBareServer(), await startApp()]
  try {
    return await weigh(bare, app)
  } finally {
    await Promise.all([app.stop(), bare.stop()])
    app.remove()
  }
}

async function weigh(bare: BareServer, app: App): Promise<string> {
  const base = await weighPage(`http://127.0.0.1:${bare.port}/`)
  const rows = [row('bare page', base)]
  for (const code of surveyCodes) {
    rows.push(row(`/s/${code}`, await weighPage(`${app.origin}/s/${code}`)))
  }
  const head = ['JavaScript, gzip', 'KB', 'files', 'over bare KB', 'only old browsers KB']
  return layOut([head, ...rows])

  function row(name: string, { loaded, files, legacy }: typeof base): string[] {
    return [name, kilo(loaded), String(files), kilo(loaded - base.loaded), kilo(legacy)]
  }
}

function kilo(bytes: number): string {
  return (bytes / 1024).toFixed(1)
}
