/** What an office needs before its first answer can come in, in the order in which a newcomer meets it. */
export const setupSteps = ['unit', 'desk', 'survey', 'collect'] as const
export type SetupStep = (typeof setupSteps)[number]

/** What can be seen from the data alone. */
export type SetupFacts = Readonly<{
  /** Null where the name was somebody else's to give. */
  isNamed: boolean | null
  hasOwnDesk: boolean
  hasOwnLink: boolean
  isCollecting: boolean
  /** Answers come in at another of the person's units: nobody there is a newcomer. */
  isWorkingElsewhere: boolean
}>

/** What cannot: a step that was passed over, or confirmed as it stands; `all` is the whole guide, put away. */
export type SetupNote = SetupStep | 'all'
export type NoteKind = 'confirmed' | 'skipped'
export type SetupNotes = ReadonlyMap<SetupNote, NoteKind>

export type StepState = 'done' | 'skipped' | 'open'

export type Setup = Readonly<{
  steps: readonly Readonly<{ step: SetupStep; state: StepState }>[]
  /** The first that is open. */
  next: SetupStep | null
  isOver: boolean
}>

/** Where the set-up of a unit stands. What was done counts, whatever was noted before. */
export function readSetup(facts: SetupFacts, notes: SetupNotes): Setup {
  const done: Record<SetupStep, boolean | null> = {
    unit: facts.isNamed,
    desk: facts.hasOwnDesk,
    survey: facts.hasOwnLink,
    collect: facts.isCollecting,
  }
  const steps = setupSteps
    .filter((step) => done[step] !== null)
    .map((step) => ({ step, state: stateOf(done[step] === true, notes.get(step)) }))
  const next = steps.find(({ state }) => state === 'open')?.step ?? null
  return { steps, next, isOver: next === null || notes.has('all') || facts.isWorkingElsewhere }
}

const stateOf = (isDone: boolean, note: NoteKind | undefined): StepState =>
  isDone || note === 'confirmed' ? 'done' : (note ?? 'open')

/** The step after this one, or null behind the last. */
export const stepAfter = (setup: Setup, step: SetupStep): SetupStep | null =>
  setup.steps[setup.steps.findIndex((one) => one.step === step) + 1]?.step ?? null
