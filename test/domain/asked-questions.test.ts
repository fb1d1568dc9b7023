import { expect, test } from 'vitest'
import { desk8 } from '@/db/questionnaires/desk-8'
import { sipas22 } from '@/db/questionnaires/sipas-22'
import { isAsked, sayHowMany } from '@/domain/asked-questions'
import { questionsFor } from '@/domain/survey'

test('a form says how many questions it has: not those that come only after certain answers', () => {
  expect(sayHowMany(questionsFor(desk8, 'link'))).toBe('11')
  const asked = questionsFor(sipas22, 'link')
  expect(sayHowMany(asked)).toBe('33–36')
  expect(asked.filter((question) => isAsked(question, {}, 'link'))).toHaveLength(33)
  expect(asked).toHaveLength(36)
})
