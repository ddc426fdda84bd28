/** Where the tool writes; a test gives its own. */
export interface Streams {
  readonly out: {
    write(text: string | Uint8Array): unknown
    readonly isTTY?: boolean
    readonly columns?: number
  }
  readonly err: { write(text: string): unknown; readonly isTTY?: boolean }
}
