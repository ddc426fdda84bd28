import type { Remark } from '../report/index.ts'

/** A file or a part of it that cannot be read at all. */
export class Refusal extends Error {
  readonly remark: Remark

  constructor(remark: Remark) {
    super(remark.why.en)
    this.remark = remark
  }
}
