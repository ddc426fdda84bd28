import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { KEPT_SCHEMES, expectedOf } from './expected.ts'
import { generated } from './files.ts'

const root = join(import.meta.dirname, '..', '..')

const expected = await Promise.all(KEPT_SCHEMES.map(expectedOf))

for (const { path, text } of [...generated(), ...expected.flat()]) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  console.log(path)
}
