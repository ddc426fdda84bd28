import { describe, expect, it } from 'vitest'
import { RULES, UNITS, drawParams } from './draw.ts'
import { oursOf } from './ours.ts'
import { wordBand } from './wording.ts'

describe('random parameters', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(drawParams(7)).toEqual(drawParams(7))
    expect(drawParams(7)).not.toEqual(drawParams(8))
  })

  it('make schemes that read, and exact results of every figure', () => {
    for (let seed = 0; seed < 4; seed += 1) {
      const results = oursOf(drawParams(seed))
      expect(results).toHaveLength(UNITS)
      for (const { items, parts, total } of results) {
        expect(Object.keys(items)).toHaveLength(RULES)
        const figures = [...Object.values(items), ...Object.values(parts), total]
        expect(figures).not.toContain(null)
      }
    }
  })
})

describe('the wording of a band', () => {
  const words = (band: Parameters<typeof wordBand>[0], inclusion: 'inclusive' | 'exclusive') =>
    new Set(Array.from({ length: 20 }, (_, by) => wordBand(band, '人', inclusion, by)))

  it('uses 以上 and 以下 only as the scheme defines them', () => {
    const from = { from: '5', fromIn: true, points: '1' }
    expect(words(from, 'inclusive')).toContain('5人以上')
    expect(words(from, 'exclusive')).not.toContain('5人以上')
    const to = { to: '5', toIn: false, points: '1' }
    expect(words(to, 'inclusive')).not.toContain('5人以下')
    expect(words(to, 'exclusive')).toContain('5人以下')
  })

  it('says both ends', () => {
    const band = { from: '5', fromIn: true, to: '9', toIn: false, points: '1' }
    expect(words(band, 'inclusive')).toEqual(new Set(['[5人, 9人)', '5人（含）—9人（不含）']))
  })
})
