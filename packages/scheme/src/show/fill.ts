import type { shape } from '@kaohe/engine'

type Fields = Readonly<Record<string, shape.Field>>
type Values = Readonly<Record<string, unknown>>
type Say = (of: shape.Shape, value: unknown) => string

/** The offset of the bracket that closes the one at `open`. */
function closing(template: string, open: number): number {
  const [left, right] = template[open] === '[' ? ['[', ']'] : ['{', '}']
  let depth = 0
  for (let at = open; at < template.length; at += 1) {
    if (template[at] === left) depth += 1
    else if (template[at] === right) depth -= 1
    if (depth === 0) return at
  }
  return template.length
}

/** The shape of the members of a list, as fields. */
function memberFields(of: shape.Shape | undefined): Fields {
  return of?.shape === 'list' && of.of.shape === 'object' ? of.of.fields : {}
}

// `是=…|否=…`
function wordsFor(said: string, all: string): string {
  const found = all.split('|').find((each) => each.startsWith(`${said}=`))
  return found?.slice(said.length + 1) ?? ''
}

function one(spec: string, fields: Fields, values: Values, say: Say): string | undefined {
  const list = /^([a-zA-Z]+)\*(.):(.*)$/s.exec(spec)
  const words = /^([a-zA-Z]+)\?(.*)$/s.exec(spec)
  const name = (list ?? words)?.[1] ?? spec
  const [field, value] = [fields[name], values[name]]
  if (field === undefined || value === undefined) return undefined
  if (words) return wordsFor(say(field.of, value), words[2] as string)
  if (!list) return say(field.of, value)
  const inner = memberFields(field.of)
  return (value as Values[])
    .map((member) => fill(list[3] as string, inner, member, say))
    .join(list[2])
}

interface Filled {
  readonly text: string
  readonly missing: boolean
}

function run(template: string, fields: Fields, values: Values, say: Say): Filled {
  let text = ''
  let missing = false
  for (let at = 0; at < template.length; at += 1) {
    const mark = template[at] as string
    if (mark !== '[' && mark !== '{') {
      text += mark
      continue
    }
    const end = closing(template, at)
    const inside = template.slice(at + 1, end)
    const group = mark === '[' ? run(inside, fields, values, say) : undefined
    const value = mark === '{' ? one(inside, fields, values, say) : undefined
    if (group) text += group.missing ? '' : group.text
    else if (value === undefined) missing = true
    else text += value
    at = end
  }
  return { text, missing }
}

/** A template filled with the values of an object; groups with an absent value are left out. */
export function fill(template: string, fields: Fields, values: Values, say: Say): string {
  return run(template, fields, values, say).text
}
