// Loaded before a program (node --import): timers of a minute or more run two hundred times as fast, so that a test can
// see what a server does of its own accord within hours.

const longest = 60_000
const times = 200

for (const name of ['setTimeout', 'setInterval']) {
  const original = globalThis[name]
  globalThis[name] = Object.assign(
    (work, delay, ...args) => original(work, delay >= longest ? delay / times : delay, ...args),
    original,
  )
}
