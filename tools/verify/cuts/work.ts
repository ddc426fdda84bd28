/** A process that tries the writes of some rooms: `work.ts SCALE ROOM...`; the last line says what it found, as JSON. */
import { openHall } from './hall.ts'
import { nothing, rooms, round } from './round.ts'

const [scale = '1', ...names] = process.argv.slice(2)
const told = nothing()
// Nothing that a lost connection throws may end the server.
for (const event of ['uncaughtException', 'unhandledRejection'])
  process.on(event, (error: unknown) => {
    told.faults.push(
      `the server would have ended: ${error instanceof Error ? error.stack : String(error)}`,
    )
  })

for (const name of names) {
  const hall = await openHall()
  try {
    await round(hall, rooms[Number(name)]!, Number(scale), told, ({ routes }) =>
      console.error(`${routes.length} ${routes.at(-1)}`),
    )
  } catch (error) {
    told.faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  } finally {
    await hall.stop()
  }
}
console.log(JSON.stringify(told))
