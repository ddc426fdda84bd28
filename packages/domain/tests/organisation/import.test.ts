import { type ImportPlan, type ImportSheet, type ImportTree, planImport } from '@kaohe/domain'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [TOP, A, B, A1] = [uuid(1), uuid(2), uuid(3), uuid(4)]

function unit(path: readonly string[], name: string, attributes = {}): ImportTree['units'][number] {
  const empty = { shortName: null, foundedOn: null, peerGroup: null }
  return { id: path.at(-1)!, path, name, kind: '镇', attributes, version: 1, ...empty }
}

const tree: ImportTree = {
  top: TOP,
  units: [
    unit([TOP], '市团委'),
    unit([TOP, A], '甲县'),
    unit([TOP, B], '乙县', { 团员数: '12' }),
    unit([TOP, A, A1], '城关镇'),
  ],
}

function sheet(heading: string, ...lines: readonly string[]): ImportSheet {
  const rows = [heading, ...lines].map((line, index) => {
    const cells = line.split(',').map((text, column) => [column, { text }] as const)
    return { row: index + 1, cells: new Map(cells) }
  })
  return { sheet: '组织', rows }
}

function plan(...sheets: readonly ImportSheet[]): ImportPlan {
  let next = 100
  return planImport(sheets, tree, { today: '2026-11-22', newId: () => uuid((next += 1)) })
}

const HEADING = '编号,名称,类别,上级,成立日期,团员数,简称,分组'
const faultsOf = (...lines: readonly string[]) =>
  plan(sheet(HEADING, ...lines)).faults.map(({ code, row, column }) => [code, row, column])

describe('faults of an import, each at its place', () => {
  it.each<[string, readonly string[], number, number | null]>([
    ['name-empty', [',,镇,,,,,'], 2, 1],
    ['name-long', [`,${'长'.repeat(201)},镇,,,,,`], 2, 1],
    ['name-slash', [',甲/乙,镇,,,,,'], 2, 1],
    ['name-number', [',123,镇,,,,,'], 2, 1],
    ['name-unseen', [',丙\u0007县,镇,,,,,'], 2, 1],
    ['name-twice', [',丙县,镇,,,,,', ',丙县,镇,,,,,'], 3, 1],
    ['name-taken', [`${B},甲县,镇,,,,,`], 2, 1],
    ['kind-empty', [',丙县,,,,,,'], 2, 2],
    ['kind-long', [`,丙县,${'长'.repeat(51)},,,,,`], 2, 2],
    ['shortName-long', [`,丙县,镇,,,,${'长'.repeat(201)},`], 2, 6],
    ['peerGroup-long', [`,丙县,镇,,,,,${'长'.repeat(51)}`], 2, 7],
    ['parent-missing', [',丙县,镇,没有,,,,'], 2, 3],
    ['parent-itself', [',丙县,镇,丙县,,,,'], 2, 3],
    ['founded-form', [',丙县,镇,,去年,,,'], 2, 4],
    ['founded-ahead', [',丙县,镇,,2030-01-01,,,'], 2, 4],
    ['founded-early', [',丙县,镇,,1200-01-01,,,'], 2, 4],
    ['count-form', [',丙县,镇,,,约十人,,'], 2, 5],
    ['count-negative', [',丙县,镇,,,-3,,'], 2, 5],
    ['count-fraction', [',丙县,镇,,,1.5,,'], 2, 5],
    ['id-form', ['x1,丙县,镇,,,,,'], 2, 0],
    ['id-unknown', [`${uuid(99)},丙县,镇,,,,,`], 2, 0],
    ['id-twice', [`${B},乙县,镇,,,,,`, `${B},丙县,镇,,,,,`], 3, 0],
    ['id-top', [`${TOP},市团委,镇,,,,,`], 2, 0],
    ['move-circle', [`${A},甲县,镇,城关镇,,,,`], 2, 3],
  ])('%s', (code, lines, row, column) => {
    expect(faultsOf(...lines)).toContainEqual([code, row, column])
  })

  it('of two rows that are above each other are told for both', () => {
    const codes = faultsOf(',丙县,镇,丁县,,,,', ',丁县,镇,丙县,,,,')
    expect(codes.map(([code]) => code)).toContain('parent-circle')
  })

  it('of a parent whose name several have', () => {
    const lines = [',城关镇,镇,乙县,,,,', ',一村,村,城关镇,,,,']
    expect(faultsOf(...lines)).toEqual([['parent-many', 3, 3]])
    expect(faultsOf(lines[0]!, ',一村,村,乙县/城关镇,,,,')).toEqual([])
  })

  it.each([
    ['heading-missing', '名称,上级', null],
    ['heading-twice', '名称,类别,名称', 2],
    ['heading-long', `名称,类别,${'长'.repeat(51)}`, 2],
  ])('of the first row: %s', (code, heading, column) => {
    const { faults } = plan(sheet(heading, '丙县,镇'))
    expect(faults).toMatchObject([{ code, row: 1, column }])
  })
})

describe('what an import does', () => {
  it('adds units below rows of the same file, in any order', () => {
    const { added, faults } = plan(sheet('名称,类别,上级', '一村,村,新镇', '新镇,镇,甲县'))
    expect(faults).toEqual([])
    const town = added.find(({ name }) => name === '新镇')!
    const village = added.find(({ name }) => name === '一村')!
    expect(town.path).toEqual([TOP, A, town.id])
    expect(village.path).toEqual([...town.path, village.id])
  })

  it('changes units found by their name below their parent; empty cells change nothing', () => {
    const { added, changed, unchanged } = plan(
      sheet('名称,类别,上级,团员数,简称', '乙县,县,,15,', '城关镇,镇,甲县,,'),
    )
    expect(added).toEqual([])
    expect(unchanged).toBe(1)
    expect(changed).toMatchObject([
      { id: B, fields: { 类别: { was: '镇', is: '县' }, 团员数: { was: '12', is: '15' } } },
    ])
  })

  it('moves and renames units by their identifier, with all below them', () => {
    const { changed, paths, faults } = plan(sheet(HEADING, `${A},新甲县,镇,乙县,,,,`))
    expect(faults).toEqual([])
    expect(changed).toMatchObject([{ id: A, parent: B, placeChanged: true }])
    expect([...paths]).toEqual([
      [A, [TOP, B, A]],
      [A1, [TOP, B, A, A1]],
    ])
  })

  it('lets a name that one unit gives up be taken by another', () => {
    const { added, changed, faults } = plan(sheet(HEADING, `,甲县,镇,,,,,`, `${A},旧甲县,镇,,,,,`))
    expect(faults).toEqual([])
    expect([added.length, changed.length]).toEqual([1, 1])
  })
})

describe('whatever is imported', () => {
  const name = fc.constantFrom('甲县', '乙县', '城关镇', '丙县', '丁镇', '戊村', '')
  const id = fc.constantFrom('', '', '', A, B, A1, TOP, 'x')
  const line = fc.tuple(id, name, fc.constantFrom('镇', ''), name).map((cells) => cells.join(','))

  it('is a tree without two of one name below one parent, or has a fault', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const { added, changed, paths, faults } = plan(sheet('编号,名称,类别,上级', ...lines))
        if (faults.length > 0) return
        const after = new Map(tree.units.map((one) => [one.id, { name: one.name, path: one.path }]))
        for (const one of added) after.set(one.id, { name: one.name, path: one.path })
        for (const one of changed)
          after.set(one.id, { path: after.get(one.id)!.path, name: one.wanted.name })
        for (const [moved, path] of paths) after.set(moved, { ...after.get(moved)!, path })
        const places = [...after.values()].map((one) => `${one.path.at(-2)}/${one.name}`)
        expect(new Set(places).size).toBe(places.length)
        for (const [self, { path }] of after) {
          expect(path.at(-1)).toBe(self)
          expect(new Set(path).size).toBe(path.length)
          const above = path.at(-2)
          const itsPath = above === undefined ? [] : after.get(above)!.path
          expect(itsPath).toEqual(path.slice(0, -1))
        }
      }),
      { numRuns: 2000 },
    )
  })
})
