/** What a file may cost. */
export interface Limits {
  /** Bytes of a file as it comes. */
  readonly fileBytes: number
  /** Bytes that may come out of one archive; counted as they come, whatever the archive claims. */
  readonly unpackedBytes: number
}

const MEBIBYTE = 1_048_576

export const LIMITS: Limits = { fileBytes: 128 * MEBIBYTE, unpackedBytes: 512 * MEBIBYTE }
