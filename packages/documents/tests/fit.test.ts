import { describe, expect, it } from 'vitest'
import { PITCH, pitchOf } from '../src/papers/fit.ts'
import { evaluationLetter } from '../src/index.ts'
import { letterTo } from './support/letter.ts'

describe('how far apart the lines of a letter are', () => {
  it('is what the standard says while it fits, and less where more is said', () => {
    const short = evaluationLetter(letterTo('石桥镇'))
    expect(pitchOf({ ...short, children: short.children.slice(0, 4) })).toBe(PITCH)
    const usual = pitchOf(short)
    const long = pitchOf(evaluationLetter({ ...letterTo('长'.repeat(30)), reminder: true }))
    expect(usual).toBeGreaterThan(long)
    expect(long).toBeGreaterThan(22)
  })

  it('is never less than can be read, and never less in other papers', () => {
    const endless = evaluationLetter(letterTo('长'.repeat(500)))
    expect(pitchOf(endless)).toBe(22.5)
    expect(pitchOf({ ...endless, form: 'document' })).toBe(PITCH)
  })
})
