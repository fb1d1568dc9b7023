import { execFileSync } from 'node:child_process'
import { start } from './process'

/** Whether this system lets a test have a small disk of its own (Linux with user namespaces). */
export const canMount = (() => {
  try {
    execFileSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

/** Runs node where a folder is a disk of this size, seen by that process alone; answers what it printed. */
export async function runInSmallDisk(
  folder: string,
  size: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const [program, ...rest] = onSmallDisk(folder, size, args)
  const running = start(program, rest, env)
  await running.ended
  return running.output()
}

/** The program and arguments that run node in that way. */
export function onSmallDisk(
  folder: string,
  size: string,
  args: readonly string[],
): [program: string, ...args: string[]] {
  const mounted = `mount -t tmpfs -o size=${size} tmpfs "$0" && exec "$@"`
  return ['unshare', '-rm', 'sh', '-c', mounted, folder, process.execPath, ...args]
}

/** Where others find a folder of such a process while it runs. */
export const viewOf = (pid: number, folder: string): string => `/proc/${pid}/root${folder}`
