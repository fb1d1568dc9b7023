import { setLinkOpen } from '@/db/surveys/opening'
import { changeUnit } from '@/db/units/changes'
import { changeDesk, setDeskOpen } from '@/db/units/desk-changes'
import { addDesk } from '@/db/units/desks'
import { mergeUnit, undoMerger } from '@/db/units/merger'
import { moveUnit } from '@/db/units/move'
import { makeLink } from '@/db/units/new-links'
import type { Result } from '@/domain/problem'
import { backTo, seeOther, sentence } from '../../../../form-answer'
import { type Posted, takeForm } from '../../../../posted-form'
import { pastStep, stepHref, stepOf, stepPage } from '../../../setup/steps'
import { unitHref } from '../../addresses'
import { factsOf } from '../../unit-fields'

type Context = RouteContext<'/dashboard/units/[code]/[change]'>

/** Where below the unit's page the form stands, and what it does. */
type Change = readonly [
  page: (form: URLSearchParams) => string,
  work: (posted: Posted, code: string) => Promise<Result<unknown>>,
]

const of = (form: URLSearchParams, name: string): string => form.get(name) ?? ''
const onDesk = (form: URLSearchParams) => `/desks/${encodeURIComponent(of(form, 'desk'))}`
const [onUnit, onEdit] = [() => '', () => '/edit']

const setDesk = (isOpen: boolean): Change => [
  onDesk,
  ({ scope, form, now }, unitCode) =>
    setDeskOpen(scope, { unitCode, code: of(form, 'desk') }, isOpen, now),
]
const setLink = (isOpen: boolean): Change => [
  onUnit,
  ({ scope, form, now }, unit) => setLinkOpen(scope, of(form, 'link'), isOpen, now, { unit }),
]

/** Everything that the pages of a unit post, by the last part of its address; `done` names it afterwards. */
const changes: Readonly<Record<string, Change>> = {
  facts: [onEdit, ({ scope, form, now }, code) => changeUnit(scope, code, factsOf(form), now)],
  move: [onEdit, ({ scope, form, now }, code) => moveUnit(scope, code, of(form, 'parent'), now)],
  merge: [
    onEdit,
    ({ scope, form, now }, code) =>
      mergeUnit(scope, code, { successorCode: of(form, 'successor'), day: of(form, 'day') }, now),
  ],
  revive: [onEdit, ({ scope, now }, code) => undoMerger(scope, code, now)],
  desk: [
    onUnit,
    ({ scope, form, now }, unitCode) =>
      addDesk(scope, { unitCode, code: of(form, 'code'), label: of(form, 'label') }, now),
  ],
  'desk-facts': [
    onDesk,
    ({ scope, form, now }, unitCode) => {
      const change = { label: of(form, 'label'), fieldCodes: form.getAll('fields') }
      return changeDesk(scope, { unitCode, code: of(form, 'desk') }, change, now)
    },
  ],
  'desk-close': setDesk(false),
  'desk-open': setDesk(true),
  link: [
    onUnit,
    ({ scope, form, now }, unitCode) => {
      const link = {
        unitCode,
        surveyCode: of(form, 'survey'),
        channel: of(form, 'channel'),
        deskCode: of(form, 'desk'),
        fieldCode: of(form, 'fieldCode'),
        touchpoint: of(form, 'touchpoint'),
      }
      return makeLink(scope, link, now)
    },
  ],
  'link-close': setLink(false),
  'link-open': setLink(true),
}

/** Changes a unit, its desks or its links as the form says. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { code, change: name } = await params
  const change = Object.hasOwn(changes, name) ? changes[name] : undefined
  if (!change) return sentence(request, 404, 'not-found')
  const [standsOn, work] = change
  const page = unitHref(code)
  return takeForm(request, { page, capability: 'administration' }, async (posted) => {
    const { form } = posted
    const result = await work(posted, code)
    const step = stepOf(form)
    const back = step ? stepPage(step) : page + standsOn(form)
    if (!result.ok) return backTo(back, request, result.problems, form)
    if (step && form.has('stay')) return seeOther(`${stepHref(step, code)}&done=${name}`)
    if (step) return pastStep(posted, code, step, 'confirmed')
    // A new link stands in the list with the others; the rest is done where its form stands.
    return seeOther(`${back}?done=${name}${name === 'link' ? `#link-${String(result.value)}` : ''}`)
  })
}
