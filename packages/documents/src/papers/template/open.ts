import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'

/** A piece of a template as the library reads it. */
export interface Piece {
  readonly type: string
  readonly value: string
  readonly module?: string
  readonly inverted?: boolean
  readonly subparsed?: readonly Piece[]
}

/** A mistake in a template, in Chinese. */
export class TemplateMistake extends Error {
  readonly mistakes: readonly string[]
  constructor(mistakes: readonly string[]) {
    super(mistakes.join('；'))
    this.mistakes = mistakes
  }
}

interface Explained {
  readonly id?: string
  readonly xtag?: string
  readonly errors?: readonly { readonly properties?: Explained }[]
}

const SAID: Readonly<Record<string, (tag: string) => string>> = {
  unclosed_tag: (tag) => `“{${tag}”没有写完，后面少了“}”`,
  unopened_tag: (tag) => `“${tag}}”前面少了“{”`,
  duplicate_open_tag: (tag) => `“${tag}”多写了“{”`,
  duplicate_close_tag: (tag) => `“${tag}”多写了“}”`,
  unclosed_loop: (tag) => `{#${tag}} 没有对应的 {/${tag}}`,
  unopened_loop: (tag) => `{/${tag}} 前面没有对应的 {#${tag}}`,
  closing_tag_does_not_match_opening_tag: (tag) => `{#${tag}} 和它后面的结束占位符不配对`,
  unbalanced_loop_tags: (tag) => `{#${tag}} 和 {/${tag}} 不在表格的同一行或同一层`,
  loop_position_invalid: (tag) => `{#${tag}} 的位置不对，请把开始和结束放在同一个表格行或各占一段`,
}

function mistakesIn(properties: Explained): string[] {
  if (properties.errors !== undefined)
    return properties.errors.flatMap((one) => mistakesIn(one.properties ?? {}))
  const { id = '', xtag = '' } = properties
  return [SAID[id]?.(xtag) ?? '文件里的占位符写法不对，请对照样例']
}

// Only what the fields have themselves: nothing that every object has.
const parser = (tag: string) => ({
  get: (scope: unknown): unknown => {
    const name = tag.trim()
    if (name === '.') return scope
    return typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name)
      ? (scope as Record<string, unknown>)[name]
      : undefined
  },
})

/** A template that was read: what can be filled, and its pieces. */
export interface Opened {
  readonly pieces: readonly Piece[]
  fill(fields: object): Uint8Array
}

/** Reads a template. @throws TemplateMistake */
export function openTemplate(bytes: Uint8Array): Opened {
  const pieces: Piece[] = []
  const listener = {
    name: 'listener',
    set: ({ inspect }: { readonly inspect?: { readonly postparsed?: readonly Piece[] } }) => {
      if (inspect?.postparsed !== undefined) pieces.push(...inspect.postparsed)
    },
  }
  try {
    const document = new Docxtemplater(new PizZip(bytes), {
      modules: [listener],
      parser,
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      nullGetter: () => '',
    })
    return {
      pieces,
      fill: (fields) => {
        document.render(fields)
        return document.getZip().generate({ type: 'uint8array' })
      },
    }
  } catch (error) {
    const { properties = {} } = error as { readonly properties?: Explained }
    throw new TemplateMistake([...new Set(mistakesIn(properties))])
  }
}
