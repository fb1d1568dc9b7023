/** What a person can mend: the command ends with this one plain sentence and has changed nothing. */
export class Stop extends Error {
  readonly exitCode: number

  constructor(sentence: string, exitCode = 1) {
    super(sentence)
    this.exitCode = exitCode
  }
}

/** Ends the command with a plain English sentence. Code 2: wrong arguments; 3: the app is running. */
export function fail(sentence: string, exitCode = 1): never {
  throw new Stop(sentence, exitCode)
}
