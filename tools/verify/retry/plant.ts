/** The planted bug: the key of a write is not looked at, so that a repetition is a second write. Loaded with --import. */
import { planted } from '../planting/planted.ts'

planted([
  {
    where: '/apps/server/src/http/again.ts',
    right: "if (key === undefined || endpoint.method === 'GET') return undefined",
    wrong: 'if (endpoint.path.length > 0) return undefined',
  },
])
