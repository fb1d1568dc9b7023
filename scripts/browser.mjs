import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { stop } from './install.mjs'

// The one without windows takes a fifth to a third less of the processor.
const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of a chromium that is on this machine and starts, or undefined (Playwright's own is used then). */
export function findBrowser() {
  return places.find((place) => existsSync(place) && starts(place))
}

/** Finds a browser for the tests or installs one: by the system's packages, else by Playwright's installer. */
export function ensureBrowser() {
  if (findBrowser() || existsSync(playwrightsOwn())) return
  process.stderr.write('No browser found for the tests; installing chromium …\n')
  if (installByApt() && findBrowser()) return
  const installer = createRequire(import.meta.url).resolve('@playwright/test/cli')
  spawnSync(process.execPath, [installer, 'install', 'chromium'], { stdio: ['ignore', 2, 2] })
  if (existsSync(playwrightsOwn())) return
  stop('The browser tests need chromium, and it could not be installed. Install it and try again.')
}

// Ubuntu ships a chromium-browser that only tells you to install something else.
const starts = (place) =>
  process.platform === 'win32' || spawnSync(place, ['--version'], { timeout: 20_000 }).status === 0

function playwrightsOwn() {
  return createRequire(import.meta.url)('@playwright/test').chromium.executablePath()
}

function installByApt() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', ...args]
    return spawnSync(command, rest, { stdio: ['ignore', 2, 2] }).status === 0
  }
  apt('update', '-q')
  return ['chromium-headless-shell', 'chromium'].some((name) =>
    apt('install', '-y', '-q', '--no-install-recommends', name),
  )
}
