/** What every answer has, whatever it is; proxy.ts adds to pages what is made anew for each. */
const always = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'referrer-policy', value: 'same-origin' },
  {
    key: 'permissions-policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  },
  { key: 'cross-origin-opener-policy', value: 'same-origin' },
]

/** For answers to what carries a body, which proxy.ts leaves alone: no script at all. */
const afterBody = {
  key: 'content-security-policy',
  value:
    "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
}

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The SQLite driver and argon2 are native: they stay outside the bundle.
  serverExternalPackages: ['@libsql/client', 'libsql', '@node-rs/argon2', 'pino'],
  headers: async () => [
    { source: '/:path*', headers: always },
    {
      source: '/:path*',
      has: [{ type: 'header', key: 'content-type' }],
      headers: [afterBody],
    },
    // The address of a one-time link is a secret.
    { source: '/join/:path*', headers: [{ key: 'referrer-policy', value: 'no-referrer' }] },
  ],
  // Bodies do not pass through proxy.ts; what claims to have none and sends one is not worth keeping.
  experimental: { proxyClientMaxBodySize: 16 * 1024 },
  images: { unoptimized: true },
  // biome-ignore lint/style/noProcessEnv: read while building alone, by `npm test`, which has checked the types by then
  typescript: { ignoreBuildErrors: process.env.TYPES_CHECKED === '1' },
}

export default config
