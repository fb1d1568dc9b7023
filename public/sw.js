// The service worker of the tablets, for /kiosk alone. It keeps one build whole, so that the page starts without a
// network. It answers GETs of that page and of its files, and nothing else: never the API, never a POST, never a
// staff page. Browsers hide from a worker whether an answer sets a cookie: what it keeps is therefore a closed list,
// fetched without credentials.

self.importScripts('/build.js')

const page = '/kiosk'
const prefix = 'hai-long-'
const cacheName = prefix + self.build
const patience = 3000
const extras = ['/manifest.webmanifest', '/icon-192.png', '/icon-512.png', '/icon-maskable-512.png']

self.addEventListener('install', (event) => event.waitUntil(keepBuild()))

self.addEventListener('activate', (event) => event.waitUntil(takeOver()))

// A new build waits until the page says that nobody is answering.
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (pathname === page) event.respondWith(openPage(request))
    return
  }
  if (pathname.startsWith('/_next/static/') || extras.includes(pathname)) {
    event.respondWith(openFile(request))
  }
})

/** All or nothing: one file that fails makes the whole installation fail, and the build before stays. */
async function keepBuild() {
  const kept = new Map()
  const html = await fetchWhole(page, kept)
  if (!isOfThisBuild(html)) throw new Error('the page is of another build')
  const files = new Set([...filesIn(html), ...extras])
  for (const file of files) {
    const text = await fetchWhole(file, kept)
    if (file.includes('.css')) for (const font of filesIn(text, file)) files.add(font)
  }
  const cache = await caches.open(cacheName)
  for (const [path, response] of kept) await cache.put(path, response)
}

async function takeOver() {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && name !== cacheName) await caches.delete(name)
  }
  await self.clients.claim()
}

/** Network first; a slow or strange answer, or one of another build, gives way to the page that is kept whole. */
async function openPage(request) {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(page)
  if (!kept) return fetch(request)
  try {
    const { fresh, html } = await inTime(fetchPage(request))
    if (fresh.ok && !fresh.redirected && isOfThisBuild(html)) return fresh
    if (fresh.ok) self.registration.update().catch(() => undefined)
  } catch {
    // No network, or a slow one.
  }
  return kept
}

/** With its text: at the edge of a Wi-Fi a page may begin to arrive and never end. */
async function fetchPage(request) {
  const fresh = await fetch(request)
  return { fresh, html: await fresh.clone().text() }
}

/** Files of a build never change: the kept one first. */
async function openFile(request) {
  const kept = await caches.match(request, { ignoreVary: true, ignoreSearch: true })
  return kept ?? fetch(request)
}

async function fetchWhole(path, kept) {
  // Without credentials, so that nothing particular to anybody is kept.
  const response = await fetch(path, { credentials: 'omit', cache: 'no-cache' })
  if (!response.ok || response.redirected) throw new Error(`${path}: ${response.status}`)
  kept.set(path, response.clone())
  return await response.text()
}

/** Paths of built files named in a page (tags and data) or in a style sheet (`url()`). */
function filesIn(text, base = '/') {
  const named = text.matchAll(/(?:\/_next\/static|\.\.\/media)\/[\w./~@%-]+\.(?:js|css|woff2?)/g)
  const rooted = text.matchAll(/url\(["']?([^"')]+\.woff2?)/g)
  const paths = [...[...named].map(([path]) => path), ...[...rooted].map(([, path]) => path)]
  const from = new URL(base, self.location.origin)
  return new Set(paths.map((path) => new URL(path, from).pathname))
}

const isOfThisBuild = (html) => html.includes(`data-build="${self.build}"`)

function inTime(answer) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('slow')), patience)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
