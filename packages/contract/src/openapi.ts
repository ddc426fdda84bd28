import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { canRehearse, endpoints } from './endpoints.ts'
import { Problem } from './problem.ts'

type Json = Readonly<Record<string, unknown>>

const ROOMS: Readonly<Record<string, string>> = {
  identity: '登录、人员和岗位',
  organisation: '组织',
  planning: '方案与日程',
  reporting: '填报',
  log: '日志',
}

const PROBLEMS: Readonly<Record<number, string>> = {
  400: '请求不完整，如不是 JSON、内容太大',
  401: '没有登录，或登录已过期',
  404: '没有，或者无权查看：两者看不出差别',
  409: '与别人的修改或已有的内容冲突',
  422: '内容有误，faults 逐处说明位置和原因',
  429: '尝试太多，稍后再试',
  500: '系统出了问题，没有改动任何内容',
  503: '数据库正在恢复，稍后再试',
}

function schemaOf(type: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' })
  return schema
}

function parametersOf(type: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (type === undefined) return []
  const { properties = {}, required = [] } = schemaOf(type, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }))
}

const header = (name: string, description: string): Json => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
})

function headersOf(endpoint: Endpoint): Json[] {
  const again = header(
    'Idempotency-Key',
    '自拟的唯一编号；同一编号的同一请求重复发送，只执行一次，得到同样的回答',
  )
  const rehearsal = header(
    'Dry-Run',
    '写 1 为试运行（也可用 ?dry-run=1）：一切照做并回答，但什么也不保存，也不记日志',
  )
  if (endpoint.method === 'GET') return []
  return canRehearse(endpoint) ? [again, rehearsal] : []
}

function responsesOf(endpoint: Endpoint): Json {
  const statuses = Object.keys(PROBLEMS).map(Number)
  const content = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  }
  const problems = statuses
    .filter((status) => endpoint.method !== 'GET' || status !== 409)
    .map((status) => [status, { description: PROBLEMS[status], content }] as const)
  const answer = { 'application/json': { schema: schemaOf(endpoint.answer, 'output') } }
  return { 200: { description: '完成', content: answer }, ...Object.fromEntries(problems) }
}

function operationOf(room: string, name: string, endpoint: Endpoint): Json {
  const { params, query, body, act, summary } = endpoint
  const parameters = [
    ...parametersOf(params, 'path'),
    ...parametersOf(query, 'query'),
    ...headersOf(endpoint),
  ]
  return {
    operationId: name,
    tags: [ROOMS[room] ?? room],
    summary,
    'x-kaohe-act': act,
    security: act === 'anyone' ? [] : [{ session: [] }, { token: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(body, 'input') } },
      },
    }),
    responses: responsesOf(endpoint),
  }
}

function pathsOf(): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const { room, name, endpoint } of endpoints) {
    const path = (paths[`/api${endpoint.path}`] ??= {})
    path[endpoint.method.toLowerCase()] = operationOf(room, `${room}.${name}`, endpoint)
  }
  return paths
}

/** The whole HTTP API as OpenAPI 3.1, made of the shapes that validate. */
export function openApi(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: '考核 HTTP API',
      version: '1',
      description:
        '网页做的每一件事都在这里。出错时的回答是问题文档（RFC 9457），用中文写明哪里不对、怎样改。时刻用 UTC，日期写成 2026-12-25。改动须带读到的 version，别人先改了就回答 409。',
    },
    tags: Object.values(ROOMS).map((name) => ({ name })),
    paths: pathsOf(),
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'kaohe_session',
          description: '登录以后的会话',
        },
        token: {
          type: 'http',
          scheme: 'bearer',
          description: '给程序用的令牌，在“我的账户”里建立',
        },
      },
    },
  }
}
