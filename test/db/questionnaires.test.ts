import { describe, expect, it } from 'vitest'
import { fieldGroups } from '@/db/questionnaires/field-groups'
import { kiosk1 } from '@/db/questionnaires/kiosk-1'
import { completeLocales, questionsFor } from '@/domain/survey'
import source from '../data/questionnaires.json'
import { surveys } from '../helpers/answers'

const vietnamese = /[À-ỹ]|\d|^Nam$|^Khác$/

/** Every text under `vi`, and the plain lists of Vietnamese options. */
function textsIn(node: unknown, key = ''): string[] {
  if (typeof node === 'string') return key === 'vi' || key === 'list' ? [node] : []
  if (Array.isArray(node)) return node.flatMap((child) => textsIn(child, 'list'))
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, child]) => textsIn(child, name))
}

describe('the shipped questionnaires', () => {
  it.each(surveys.map((survey, index) => [survey.code, survey, index] as const))(
    '%s has every Vietnamese text of the source, word for word',
    (code, survey, index) => {
      const original = source.questionnaires[index]
      expect(original).toMatchObject({ code })
      const last: readonly string[] = original?.optionalLast ?? []
      const demographics = Object.entries(source.demographics).filter(([name]) =>
        last.includes(name),
      )
      const fields = code === 'sipas-22' ? source.fieldGroups : []
      const expected = textsIn([original, demographics, fields]).filter(isText)
      const shipped = new Set(textsIn(survey))
      expect(expected.length).toBeGreaterThan(15)
      expect(expected.filter((text) => !shipped.has(text))).toEqual([])
    },
  )

  it('has the English and Khmer of the source', () => {
    const original = JSON.stringify(source)
    const texts = kiosk1.questions.flatMap((question) =>
      question.type === 'multi' ? question.options.map((option) => option.text) : [],
    )
    expect(texts.length).toBe(12)
    for (const { en, km } of texts) expect(original).toContain(`"en":"${en}","km":"${km}"`)
  })

  it('offers the languages that are complete', () => {
    expect(surveys.map(completeLocales)).toEqual([
      ['vi', 'en', 'km'],
      ['vi', 'en'],
      ['vi', 'en'],
    ])
    expect(kiosk1.draftLocales).toEqual(['km'])
  })
})

describe('every shipped questionnaire', () => {
  it.each(surveys.map((survey) => [survey.code, survey] as const))(
    '%s is well formed',
    (_, survey) => {
      const { questions } = survey
      const ids = questions.map((question) => question.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(questions.filter((question) => question.role === 'overall').length).toBe(1)
      const sections = new Set(survey.sections.map((section) => section.id))
      for (const question of questions) {
        expect(question.id).toMatch(/^[A-Za-z][\w-]*$/)
        if (question.section) expect(sections).toContain(question.section)
        if (question.showIf)
          expect(ids.indexOf(question.showIf.question)).toBeLessThan(ids.indexOf(question.id))
        if (question.type !== 'single' && question.type !== 'multi') continue
        const options = question.options.map((option) => option.id)
        expect(new Set(options).size).toBe(options.length)
        for (const id of options)
          expect(id).toMatch(/^(?!missing$|na$|people$)[a-z0-9][a-z0-9_+-]*$/)
      }
    },
  )

  it('asks about harassment and extra money out of sight of the desk only', () => {
    const sipas = surveys[2]
    if (!sipas) throw new Error('sipas-22 is missing')
    const ids = (channel: 'kiosk' | 'link') => questionsFor(sipas, channel).map(({ id }) => id)
    expect(ids('kiosk')).not.toContain('e2')
    expect(ids('kiosk')).not.toContain('e3')
    expect(ids('link')).toEqual(expect.arrayContaining(['e2', 'e3']))
  })

  it('maps the field question to the fields of the office', () => {
    expect(fieldGroups.map(({ text }) => text.vi)).toEqual(source.fieldGroups)
  })
})

const isText = (text: string) => vietnamese.test(text) && !/^[a-z]\w*$/.test(text)
