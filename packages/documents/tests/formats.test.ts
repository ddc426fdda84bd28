import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Format, formats, table } from '../src/index.ts'
import { column } from '../src/exports/table.ts'
import { guardText } from '../src/book/index.ts'
import { readCsv } from './support/csv.ts'
import { openBook } from './support/open-book.ts'

function written(name: string, ...cells: string[]): ReturnType<Format['write']> {
  const format = formats.find((f) => f.name === name)
  if (format === undefined) throw new Error(name)
  const columns = cells.map((_, i) => column(`c${i}`, `列${i}`))
  return format.write([table('t', '表', columns, [cells])])
}

const text = (name: string, ...cells: string[]): string => written(name, ...cells) as string

describe('CSV', () => {
  it('quotes what would end a cell, and doubles quotes', () => {
    expect(text('csv', 'a,b', '他说"好"', '上\n下', '左\r右', ' 空 ')).toBe(
      '\uFEFF列0,列1,列2,列3,列4\r\n"a,b","他说""好""","上\n下","左\r右", 空 \r\n',
    )
  })

  it('starts no formula, also inside quotes, and leaves numbers alone', () => {
    const evil = ['=HYPERLINK("http://x","y")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=1,2']
    const cells = readCsv(text('csv', ...evil).slice(1))[1]
    expect(cells).toEqual(evil.map((e) => `'${e}`))
    const numbers = ['-5', '+3.5', '-1/3', '-12%', '1=1', 'a@b']
    expect(readCsv(text('csv', ...numbers).slice(1))[1]).toEqual(numbers)
  })

  it('gives back every text', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), (cells) => {
        expect(readCsv(text('csv', ...cells).slice(1))[1]).toEqual(cells.map(guardText))
      }),
    )
  })

  it('sets tables apart by an empty line', () => {
    const csv = formats.find((f) => f.name === 'csv')
    const one = table('t', 't', [column('a', 'a')], [['1']])
    expect(csv?.write([one, one])).toBe('\uFEFFa\r\n1\r\n\r\na\r\n1\r\n')
  })
})

describe('Markdown', () => {
  const row = (...cells: string[]): string =>
    text('markdown', ...cells)
      .split('\n')
      .at(-2) ?? ''

  it('keeps a row one line of so many cells', () => {
    expect(row('a|b', '上\r\n下\n中\r末', 'c\\|d')).toBe(
      String.raw`| a\|b | 上<br>下<br>中<br>末 | c\\\|d |`,
    )
  })

  it('makes nothing of what stands in it: no tag, link, picture, emphasis, entity', () => {
    expect(row('<script>x</script>', '![](http://x/y.png)', '[a](b)')).toBe(
      String.raw`| &lt;script>x&lt;/script> | !\[\](http://x/y.png) | \[a\](b) |`,
    )
    expect(row('*a*', '_b_', '`c`', '~~d~~', '&lt;')).toBe(
      '| \\*a\\* | \\_b\\_ | \\`c\\` | \\~\\~d\\~\\~ | &amp;lt; |',
    )
  })
})

describe('workbooks', () => {
  it('hold texts as texts, with an apostrophe where a program would take them for a formula', async () => {
    const cells = ['=1+1', '-x', '@a', '甲\n乙', "'quoted", '0012', '-5']
    const book = await openBook((await written('xlsx', ...cells)) as Uint8Array)
    const read = cells.map((_, i) => book.worksheets[0]?.getRow(2).getCell(i + 1).value)
    expect(read).toEqual(["'=1+1", "'-x", "'@a", '甲\n乙', "'quoted", '0012', '-5'])
  })

  it('have sheets with names that every program takes', async () => {
    const format = formats.find((f) => f.name === 'xlsx')
    const long = '一'.repeat(40)
    const titles = [long, long, 'a/b:c*?[d]', '', "it's"]
    const tables = titles.map((title, i) => table(`t${i}`, title, [column('a', 'a')], [['1']]))
    const book = await openBook((await format?.write(tables)) as Uint8Array)
    const names = book.worksheets.map((s) => s.name)
    expect(names).toEqual(['一'.repeat(31), `${'一'.repeat(30)}2`, 'abcd', '表', 'its'])
  })
})
