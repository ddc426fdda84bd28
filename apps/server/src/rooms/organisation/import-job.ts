import { createHash } from 'node:crypto'
import { type Acting, findUnit, importUnits, isTaken, lockTree } from '@kaohe/storage'
import { z } from 'zod'
import { conflict, invalid } from '../../http/problem.ts'
import { jobKind } from '../../jobs/kind.ts'
import { dayOf } from '../identity/day.ts'
import { planOf, workOf } from './import-plan.ts'
import { namesCollide } from './refusals.ts'

interface Wanted {
  /** The unit below which all rows stand. */
  readonly under: string
  readonly file: string
  /** The tree and the bytes that the preview looked at. */
  readonly basis: string
}

type Top = NonNullable<Awaited<ReturnType<typeof findUnit>>>

/**
 * Imports units, in the transaction: all rows or none, and not over what others changed meanwhile.
 * @returns how many, and what the log is told
 * @throws Stop 422 for rows that cannot be, 409 when the tree or the file is another by now
 */
export async function carryOut(
  db: Acting,
  top: Top,
  wanted: Wanted,
  bytes: Uint8Array,
  today: string,
) {
  await lockTree(db, top.path)
  const planned = await planOf(db, wanted, bytes, today)
  const { plan, basis } = planned
  if (plan.faults.length > 0)
    throw invalid([{ pointer: '/body', message: '文件里有不能导入的行，请重新预览' }])
  if (basis !== wanted.basis)
    throw conflict('预览以后组织树或者文件有变化', '请重新预览再导入；这次什么也没有写入')
  const work = workOf(planned, today, `导入 ${wanted.file}`)
  await importUnits(db, work).catch((error: unknown) => {
    throw isTaken(error, 'unit_name') ? namesCollide() : error
  })
  const { added, changed, paths } = plan
  const done = { added: added.length, changed: changed.length, moved: paths.size }
  const told = {
    file: wanted.file,
    ...done,
    // The rows themselves are in the tables, with the day; the entry proves which they were.
    digest: createHash('sha256').update(JSON.stringify(work)).digest('hex'),
  }
  return { done, told }
}

const Input = z.object({ under: z.uuid(), file: z.string(), basis: z.string() })

/** The import of a large file. */
export const importUnitsJob = jobKind({
  kind: 'units.import',
  input: Input,
  run: async ({ input, tell }) => {
    await tell(0, null, '正在核对文件并写入；写完以前看不到任何改动')
    return async (step) => {
      const { db, now } = step
      const top = step.permit('unit.change', await findUnit(db, input.under))
      const { content } = await step.file()
      const { done, told } = await carryOut(db, top, input, content, dayOf(now))
      await step.record('unit.change', {
        object: `unit/${top.id}/import`,
        org: top.id,
        after: told,
      })
      const said = `已导入：增加 ${done.added} 个，修改 ${done.changed} 个`
      return { said, page: `/units?below=${top.id}` }
    }
  },
})
