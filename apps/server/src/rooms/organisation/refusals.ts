import { isTaken } from '@kaohe/storage'
import { conflict, invalid, type Stop } from '../../http/problem.ts'

/** Says at its field why what was asked cannot be. */
export function refuse(field: string, because: string): Stop {
  return invalid([{ pointer: `/body/${field}`, message: because }])
}

/** Runs a change of names; a name that another below the same parent has is told at its field. */
export async function withFreeName<T>(
  name: string,
  field: string,
  change: () => Promise<T>,
): Promise<T> {
  try {
    return await change()
  } catch (error) {
    if (!isTaken(error, 'unit_name')) throw error
    throw refuse(field, `同一个上级下面已经有“${name}”`)
  }
}

/** What stands in the way is not at one field but among the rows of an import. */
export const namesCollide = (): Stop =>
  conflict('有两个组织会同名', '请先给其中一个改名，再导入一次；这次什么也没有写入')
