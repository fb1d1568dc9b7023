import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { auditActions } from '@/domain/audit-action'
import { locales } from '@/domain/survey'
import en from '@/messages/en.json'
import km from '@/messages/km.json'
import paper from '@/messages/paper.json'
import vi from '@/messages/vi.json'

/** Words looked up by a value that is only known at run time, in a way the search below does not see. */
const dynamic = [
  /^scale\./,
  /^language\./,
  /^problems\./,
  /^audit\.(actions|details)\./,
  /^closings\.one\.formulas\./,
  /^dossiers\.(problems|other|done)\./,
]

const sentences = { vi: flatten(vi), en: flatten(en), km: flatten(km) }

describe.each(locales)('the words in %s', (locale) => {
  test('have the keys of the Vietnamese ones', () => {
    expect(Object.keys(sentences[locale]).sort()).toEqual(Object.keys(sentences.vi).sort())
  })

  test('have the same placeholders', () => {
    const holders = (words: Record<string, string>) =>
      Object.fromEntries(Object.entries(words).map(([key, text]) => [key, placeholders(text)]))
    expect(holders(sentences[locale])).toEqual(holders(sentences.vi))
  })

  test('are never empty and always NFC', () => {
    const wrong = Object.entries(sentences[locale]).filter(
      ([, text]) => text.trim() === '' || text !== text.normalize('NFC'),
    )
    expect(wrong).toEqual([])
  })
})

test('every sentence is used somewhere', () => {
  const source = ['app', 'auth', 'components', 'db', 'lib']
    .flatMap(sourcesUnder)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const inUse = [...dynamic, ...composedKeys(source)]
  const unused = Object.keys(sentences.vi).filter(
    (key) => !inUse.some((pattern) => pattern.test(key)) && !isMentioned(key, source),
  )
  expect(unused).toEqual([])
})

test('everything that is written into the audit log has words', () => {
  expect(Object.keys(vi.audit.actions).sort()).toEqual([...auditActions].sort())
})

test('every word of the Vietnamese paper is used somewhere', () => {
  const source = ['components', 'domain']
    .flatMap(sourcesUnder)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const composed = [/^(channel|channelOnly)\./, ...composedKeys(source)]
  const unused = Object.keys(flatten(paper)).filter(
    (key) => !composed.some((pattern) => pattern.test(key)) && !source.includes(`'${key}'`),
  )
  expect(unused).toEqual([])
})

/** By its whole key (`t('home.title')`), or by its last part (`words.title`) where a branch was passed on. */
function isMentioned(key: string, source: string): boolean {
  const leaf = key.slice(key.lastIndexOf('.') + 1)
  return source.includes(`'${key}'`) || new RegExp(`[.?{,\\s]${leaf}\\b|'${leaf}'`).test(source)
}

/** Keys put together at run time, like t(`figures.channel.${channel}`). */
function composedKeys(source: string): RegExp[] {
  return [...source.matchAll(/`([a-z]\w*\.[\w.]*\$\{[^`]*)`/g)].map(
    ([, key]) => new RegExp(`^${key?.replace(/\$\{[^}]*\}/g, '[\\w.-]+').replaceAll('.', '\\.')}$`),
  )
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort()
}

function flatten(tree: object, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value]]
        : Object.entries(flatten(value, `${prefix}${key}.`)),
    ),
  )
}

function sourcesUnder(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return []
  }
}
