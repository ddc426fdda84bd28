import type { Zip } from '../container/zip.ts'
import { readXml } from './xml.ts'

export interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  readonly part: string
}

export interface Book {
  readonly sheets: readonly SheetEntry[]
  readonly from1904: boolean
  readonly strings: string
  readonly macros: boolean
  readonly outsideLinks: boolean
}

interface Relation {
  readonly type: string
  readonly target: string
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = [...folder.split('/').filter((s) => s !== ''), ...target.split('/')]
  return path
    .reduce<string[]>(
      (kept, s) => (s === '..' ? kept.slice(0, -1) : s === '.' ? kept : [...kept, s]),
      [],
    )
    .join('/')
}

function relationsOf(zip: Zip, part: string): ReadonlyMap<string, Relation> {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const entry = zip.entries.get(`${folder}_rels/${part.slice(slash + 1)}.rels`)
  const relations = new Map<string, Relation>()
  if (entry === undefined) return relations
  readXml(zip, entry, {
    open(name, a) {
      if (name !== 'Relationship' || a['TargetMode'] === 'External') return
      relations.set(a['Id'] ?? '', {
        type: a['Type']?.split('/').at(-1) ?? '',
        target: resolve(folder, a['Target'] ?? ''),
      })
    },
  })
  return relations
}

function mainPart(zip: Zip): string {
  const office = [...relationsOf(zip, '').values()].find((r) => r.type === 'officeDocument')
  return office !== undefined && zip.entries.has(office.target) ? office.target : 'xl/workbook.xml'
}

/** The sheets of a workbook in their order. @returns undefined when the archive is no workbook. */
export function readBook(zip: Zip): Book | undefined {
  const part = mainPart(zip)
  const entry = zip.entries.get(part)
  if (entry === undefined || part.endsWith('.bin')) return undefined
  const relations = relationsOf(zip, part)
  const sheets: SheetEntry[] = []
  let from1904 = false
  readXml(zip, entry, {
    open(name, a) {
      if (name === 'workbookPr') from1904 = a['date1904'] === '1' || a['date1904'] === 'true'
      const relation = name === 'sheet' ? relations.get(a['r:id'] ?? a['id'] ?? '') : undefined
      if (relation?.type !== 'worksheet') return
      sheets.push({
        name: a['name'] ?? '',
        hidden: (a['state'] ?? 'visible') !== 'visible',
        part: relation.target,
      })
    },
  })
  const names = [...zip.entries.keys()]
  return {
    sheets,
    from1904,
    strings:
      [...relations.values()].find((r) => r.type === 'sharedStrings')?.target ??
      'xl/sharedStrings.xml',
    macros: names.some((n) => n.endsWith('vbaProject.bin')),
    outsideLinks: names.some((n) => n.includes('externalLinks/')),
  }
}
