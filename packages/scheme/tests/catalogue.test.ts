import { expect, it } from 'vitest'
import { CATALOGUE } from '../src/diagnostic/catalogue.ts'
import { checks } from '../src/lint/index.ts'

const HAN = /\p{Script=Han}/u
const marksIn = (text: string) => (text.match(/\{[a-z]+\}/g) ?? []).toSorted()
const messages = Object.entries(CATALOGUE)

it.each(messages)('%s is told in both languages, of the same things', (_, { zh, en }) => {
  expect(zh).not.toBe('')
  expect(en.replaceAll(/沿用/g, '')).not.toMatch(HAN)
  expect(en).not.toBe('')
  const known = ['{detail}', '{expected}', '{found}']
  expect([...marksIn(zh), ...marksIn(en)].filter((mark) => !known.includes(mark))).toEqual([])
  expect(marksIn(en)).toEqual(marksIn(zh))
})

it.each(checks.map((check) => [check.slug, check] as const))(
  'the check %s is titled and settled in both languages',
  (_, { title, settle }) => {
    for (const words of [title, settle]) {
      expect(words.zh).toMatch(HAN)
      expect(words.en).toMatch(/[a-z]{3,}/)
    }
  },
)
