import { compile } from '@kaohe/engine'
import { describe, expect, it } from 'vitest'
import { checkGroups } from '../../src/lint/checks/index.ts'
import { questionsOf } from '../../src/lint/questions.ts'
import { badSchemes, readBad } from './bad.ts'
import { findingsIn, keysIn } from './support.ts'

const all = badSchemes()
const cases = all.map((bad) => [bad.check, bad] as const)

describe('every check has a scheme that it finds fault with, and a twin that is good', () => {
  it('one file for each check', () => {
    const slugs = checkGroups.flatMap(({ checks }) => checks.map(({ slug }) => slug))
    expect(all.map(({ check }) => check).toSorted()).toEqual(slugs.toSorted())
  })

  it.each(cases)('%s finds its own fault and no other', (check, bad) => {
    const [found, ...others] = findingsIn(readBad(bad))
    expect(others).toEqual([])
    expect(found?.check).toBe(check)
    expect(found?.path).toBe(bad.path)
    expect(found?.counterexample).toBe(bad.counterexample)
    expect(found?.file).toBe(`bad/${check}/scheme.yaml`)
    expect(found?.line).toBeGreaterThan(0)
  })

  it.each(cases)('%s goes by the change that settles it', (_, bad) => {
    expect(keysIn(readBad(bad, true))).toEqual([])
  })

  it.each(cases)('%s is told in English without a Chinese sentence', (_, bad) => {
    const [found] = findingsIn(readBad(bad), 'en')
    const prose = `${found?.title} ${found?.settle}`.replaceAll(
      /[\p{Script=Han}]+(?:、[\p{Script=Han}]+)*/gu,
      '',
    )
    expect(prose).toMatch(/^[\p{Script=Latin}\d\s,.:;'’()（）《》“”%/—–-]+$/u)
    expect(found?.message).toMatch(/[a-z]{3,}/)
    expect(found?.counterexample).toMatch(/[a-z]{3,}/)
  })
})

describe('nothing is left undecided without a finding', () => {
  it.each(cases)('%s', (_, bad) => {
    const undecided = [false, true].flatMap((mended) => {
      const result = readBad(bad, mended)
      const errors = findingsIn(result).filter(({ severity }) => severity === 'error')
      return errors.length > 0 || result.scheme === undefined
        ? []
        : questionsOf(compile(result.scheme))
    })
    expect(undecided).toEqual([])
  })
})
