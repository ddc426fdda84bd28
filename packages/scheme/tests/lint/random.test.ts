import { compile } from '@kaohe/engine'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Finding, chanceFrom, lint, randomScheme } from '../../src/index.ts'
import { siteOf } from '../../src/lint/site.ts'

/** A random scheme takes longer to make than to look through. */
const RUNS = Math.ceil(Number(process.env['KAOHE_RUNS'] ?? 500) / 12)

function isTold({ path, title, message, counterexample, settle }: Finding): boolean {
  const words = [path, title, message, counterexample, settle]
  return words.every(
    (one) => one !== undefined && one !== '' && !/undefined|NaN|\[object/.test(one),
  )
}

describe('schemes that nobody wrote', () => {
  it('are looked through without a fault: open questions are told, and findings in whole sentences', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('zh' as const, 'en' as const), (seed, lang) => {
        const scheme = randomScheme(chanceFrom(seed))
        const program = compile(scheme)
        const findings = lint(scheme, program, undefined, { lang })
        const { questions } = siteOf(scheme, program)
        expect(findings.filter((finding) => !isTold(finding))).toEqual([])
        expect(questions.length > 0 && findings.every(({ severity }) => severity !== 'error')).toBe(
          false,
        )
      }),
      { numRuns: RUNS },
    )
  }, 300_000)
})
