import { int } from '@kaohe/engine'
import { describe, expect, it } from 'vitest'
import { sayDeciders } from '../../src/reporting/deciders.ts'

describe('who decides a roll-up', () => {
  const number = (name: string, order: number) => ({
    name,
    value: { number: int(order), text: `${order}人` },
  })

  it('are those who say no, and those who have not said', () => {
    const said = [
      { name: '甲', value: true },
      { name: '乙', value: false },
      { name: '丙', value: null },
    ]
    expect(sayDeciders(said)).toBe('是 1 个；否 1 个（乙）；还没有报 1 个（丙）')
  })

  it('are those at both ends of a number, or all where they are level', () => {
    expect(sayDeciders([number('甲', 3), number('乙', 0), number('丙', 0)])).toBe(
      '最低 0人（乙、丙）；最高 3人（甲）',
    )
    expect(sayDeciders([number('甲', 2), number('乙', 2)])).toBe('都是 2人')
  })

  it('are named as far as a line holds them', () => {
    const many = Array.from({ length: 9 }, (_, at) => ({ name: `第${at}`, value: null }))
    expect(sayDeciders(many)).toMatch(/^还没有报 9 个（第0、.*第5 等 9 个）$/)
  })
})
