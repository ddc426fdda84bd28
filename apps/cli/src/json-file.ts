import type { InputFile } from './session.ts'

/** What a file of JSON holds; undefined when it is none. */
export function jsonIn({ bytes }: InputFile): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
