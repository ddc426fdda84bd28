import { ruleTerms, shapeWords } from './keywords.ts'
import { describe, expect, it } from 'vitest'
import { PLAIN, WORDS, chapters, glossaryPage, say } from '../src/index.ts'

const terms = chapters.flatMap((chapter) => chapter.terms)
const names = new Set(terms.map((term) => term.zh))

describe('the glossary', () => {
  it('has one name for one term', () => {
    expect(terms.map((t) => t.zh).filter((zh, i, all) => all.indexOf(zh) !== i)).toEqual([])
  })

  it('says each term in one Chinese sentence', () => {
    const odd = terms.filter((t) => !/^[^。]*\p{Script=Han}[^。]*。$/u.test(t.means))
    expect(odd.map((t) => t.zh)).toEqual([])
  })

  it('names in code are English', () => {
    expect(terms.filter((t) => !/^[A-Za-z][A-Za-z -]*$/.test(t.en)).map((t) => t.zh)).toEqual([])
  })

  it('warns of terms that are there, and not of themselves', () => {
    const lost = terms.flatMap((t) =>
      t.not.filter((n) => n === t.zh || !names.has(n)).map((n) => `${t.zh}→${n}`),
    )
    expect(lost).toEqual([])
  })

  it('knows every keyword of a scheme, as a term or as a plain word', () => {
    const known = new Set([...names, ...PLAIN])
    expect(shapeWords().filter((word) => !known.has(word))).toEqual([])
  })

  it('lists no plain word that no scheme has, and none that is a term', () => {
    const used = new Set(shapeWords())
    expect(PLAIN.filter((word) => !used.has(word) || names.has(word))).toEqual([])
    expect(new Set(PLAIN).size).toBe(PLAIN.length)
  })

  it('tells the kinds of rules that no chapter has in their own words', () => {
    const own = { zh: '甲乙', en: 'a-b', means: '甲或乙。', not: [] }
    const page = glossaryPage([...ruleTerms(), own])
    expect(page).toContain('| 甲乙 | `a-b` | 甲或乙。 |')
    for (const { zh } of ruleTerms()) expect(page.split(`\n| ${zh} |`)).toHaveLength(2)
  })

  it('is written as a page with every term in a row', () => {
    const page = glossaryPage()
    for (const { zh, en } of terms) expect(page).toContain(`| ${zh} | \`${en}\` |`)
    expect(page.endsWith('|\n')).toBe(true)
  })
})

describe('words of results', () => {
  it('are those that the language asks for', () => {
    expect(say('status', 'scored', 'zh')).toBe('已定')
    expect(say('status', 'scored', 'en')).toBe('scored')
  })

  it('are there in both languages', () => {
    const all = Object.values(WORDS).flatMap((kind) => Object.values(kind))
    for (const { zh, en } of all) {
      expect(zh).toMatch(/^\p{Script=Han}+$/u)
      expect(en).toMatch(/^[A-Za-z’ ]+$/)
    }
  })
})
