import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'

const Cycle = z.object({ cycle: z.uuid() })
const Words = (what: string) => z.string().trim().min(1, `请写${what}`).max(2000, '最多 2000 字')

const Settled = z.object({ outcome: z.enum(['answered', 'noted']), text: z.string() }).nullable()

/** As those who organise read it: what was suggested, not by whom. */
export const Suggestion = z.object({
  id: z.uuid(),
  from: z.enum(['unit', 'leader']),
  text: z.string(),
  settled: Settled,
  version: z.number().int(),
})
export type Suggestion = z.infer<typeof Suggestion>

export const readOwnSuggestions = endpoint({
  method: 'GET',
  path: '/suggestions',
  summary: '本单位对考核工作本身的建议，和答复',
  act: 'suggestion.write',
  answer: z.object({
    suggestions: z.array(
      z.object({ id: z.uuid(), title: z.string(), text: z.string(), settled: Settled }),
    ),
  }),
})

export const writeSuggestion = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/suggestions',
  summary: '对考核工作本身提建议；只有组织部看得到，不统计谁提过',
  act: 'suggestion.write',
  params: Cycle,
  body: z.object({ text: Words('建议') }),
  answer: z.object({ id: z.uuid() }),
})

export const readSuggestions = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/suggestions',
  summary: '各单位和分管领导对考核工作本身的建议',
  act: 'suggestion.read',
  params: Cycle,
  answer: z.object({ title: z.string(), suggestions: z.array(Suggestion) }),
})

export const settleSuggestion = endpoint({
  method: 'POST',
  path: '/cycles/{cycle}/suggestions/{suggestion}',
  summary: '答复一条建议，或者记下供明年的方案参考',
  act: 'suggestion.read',
  params: Cycle.extend({ suggestion: z.uuid() }),
  body: z.object({
    outcome: z.enum(['answered', 'noted']),
    text: Words('答复或记录'),
    version: z.number().int().min(0),
  }),
  answer: Suggestion,
})
