import { z } from 'zod'

// The policy of our pages forbids making code out of text; asked whether it may, zod tries, and the browser
// reports an attack. At our sizes it is as quick without.
z.config({ jitless: true })

/** One route of the HTTP API: where it is, what goes in, what comes out, and the act that it is. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With parameters in braces, for instance /units/{unit}. */
  readonly path: string
  /** In Chinese, for the documentation. */
  readonly summary: string
  /** The act that the policies know, `session` for anyone signed in, `anyone` for the doors. */
  readonly act: string
  /** Leaves nothing that outlasts the moment (a part of a file on its way), so it is no entry of the log. */
  readonly passing?: true
  /** Asked by whoever holds a private link, whose token is sent in the header `Kaohe-Link`; by no account. */
  readonly door?: 'link'
  /** The types that the body may be of, where it is bytes, which the handler reads itself. */
  readonly takes?: readonly string[]
  /** The types that the answer may be of, where it is bytes. */
  readonly gives?: readonly string[]
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly answer: z.ZodType
}

type Output<T> = T extends z.ZodType ? z.output<T> : undefined
type Input<T> = T extends z.ZodType ? z.input<T> : undefined

/** What a handler is given. */
export interface Received<E extends Endpoint> {
  readonly params: Output<E['params']>
  readonly query: Output<E['query']>
  readonly body: Output<E['body']>
}

/** What a caller gives. */
export interface Sent<E extends Endpoint> {
  readonly params?: Input<E['params']>
  readonly query?: Input<E['query']>
  readonly body?: Input<E['body']>
}

/** What comes back. */
export type Answer<E extends Endpoint> = z.output<E['answer']>

export const BYTES = 'application/octet-stream'
/** Of whatever type the file is. */
export const ANY_FILE = '*/*'
export const CSV = 'text/csv'
export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const PDF = 'application/pdf'
export const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Keeps the types of an endpoint as they were written. */
export function endpoint<const E extends Endpoint>(one: E): E {
  return one
}
