/** The planted bug: nobody looks whether texts can be kept. Loaded with --import. */
import { planted } from '../planting/planted.ts'

planted([
  {
    where: '/apps/server/src/http/unkept.ts',
    right: "text.includes('\\u0000') || !text.isWellFormed()",
    wrong: 'text.length < 0',
  },
])
