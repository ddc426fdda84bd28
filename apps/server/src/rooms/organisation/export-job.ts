import { formats } from '@kaohe/documents'
import { findUnit, subtree } from '@kaohe/storage'
import { z } from 'zod'
import { jobKind } from '../../jobs/kind.ts'
import { exportTable } from './export.ts'

export const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

type Format = keyof typeof TYPES

/** All units below one as a file. */
export async function exportFile(
  top: NonNullable<Awaited<ReturnType<typeof findUnit>>>,
  units: Awaited<ReturnType<typeof subtree>>,
  name: Format,
) {
  const format = formats.find((one) => one.name === name)!
  const written = await format.write([exportTable(top, units)])
  const content = typeof written === 'string' ? new TextEncoder().encode(written) : written
  return { name: `${top.name}组织.${format.ending}`, type: TYPES[name], content }
}

const Input = z.object({ under: z.uuid(), format: z.enum(['xlsx', 'csv']) })

/** The export of a large tree. */
export const exportUnitsJob = jobKind({
  kind: 'units.export',
  input: Input,
  run: async ({ input, step, tell }) => {
    await tell(0, null, '正在读取组织')
    const read = await step(async ({ db, permit }) => {
      const top = permit('unit.details', await findUnit(db, input.under))
      return { top, units: await subtree(db, top.id) }
    })
    const count = read.units.length - 1
    await tell(0, count, '正在写成文件')
    const file = await exportFile(read.top, read.units, input.format)
    return async () => ({ said: `已导出 ${count} 个组织`, file })
  },
})
