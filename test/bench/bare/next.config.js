import { fileURLToPath } from 'node:url'

// The least a Next app can be: what the real one is measured against.
/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  serverExternalPackages: ['@libsql/client', 'libsql'],
  turbopack: { root: fileURLToPath(new URL('../../..', import.meta.url)) },
}

export default config
