import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

// Records the tablet's page and files as a running app serves them, so that later builds are tested against it:
// node test/helpers/record-kiosk.mjs http://localhost:3000 test/fixtures/kiosk-build-2026-11.json.gz
// Fonts are left out: any font will do in their place.

const [origin, file] = process.argv.slice(2)
const kept = {}
const paths = new Set(['/kiosk', '/sw.js', '/build.js'])
for (const path of paths) {
  const answer = await fetch(origin + path)
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  const text = await answer.text()
  const wanted = [
    'content-type',
    'content-security-policy',
    'cache-control',
    'service-worker-allowed',
  ]
  const headers = wanted.flatMap((name) => {
    const value = answer.headers.get(name)
    return value === null ? [] : [[name, value]]
  })
  kept[path] = { headers: Object.fromEntries(headers), text }
  if (path === '/sw.js') continue
  for (const [named] of text.matchAll(/\/_next\/static\/[\w./~@%-]+\.(?:js|css)/g)) paths.add(named)
}
writeFileSync(file, gzipSync(JSON.stringify(kept), { level: 9 }))
