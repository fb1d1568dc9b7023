import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './install.mjs'

/** Arguments of node that run a TypeScript command of this folder. */
export const command = (name, ...args) => [
  '--conditions=react-server',
  join(root, 'scripts/typescript.cjs'),
  join(root, 'scripts', `${name}.ts`),
  ...args,
]

/**
 * Runs node with these arguments in the foreground; a signal that ends us ends the child first.
 * Answers its exit code and what it sent over its IPC channel last.
 */
export function runNode(args, options = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    ...options,
  })
  const pass = (signal) => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM']
  for (const signal of signals) process.on(signal, pass)
  return new Promise((resolve) => {
    let message
    child.on('message', (received) => {
      message = received
    })
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass)
      resolve({ code: code ?? 1, signal, message })
    })
  })
}
