/**
 * Random schemes with random facts give the same points by exact evaluation, the kernel (plain and WebAssembly),
 * DuckDB and a real PostgreSQL, started here: 3,000 schemes at scale 1, other ones than in `npm test`.
 */
import { sampleOf } from '../../packages/engine/tests/sql/sample.ts'
import { Tally } from '../../packages/engine/tests/sql/tally.ts'
import { progress } from '../testing/progress.ts'
import type { VerifyOptions } from '../testing/verify.ts'

const SCHEMES = 3_000
const FROM = 100_000
const SHOWN = 20
/** So many more of one kind at most, until every reading has computed it. */
const MOST = 300

function judge(tally: Tally): void {
  const { faults } = tally
  for (const fault of faults.slice(0, SHOWN)) console.log(fault)
  if (faults.length > 0) throw new Error(`${faults.length} disagreements`)
  const wrong = [...tally.lacking().map((what) => `never computed: ${what}`), ...tally.excesses()]
  if (wrong.length > 0) throw new Error(wrong.join('; '))
}

export default async function sql({ scale }: VerifyOptions): Promise<void> {
  const schemes = Math.ceil(SCHEMES * scale)
  const tally = await Tally.open()
  try {
    const bar = progress('schemes', schemes)
    for (let i = 0; i < schemes; i += 1) {
      await tally.add(sampleOf(FROM + i))
      bar(i + 1)
    }
    await tally.complete(MOST)
  } finally {
    await tally.close()
  }
  console.log(tally.report())
  judge(tally)
}
