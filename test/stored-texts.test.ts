import { expect, test } from 'vitest'
import { nowhere } from './helpers/access/place'
import { listRoutes, methodsOf } from './helpers/access/routes'
import {
  choices,
  choicesOf,
  citizenRoutes,
  silentRoutes,
  textFields,
} from './helpers/hostile/text-fields'
import { administrationForms } from './http/access/administration-forms'
import { forms } from './http/access/forms'

test('every form is in the table of texts by which test/e2e/stored-script.spec.ts fills them', () => {
  const known = [
    ...Object.keys(textFields).map((route) => `(staff)/${route}`),
    ...citizenRoutes,
    ...silentRoutes,
  ]
  const taking = listRoutes().filter((file) => methodsOf(file).some((method) => method !== 'GET'))
  expect(
    taking.filter((file) => !known.includes(file)),
    'say in test/helpers/hostile/text-fields.ts into which of its fields people type, and where they are kept',
  ).toEqual([])
  expect(known.filter((file) => !taking.includes(file))).toEqual([])
})

test('and so is every field of them that is no choice', () => {
  const missing = Object.entries({ ...forms, ...administrationForms }).flatMap(([route, lines]) => {
    const names = lines.flatMap(({ ask }) => Object.keys(ask(nowhere, nowhere, 0).form ?? {}))
    const known = new Set(textFields[route]?.map(({ name }) => name))
    return [...new Set(names)]
      .filter((name) => !known.has(name) && !choices.has(name))
      .map((name) => `${name} of ${route}`)
      .filter((name) => !choicesOf.includes(name))
  })
  expect(missing).toEqual([])
})
