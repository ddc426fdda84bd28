/** A readable page of the API, made of its OpenAPI document: no script, nothing from elsewhere. */
interface Operation {
  readonly tags: readonly string[]
  readonly summary: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly description?: string
  }[]
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema?: unknown }>>
  }
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema?: unknown }>> }>
  >
}

export interface Described {
  readonly info: { readonly title: string; readonly description: string }
  readonly tags: readonly { readonly name: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

const STYLE = `body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1f1f1f}
summary{cursor:pointer;padding:.3rem 0}code{font-family:ui-monospace,monospace}pre{overflow:auto;background:#f5f5f5;padding:.8rem;font-size:.85rem}
b{display:inline-block;min-width:4.5rem}h2{margin-top:2.5rem}li{margin:.2rem 0}`

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function schema(title: string, content: Operation['requestBody'] | undefined): string {
  const [first] = Object.values(content?.content ?? {})
  if (first === undefined) return ''
  const types = Object.keys(content?.content ?? {}).join('，')
  const shape = first.schema === undefined ? '' : JSON.stringify(first.schema, null, 2)
  return `<h4>${title}（${safe(types)}）</h4>${shape && `<pre>${safe(shape)}</pre>`}`
}

function operation(method: string, path: string, one: Operation): string {
  const parameters = (one.parameters ?? []).map(
    ({ name, in: place, description = '' }) =>
      `<li><code>${safe(name)}</code>（${safe(place)}）${safe(description)}</li>`,
  )
  const list = parameters.length > 0 ? `<ul>${parameters.join('')}</ul>` : ''
  const sent = schema('发送', one.requestBody)
  const answered = schema('回答', one.responses['200'])
  return `<details><summary><b>${method.toUpperCase()}</b> <code>${safe(path)}</code> ${safe(one.summary)}</summary>${list}${sent}${answered}</details>`
}

/** @returns a whole HTML page */
export function docsPage({ info, tags, paths }: Described): string {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ method, path, one })),
  )
  const sections = tags.map(({ name }) => {
    const own = all.filter(({ one }) => one.tags.includes(name))
    return `<h2>${safe(name)}</h2>${own.map(({ method, path, one }) => operation(method, path, one)).join('\n')}`
  })
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${safe(info.title)}</title><style>${STYLE}</style></head><body><main><h1>${safe(info.title)}</h1>
<p>${safe(info.description)}</p><p>机器可读：<a href="/api/openapi.json">/api/openapi.json</a>（OpenAPI 3.1）</p>
${sections.join('\n')}</main></body></html>`
}
