import type { shape } from '@kaohe/engine'

type Fields = Readonly<Record<string, shape.Field>>

/** An object of a shape with the properties given and every other one absent. */
export function blank<T>(of: shape.Shape<T> & { readonly fields: Fields }, given: object): T {
  return {
    ...Object.fromEntries(Object.keys(of.fields).map((name) => [name, undefined])),
    ...given,
  } as T
}
