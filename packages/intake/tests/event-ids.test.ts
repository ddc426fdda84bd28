import { describe, expect, it } from 'vitest'
import { EVENT_HEAD, book, errorsOf, readBook, sheet } from './support/base.ts'
import { HashTable } from '../src/draft/hash-table.ts'

const HEAD = ['事件编号', ...EVENT_HEAD]
const row = (id: string | null, people: number) => [
  id,
  't01',
  '2023-03-05',
  '区级',
  people,
  'x',
  null,
]
const read = (...rows: ReturnType<typeof row>[]) =>
  readBook(book(sheet('志愿服务活动', [HEAD, ...rows])))

describe('identifiers of events', () => {
  it('are made where none is written, and keep clear of the written ones', () => {
    const { dataset } = read(row('volunteer-1', 1), row(null, 2), row(null, 3), row('x', 4))
    expect(dataset?.events.map((e) => e.id)).toEqual([
      'volunteer-1',
      'volunteer-2',
      'volunteer-3',
      'x',
    ])
  })

  it('that are written after the same was made are refused with both places', () => {
    const [error] = errorsOf(read(row(null, 1), row('volunteer-1', 2)))
    expect(error).toMatchObject({ code: 'duplicate-event', cell: '3:3' })
    expect(error?.message).toContain('数据.xlsx!志愿服务活动!C2')
  })

  it('written of a form that might have been made are taken when it was not', () => {
    const { dataset } = read(
      row(null, 1),
      row('volunteer-01', 2),
      row('award-1', 3),
      row('volunteer-9', 4),
    )
    expect(dataset?.events).toHaveLength(4)
  })
})

describe('places by hash', () => {
  it('are found again, and told apart where hashes are equal', () => {
    const words = Array.from({ length: 500 }, (_, i) => `w${i}`)
    const table = new HashTable()
    const find = (at: number, place: number) =>
      table.find(at % 7 === 0 ? -1 : at * 0x9e3779b1, (met) => words[met] === words[at], place)
    expect(words.map((_, at) => find(at, at))).toEqual(words.map(() => undefined))
    expect(words.map((_, at) => find(at, 9999))).toEqual(words.map((_, at) => at))
    expect(table.size).toBe(500)
  })
})
