/** Runs once when the server starts, before the first request. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: a constant of the build; it keeps Node's modules out of the edge bundle.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startService } = await import('./db/start')
  await startService()
}
