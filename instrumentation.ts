/** Runs once when the server starts, before the first request. */
export async function register(): Promise<void> {
  const { startService } = await import('./db/service')
  await startService()
}
