import process from 'node:process'

/** Runs commands of scripts/ one after the other in one process, which loads their modules once; stops where one fails. */
const commands = JSON.parse(process.argv[2] ?? '[]') as readonly (readonly string[])[]
const node = process.argv[0] ?? ''
for (const [index, [name = '', ...args]] of commands.entries()) {
  process.argv = [node, name, ...args]
  // Under another address the same command runs anew.
  await import(`../../scripts/${name}.ts?${index}`)
  if (process.exitCode) {
    process.stderr.write(`This was: ${name} ${args.join(' ')}\n`)
    break
  }
}
