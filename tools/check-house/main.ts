/** `npm run check-house [-- FOLDER]`: is the house still the one that tools/check-house/house.ts describes? */
import { checkSite, readSite } from './check-house.ts'
import { describeSizes } from './measure.ts'

const site = readSite(process.argv[2] ?? process.cwd())
const findings = checkSite(site)

for (const { check, path, line, message } of findings) {
  console.log(`${path}:${line}  ${check}  ${message}`)
}
for (const sentence of describeSizes(site)) console.log(sentence)
console.log(`check-house: ${site.modules.length} modules read, ${findings.length} findings`)

// A check that reads nothing finds nothing, and must not pass for that.
process.exitCode = findings.length === 0 && site.modules.length > 0 ? 0 : 1
