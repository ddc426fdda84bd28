import { Client } from 'pg'

const FRAME = /^(begin|commit|rollback|start transaction|set role)/i

/** What a piece of work sends to the database, but for the beginnings and ends of its transactions. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = []
  const query = Client.prototype.query
  const counted = function (this: Client, ...args: unknown[]) {
    const [first] = args as [string | { text?: string }]
    sent.push(typeof first === 'string' ? first : (first.text ?? ''))
    return (query as (...all: unknown[]) => unknown).apply(this, args)
  }
  Client.prototype.query = counted as typeof query
  try {
    await work()
  } finally {
    Client.prototype.query = query
  }
  return sent.filter((text) => !FRAME.test(text))
}
