import { type Objection, result } from '@kaohe/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import type { Standing } from '../../parts/refused.tsx'

export const ownObjectionsQuery = queryOptions({
  queryKey: ['objections'],
  queryFn: () => call(result.readOwnObjections),
})

export const objectionsQuery = (cycle: string) =>
  queryOptions({
    queryKey: ['objections', cycle],
    queryFn: () => call(result.readObjections, { params: { cycle } }),
  })

export const sending = {
  start: result.startObjectionUpload,
  read: result.readObjectionUpload,
  send: result.sendObjectionPart,
  finish: result.finishObjectionUpload,
}

const STATE: Readonly<Record<Objection['state'], string>> = {
  draft: '草稿，还没有提出',
  filed: '已提出，待答复',
  replied: '已答复，待裁定',
  ruled: '已裁定',
  withdrawn: '已撤回',
}

const RULING = { upheld: '成立', partly: '部分成立', rejected: '不成立' } as const

export const RULINGS = (['upheld', 'partly', 'rejected'] as const).map((value) => ({
  value,
  label: RULING[value],
}))

/** `已裁定：部分成立`. */
export function sayState({ state, ruling }: Objection): string {
  return ruling === null ? STATE[state] : `${STATE[state]}：${RULING[ruling.ruling]}`
}

/** What stands of an objection, for whoever wrote over another version: its words, and what became of it. */
export function sayObjection(standing: Standing): string {
  const one = standing as Objection | null
  if (one === null) return '没有这份申诉'
  const { text, reply, ruling } = one
  const became = [
    sayState(one),
    ...(reply === null ? [] : [`答复：${reply.text}`]),
    ...(ruling === null ? [] : [`裁定的理由：${ruling.reason}`]),
  ]
  return [text, ...became].join('\n')
}
