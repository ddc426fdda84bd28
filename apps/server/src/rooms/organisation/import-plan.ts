import { createHash, randomUUID } from 'node:crypto'
import { badRequest, invalid } from '../../http/problem.ts'
import { lettersOf, readSheets } from '@kaohe/intake'
import { type ImportPlan, type ImportTree, type ImportUnit, planImport } from '@kaohe/domain'
import { type Acting, type SubtreeUnit, subtree, type ToImport } from '@kaohe/storage'

const MOST_BYTES = 32_000_000
const MOST_ROWS = 100_000
const SHOWN = 1000
const SHOWN_FAULTS = 10_000

function importUnit(unit: SubtreeUnit): ImportUnit {
  return {
    id: unit.id,
    path: unit.path,
    name: unit.name,
    shortName: unit.short_name,
    kind: unit.kind,
    foundedOn: unit.founded_on,
    peerGroup: unit.peer_group,
    version: unit.version,
    attributes: unit.attributes ?? {},
  }
}

/** Names the part of the tree that was looked at: another when anything in it has changed. */
function basisOf(units: readonly SubtreeUnit[], bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes)
  for (const unit of units) hash.update(JSON.stringify(unit))
  return hash.digest('base64url')
}

export interface Planned {
  readonly plan: ImportPlan
  readonly tree: ImportTree
  readonly basis: string
  readonly rows: number
}

/**
 * What a file does to the tree below a unit: one query, however large both are.
 * @throws Stop 422 when the file cannot be read at all
 */
export async function planOf(
  db: Acting,
  { under, file }: { readonly under: string; readonly file: string },
  bytes: Uint8Array,
  today: string,
): Promise<Planned> {
  if (bytes.length > MOST_BYTES) throw badRequest('文件太大，请分成几个，每个不超过 32 MB')
  const { sheets, refused } = readSheets({ path: file, bytes }, (name) => name === '成立日期')
  if (refused.length > 0) throw invalid(refused.map((message) => ({ pointer: '/body', message })))
  const rows = sheets.reduce((sum, sheet) => sum + Math.max(0, sheet.rows.length - 1), 0)
  if (rows === 0) throw invalid([{ pointer: '/body', message: '文件里没有数据行' }])
  if (rows > MOST_ROWS) throw badRequest(`一次最多导入 ${MOST_ROWS} 行，这个文件有 ${rows} 行`)
  const units = await subtree(db, under)
  const tree = { top: under, units: units.map(importUnit) }
  const plan = planImport(sheets, tree, { today, newId: randomUUID })
  return { plan, tree, basis: basisOf(units, bytes), rows }
}

/** A preview: everything that would change, and every fault at its place. */
export function shownPlan({ plan, tree, basis, rows }: Planned): object {
  const { added, changed, unchanged, paths, faults } = plan
  const names = new Map([...tree.units, ...added].map(({ id, name }) => [id, name]))
  const places = faults.map(({ sheet, row }) => `${sheet}/${row}`)
  return {
    basis: faults.length === 0 ? basis : null,
    rows,
    counts: {
      added: added.length,
      changed: changed.length,
      unchanged,
      moved: paths.size,
      faults: faults.length,
      faultyRows: new Set(places).size,
    },
    added: added.slice(0, SHOWN).map(({ sheet, row, name, kind, path }) => ({
      sheet,
      row,
      name,
      kind,
      parent: names.get(path.at(-2) ?? '') ?? '',
    })),
    changed: changed.slice(0, SHOWN).map(({ sheet, row, id, fields }) => ({
      sheet,
      row,
      name: names.get(id) ?? '',
      fields: Object.entries(fields).map(([field, { was, is }]) => ({ field, was, is })),
    })),
    faults: faults
      .toSorted(
        (a, b) =>
          a.sheet.localeCompare(b.sheet) || a.row - b.row || (a.column ?? -1) - (b.column ?? -1),
      )
      .slice(0, SHOWN_FAULTS)
      .map(({ sheet, row, column, found, message, write }) => ({
        sheet,
        row,
        column: column === null ? null : lettersOf(column),
        found,
        message,
        write,
      })),
  }
}

/** A plan without faults as the database takes it. */
export function workOf({ plan }: Planned, on: string, source: string): ToImport {
  const { added, changed, paths } = plan
  const rest = (wanted: (typeof changed)[number]['wanted']) => ({
    name: wanted.name,
    kind: wanted.kind,
    short_name: wanted.shortName ?? null,
    founded_on: wanted.foundedOn ?? null,
    peer_group: wanted.peerGroup ?? null,
  })
  const news = added.flatMap((unit) =>
    Object.entries(unit.attributes).map(([attribute, value]) => ({
      org: unit.id,
      attribute,
      value,
    })),
  )
  const known = changed.flatMap(({ id, wanted, fields }) =>
    Object.entries(wanted.attributes)
      .filter(([attribute]) => Object.hasOwn(fields, attribute))
      .map(([attribute, value]) => ({ org: id, attribute, value })),
  )
  return {
    on,
    source,
    added: added.map((unit) => ({ id: unit.id, path: unit.path, ...rest(unit) })),
    changed: changed.map(({ id, wanted, parent }) => ({ id, parent, ...rest(wanted) })),
    placed: changed.filter(({ placeChanged }) => placeChanged).map(({ id }) => id),
    paths: [...paths].map(([id, path]) => ({ id, path })),
    attributes: [...news, ...known],
  }
}
