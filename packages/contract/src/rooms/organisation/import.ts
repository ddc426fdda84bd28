import { z } from 'zod'
import { CSV, endpoint, WORKBOOK } from '../../endpoint.ts'
import { Asked } from '../jobs.ts'

const Where = z.object({
  /** The unit below which all rows stand. */
  under: z.uuid(),
  /** The name of the file, whose ending and whose first bytes say what it is. */
  file: z.string().min(1).max(300),
})

const ImportFault = z.object({
  sheet: z.string(),
  row: z.number().int(),
  /** In letters, as spreadsheets have it; null for a whole row. */
  column: z.string().nullable(),
  found: z.string(),
  message: z.string(),
  write: z.string(),
})
export type ImportFault = z.infer<typeof ImportFault>

const ImportPreview = z.object({
  /** Names the tree that was looked at; null where faults forbid the import. */
  basis: z.string().nullable(),
  rows: z.number().int(),
  counts: z.object({
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    moved: z.number().int(),
    faults: z.number().int(),
    faultyRows: z.number().int(),
  }),
  /** The first thousand of each. */
  added: z.array(
    z.object({
      sheet: z.string(),
      row: z.number().int(),
      name: z.string(),
      kind: z.string(),
      parent: z.string(),
    }),
  ),
  changed: z.array(
    z.object({
      sheet: z.string(),
      row: z.number().int(),
      name: z.string(),
      fields: z.array(z.object({ field: z.string(), was: z.string().nullable(), is: z.string() })),
    }),
  ),
  /** All of them up to ten thousand. */
  faults: z.array(ImportFault),
})
export type ImportPreview = z.infer<typeof ImportPreview>

/** The body is the bytes of an .xlsx or of a text table. */
export const previewImport = endpoint({
  method: 'POST',
  path: '/units-import/preview',
  summary: '看一看导入这个文件会改什么，哪些行不能导入；什么也不保存',
  act: 'unit.change',
  takes: [WORKBOOK, CSV],
  passing: true,
  query: Where,
  answer: ImportPreview,
})

/** The body is the same file. Refused when the tree is no longer the one that the preview looked at. */
export const importUnits = endpoint({
  method: 'POST',
  path: '/units-import',
  summary: '导入：全部写入，或者一行也不写入；文件大的转为后台任务',
  act: 'unit.change',
  takes: [WORKBOOK, CSV],
  query: Where.extend({ basis: z.string().min(1, '请先预览') }),
  answer: z.object({
    /** Of a large file, which is imported in the background; then the counts are not known yet. */
    job: Asked.nullable(),
    added: z.number().int(),
    changed: z.number().int(),
    moved: z.number().int(),
  }),
})

/** A small tree is exported at once, at the address of the answer; a large one in the background. */
export const askExport = endpoint({
  method: 'POST',
  path: '/units-export',
  summary: '导出一个组织下面的全部组织：组织少的马上下载，多的转为后台任务',
  act: 'unit.details',
  body: z.object({ under: z.uuid(), format: z.enum(['xlsx', 'csv']) }),
  answer: z.object({ job: Asked.nullable(), units: z.number().int() }),
})

/** The answer is the bytes of the file. */
export const exportUnits = endpoint({
  method: 'GET',
  path: '/units-export',
  summary: '导出一个组织下面的全部组织，改好后可以再导入',
  act: 'unit.details',
  gives: [WORKBOOK, CSV],
  query: z.object({ under: z.uuid(), format: z.enum(['xlsx', 'csv']) }),
  answer: z.string(),
})
