import { expect, it } from 'vitest'
import { apart } from '../../src/parts/apart.ts'

const lines = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, i) => `第 ${from + i} 行`)

it('short texts stand whole beside one another', () => {
  expect(apart('85', '90')).toEqual({ mine: '85', theirs: '90', same: 0 })
  expect(apart('', '一\n二')).toEqual({ mine: '', theirs: '一\n二', same: 0 })
})

it('of long ones only the lines between the same ones', () => {
  const whole = lines(0, 40)
  const mine = whole.with(20, '我的').join('\n')
  const theirs = [...whole.slice(0, 20), '别人的', '又一行', ...whole.slice(21)].join('\n')
  expect(apart(mine, theirs)).toEqual({ mine: '我的', theirs: '别人的\n又一行', same: 39 })
})

it('a line is left out once, where one text is the other with some repeated', () => {
  const few = Array.from({ length: 13 }, () => '同')
  expect(apart(few.join('\n'), [...few, '同'].join('\n'))).toEqual({
    mine: '',
    theirs: '同',
    same: 13,
  })
  expect(apart(few.join('\n'), few.join('\n'))).toEqual({ mine: '', theirs: '', same: 13 })
})
