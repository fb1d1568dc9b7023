import { fork } from 'node:child_process'
import { cleared, typescript } from './process'

type Ended = Readonly<{ code: number; output: string }>

/** Commands of `scripts/` in one process that stays: each costs a tenth of what one in a process of its own does. */
export type Commands = Readonly<{
  run: (name: string, ...args: readonly string[]) => Promise<Ended>
  end: () => void
}>

/** One at a time: wait for each before the next. */
export function openCommands(env: Readonly<Record<string, string>>): Commands {
  const [condition = '', runner = ''] = typescript
  const host = fork(runner, ['test/helpers/command-host.ts'], {
    execArgv: [condition],
    env: cleared(env),
  })
  const run = (name: string, ...args: readonly string[]) =>
    new Promise<Ended>((resolve, reject) => {
      const fail = () => reject(new Error(`${name} ${args.join(' ')} ended its process`))
      host.once('exit', fail)
      host.once('message', (ended) => {
        host.off('exit', fail)
        resolve(ended as Ended)
      })
      host.send([name, ...args])
    })
  return { run, end: () => void host.kill() }
}
