/** A shape as docs/cli.md writes it: what an object holds, lists, and what is not looked into. */
export type Shape =
  | { readonly is: 'plain' | 'anything' }
  | { readonly is: 'list' | 'map'; readonly of: Shape }
  | { readonly is: 'object'; readonly fields: readonly Field[]; readonly open: boolean }
  | { readonly is: 'or-null'; readonly of: Shape }

interface Field {
  readonly name: string
  readonly optional: boolean
  readonly of: Shape
}

const PLAIN: Shape = { is: 'plain' }
const ANYTHING: Shape = { is: 'anything' }

class Reader {
  readonly #tokens: readonly string[]
  #at = 0

  constructor(text: string) {
    this.#tokens = text.match(/[{}[\],:?*_…]|\|null|[A-Za-z]+/g) ?? []
  }

  #take(token: string): boolean {
    const found = this.#tokens[this.#at] === token
    if (found) this.#at += 1
    return found
  }

  #need(token: string): void {
    if (!this.#take(token)) throw new Error(`${token} expected, not ${this.#tokens[this.#at]}`)
  }

  shape(): Shape {
    const of = this.#inner()
    return this.#take('|null') ? { is: 'or-null', of } : of
  }

  #inner(): Shape {
    if (this.#take('…')) return ANYTHING
    if (this.#take('_')) return PLAIN
    if (this.#take('[')) {
      const of = this.shape()
      this.#need(']')
      return { is: 'list', of }
    }
    this.#need('{')
    return this.#object()
  }

  #object(): Shape {
    if (this.#take('*')) {
      this.#need('}')
      return { is: 'map', of: PLAIN }
    }
    const fields: Field[] = []
    let open = false
    do {
      if (this.#take('…')) open = true
      else fields.push(this.#field())
    } while (this.#take(','))
    this.#need('}')
    return { is: 'object', fields, open }
  }

  #field(): Field {
    const name = this.#tokens[this.#at] ?? ''
    this.#at += 1
    const optional = this.#take('?')
    return { name, optional, of: this.#take(':') ? this.shape() : PLAIN }
  }
}

export function shapeIn(text: string): Shape {
  return new Reader(text).shape()
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function members({ fields, open }: Extract<Shape, { is: 'object' }>, value: object, path: string) {
  const known = new Set(fields.map(({ name }) => name))
  const strange = Object.keys(value).filter((name) => !open && !known.has(name))
  const inner = fields.flatMap(({ name, optional, of }) => {
    const one = (value as Record<string, unknown>)[name]
    if (one === undefined) return optional ? [] : [`${path} lacks ${name}`]
    return faultsOf(of, one, `${path}/${name}`)
  })
  return [...strange.map((name) => `${path} has ${name}`), ...inner]
}

/** What a value has against a shape. */
export function faultsOf(shape: Shape, value: unknown, path = ''): readonly string[] {
  const wrong = (what: string) => [`${path} is no ${what}: ${JSON.stringify(value)?.slice(0, 60)}`]
  switch (shape.is) {
    case 'anything':
      return []
    case 'plain':
      return typeof value === 'object' && value !== null ? wrong('plain value') : []
    case 'or-null':
      return value === null ? [] : faultsOf(shape.of, value, path)
    case 'list':
      if (!Array.isArray(value)) return wrong('list')
      return value.flatMap((one, i) => faultsOf(shape.of, one, `${path}/${i}`))
    case 'map':
      if (!isObject(value)) return wrong('mapping')
      return Object.entries(value).flatMap(([k, one]) => faultsOf(shape.of, one, `${path}/${k}`))
    case 'object':
      return isObject(value) ? members(shape, value, path) : wrong('object')
  }
}
