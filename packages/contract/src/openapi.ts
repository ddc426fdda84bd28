import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { canRehearse, endpoints, isVersioned } from './endpoints.ts'
import { Problem } from './problem.ts'

type Json = Readonly<Record<string, unknown>>

const ROOMS: Readonly<Record<string, string>> = {
  identity: '登录、人员和岗位',
  organisation: '组织',
  jobs: '后台任务',
  messages: '消息',
  planning: '方案与日程',
  reporting: '填报',
  review: '评价',
  result: '结果',
  log: '日志',
}

const PROBLEMS: Readonly<Record<number, string>> = {
  400: '请求不完整，如不是 JSON、内容太大',
  401: '没有登录，或登录已过期',
  404: '没有，或者无权查看：两者看不出差别',
  409: '与别人的修改或已有的内容冲突',
  412: '带了 If-Match，而这项内容已被别人修改；versions 里有两个版本',
  422: '内容有误，faults 逐处说明位置和原因',
  429: '尝试太多，稍后再试',
  500: '系统出了问题，没有改动任何内容',
  503: '数据库正在恢复，稍后再试；type 以 outcome-unknown 结尾的，不知道是否已经保存，可以带着同一个编号再送',
  507: '存储空间快用完了，只能查看，不能保存；没有改动任何内容',
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
  const seen = header(
    'If-Match',
    '读到的版本，如 "3"，还没有的写 "0"；可以代替内容里的 version，别人先改了就回答 412',
  )
  if (endpoint.method === 'GET') return []
  return [
    ...(canRehearse(endpoint) ? [again, rehearsal] : []),
    ...(isVersioned(endpoint) ? [seen] : []),
  ]
}

/** The same content under each of the types that it may be of. */
function contentOf(
  types: readonly string[] | undefined,
  shape: z.ZodType,
  io: 'input' | 'output',
): Json {
  if (types === undefined) return { 'application/json': { schema: schemaOf(shape, io) } }
  // OpenAPI 3.1: bytes as they are have no schema.
  return Object.fromEntries(types.map((type) => [type, {}]))
}

function requestOf({ body, takes }: Endpoint): Json {
  if (body === undefined && takes === undefined) return {}
  return {
    requestBody: { required: true, content: contentOf(takes, body ?? z.unknown(), 'input') },
  }
}

function responsesOf(endpoint: Endpoint): Json {
  const statuses = Object.keys(PROBLEMS).map(Number)
  const content = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  }
  const problems = statuses
    .filter((status) => endpoint.method !== 'GET' || ![409, 507].includes(status))
    .filter((status) => status !== 412 || isVersioned(endpoint))
    .map((status) => [status, { description: PROBLEMS[status], content }] as const)
  const answer = contentOf(endpoint.gives, endpoint.answer, 'output')
  return { 200: { description: '完成', content: answer }, ...Object.fromEntries(problems) }
}

function securityOf({ act, door }: Endpoint): Json[] {
  if (door === 'link') return [{ link: [] }]
  return act === 'anyone' ? [] : [{ session: [] }, { token: [] }]
}

function operationOf(room: string, name: string, endpoint: Endpoint): Json {
  const { params, query, act, summary } = endpoint
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
    security: securityOf(endpoint),
    ...(parameters.length > 0 && { parameters }),
    ...requestOf(endpoint),
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
        '网页做的每一件事都在这里。出错时的回答是问题文档（RFC 9457），用中文写明哪里不对、怎样改。时刻用 UTC，日期写成 2026-12-25。改动须带读到的 version，别人先改了就回答 409，versions 里有您送来的和现在保存的两个版本。',
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
        link: {
          type: 'apiKey',
          in: 'header',
          name: 'Kaohe-Link',
          description: '没有账户的人从专用链接进入：地址里 # 后面的一段',
        },
      },
    },
  }
}
