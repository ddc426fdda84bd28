import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chapters } from './index.ts'
import type { Place, Row, Shown } from './standing.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const FILE = new URL('../../../shared/security/asvs5_applicable.json', import.meta.url)

const rows: readonly Row[] = chapters.flatMap((chapter) => chapter.rows)

interface Requirement {
  readonly id: string
  readonly level: number
  readonly text: string
}

const applicable: readonly Requirement[] = existsSync(FILE)
  ? (JSON.parse(readFileSync(FILE, 'utf8')) as Requirement[])
  : []
const named = applicable.map(({ id, level }) => `${id.replace(/^v5\.0\.0-/, '')} level ${level}`)

const shownBy = (row: Row): readonly Shown[] => ('shown' in row ? row.shown : [])
const placesOf = (row: Row): readonly Place[] => (row.standing === 'written' ? row.places : [])

function textOf(path: string): string | undefined {
  const full = join(ROOT, path)
  if (!existsSync(full)) return undefined
  const text = readFileSync(full, 'utf8')
  // The page itself repeats what the rows name: only what is written by hand counts.
  return path === 'docs/security.md' ? text.split('## 对照 OWASP', 1)[0] : text
}

// What stands first between the brackets of it(…), test(…), and of what it.each(…) gives.
const TITLE = /(?:\b(?:it|test)(?:\.\w+)*|\))\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g

function titlesIn(text: string): string[] {
  return [...text.matchAll(TITLE)].map(([, , title = '']) => title.replaceAll(/\\(.)/g, '$1'))
}

/** What is wrong with the tests and places that a row names. */
function faultsOf(row: Row): string[] {
  const tests = shownBy(row).flatMap(({ test, title }) => {
    const text = textOf(test)
    if (text === undefined) return [`${row.id}: no file ${test}`]
    const found = titlesIn(text).filter((one) => one.includes(title))
    return found.length === 1 ? [] : [`${row.id}: ${found.length} tests “${title}” in ${test}`]
  })
  const places = placesOf(row).flatMap(({ file, words }) =>
    textOf(file)?.includes(words) === true ? [] : [`${row.id}: no “${words}” in ${file}`],
  )
  return [...tests, ...places]
}

describe.skipIf(applicable.length === 0)('the requirements that apply (../shared/security)', () => {
  it('are each in one chapter, with their level, and no others', () => {
    const ours = rows.map(({ id, level }) => `${id} level ${level}`)
    expect(new Set(ours).size).toBe(ours.length)
    expect(ours.toSorted()).toEqual(named.toSorted())
  })

  it('are told in our own words', () => {
    const theirs = applicable.map(({ text }) => text.slice(0, 60))
    const ours = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')
    expect(theirs.filter((text) => ours.includes(text))).toEqual([])
  })
})

describe('a requirement', () => {
  it('stands in the chapter whose number it begins with, in order', () => {
    for (const { number, rows: own } of chapters) {
      const numbers = own.map(({ id }) => id.split('.').map(Number))
      expect(new Set(numbers.map(([first]) => first))).toEqual(new Set([number]))
      const places = numbers.map(([, b = 0, c = 0]) => b * 1000 + c)
      expect(places).toEqual(places.toSorted((one, other) => one - other))
    }
  })

  it('that is met names a test, one that is written names a place, an open one says what closes it', () => {
    const bare = rows.filter((row) => {
      if (row.standing === 'met') return row.shown.length === 0
      if (row.standing === 'written') return row.places.length === 0
      return row.standing === 'open' && row.closes === ''
    })
    expect(bare).toEqual([])
    expect(rows.filter(({ says }) => !/[\u4E00-\u9FFF]/.test(says))).toEqual([])
  })

  it('names tests and places that are there', () => {
    expect(rows.flatMap(faultsOf)).toEqual([])
  })

  it('is found at fault when it names what is not there', () => {
    const row = (test: string, title: string): Row => ({
      id: '0.0.1',
      level: 1,
      says: '试一试',
      standing: 'met',
      shown: [{ test, title }],
    })
    const here = 'tools/asvs/asvs.test.ts'
    expect(faultsOf(row('tools/asvs/none.test.ts', 'x'))).toEqual([
      '0.0.1: no file tools/asvs/none.test.ts',
    ])
    expect(faultsOf(row(here, 'names tests and places that are not'))).toHaveLength(1)
    // Words of a file that are no title, and what more than one title has, name no test.
    expect(faultsOf(row(here, 'what stands first between'))).toHaveLength(1)
    expect(faultsOf(row(here, 'what'))).toHaveLength(1)
    expect(faultsOf(row(here, 'is found at fault'))).toEqual([])
    const place = { ...row(here, 'is found at fault'), standing: 'written', shown: [] } as const
    const nowhere = { ...place, places: [{ file: 'docs/deploy.md', words: '没有这样的一段' }] }
    expect(faultsOf(nowhere)).toHaveLength(1)
    expect(faultsOf({ ...place, places: [{ file: 'docs/none.md', words: '#' }] })).toHaveLength(1)
  })
})

if (applicable.length === 0)
  console.warn('没有 ../shared/security/asvs5_applicable.json：没有核对是不是每一条都在')
