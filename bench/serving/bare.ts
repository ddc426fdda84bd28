/** The ceiling: a bare HTTP server that updates one row of the same database a request. Its port is said on standard output. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

const [url = ''] = process.argv.slice(2)
const ROWS = 1000
const pool = new pg.Pool({ connectionString: url, max: 20 })
await pool.query('CREATE TABLE IF NOT EXISTS bench_row (id int PRIMARY KEY, value int NOT NULL)')
await pool.query(
  `INSERT INTO bench_row SELECT n, 0 FROM generate_series(0, ${ROWS - 1}) n ON CONFLICT DO NOTHING`,
)

let turn = 0
const server = createServer((request, answer) => {
  request.resume()
  request.once('end', async () => {
    turn += 1
    await pool.query('UPDATE bench_row SET value = value + 1 WHERE id = $1', [turn % ROWS])
    answer.setHeader('Content-Type', 'application/json')
    answer.end('{"done":true}')
  })
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
