/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The SQLite driver and argon2 are native: they stay outside the bundle.
  serverExternalPackages: ['@libsql/client', 'libsql', '@node-rs/argon2', 'pino'],
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: false },
}

export default config
