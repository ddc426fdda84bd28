import { z } from 'zod'

export const Day = z.iso.date('日期要写成 2026-12-25 这样')
export const Title = z.string().trim().min(1, '名称不能为空').max(200, '名称最多 200 字')
export const Reason = z.string().trim().min(1, '请写明理由').max(1000, '理由最多 1000 字')
export const Said = z.string().trim().min(1, '内容不能为空').max(5000, '内容最多 5000 字')
/** A scheme file: the largest that we ship has 70 kilobytes. */
export const FileText = z.string().max(400_000, '方案文件太大')
export const Version = z.number().int()

/** A mistake in a file, with its place. */
export const Mistake = z.object({
  severity: z.enum(['error', 'warning']),
  file: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  path: z.string(),
  message: z.string(),
})

/** Something in a scheme that somebody has to settle. */
export const Finding = z.object({
  check: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  path: z.string(),
  clause: z.string().nullable(),
  title: z.string(),
  message: z.string(),
  counterexample: z.string().nullable(),
  settle: z.string(),
  line: z.number().int().nullable(),
})
export type Finding = z.infer<typeof Finding>

/** What a scheme asks of each unit in a covered period. */
export const Burden = z.object({
  entries: z.number().int(),
  minutes: z.number().int(),
  untimed: z.number().int(),
  budget: z.number().int(),
  asked: z.array(
    z.object({
      name: z.string(),
      times: z.number().int(),
      minutes: z.number().int().nullable(),
    }),
  ),
})
export type Burden = z.infer<typeof Burden>

/** A file looked through while it is written. */
export const Check = z.object({
  readable: z.boolean(),
  mistakes: z.array(Mistake),
  findings: z.array(Finding),
  burden: Burden.nullable(),
})
export type Check = z.infer<typeof Check>

export const Change = z.object({
  kind: z.enum(['added', 'removed', 'changed', 'moved']),
  path: z.string(),
  sentence: z.string(),
  direction: z.enum(['raised', 'lowered']).nullable(),
})
export type Change = z.infer<typeof Change>
