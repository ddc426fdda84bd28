/** The messages of PostgreSQL's protocol (its manual, chapter 54) in a stream of bytes. */

const TYPE = 1
const LENGTH = 4

/** Takes bytes as they come and gives whole messages. The first one that a client sends has no type. */
export class Messages {
  private held: Buffer = Buffer.alloc(0)
  private isFirst: boolean

  constructor(side: 'client' | 'server') {
    this.isFirst = side === 'client'
  }

  /** @returns the messages that are whole now */
  take(chunk: Buffer): Buffer[] {
    this.held = Buffer.concat([this.held, chunk])
    const whole: Buffer[] = []
    for (;;) {
      const type = this.isFirst ? 0 : TYPE
      if (this.held.length < type + LENGTH) return whole
      const end = type + this.held.readInt32BE(type)
      if (this.held.length < end) return whole
      whole.push(this.held.subarray(0, end))
      this.held = this.held.subarray(end)
      this.isFirst = false
    }
  }
}
