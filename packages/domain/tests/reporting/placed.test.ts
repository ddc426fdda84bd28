import type { Scheme, Unit } from '@kaohe/engine'
import { describe, expect, it } from 'vitest'
import { placedUnits } from '../../src/reporting/placed.ts'

const levels = [{ id: 'village', name: '村' }] as unknown as Scheme['levels']
const unit = (id: string, parent?: string, level?: string, type: string | null = null): Unit => ({
  id,
  name: id,
  type,
  attributes: {},
  ...(parent !== undefined && { parent }),
  ...(level !== undefined && { level }),
})

const units = [
  unit('town', 'county', undefined, 'township'),
  unit('office', 'town'),
  unit('east', 'office', 'village'),
  unit('group', 'east'),
  unit('west', 'town', 'village'),
]

describe('units that a scheme knows', () => {
  it('are those assessed or on a level; what stands between passes on what is below it', () => {
    const parents = placedUnits(units, { levels }).map(({ id, parent }) => [id, parent])
    expect(parents).toEqual([
      ['town', 'county'],
      ['east', 'town'],
      ['west', 'town'],
    ])
  })

  it('are all where the scheme has no levels', () => {
    expect(placedUnits(units, {} as Scheme)).toEqual(units)
  })
})
