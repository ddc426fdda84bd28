/** The planted bug: whoever writes is not asked whether he saw what he writes over. Loaded with --import. */
import { planted } from '../planting/planted.ts'

const STORED = {
  right: "    .where('version', '=', version)\n",
  wrong: '',
}

planted([
  {
    where: '/apps/server/src/http/versions.ts',
    right: 'if ((standing?.version ?? 0) === yours.version) return standing',
    wrong: 'if (yours.version >= 0) return standing',
  },
  { where: '/packages/storage/src/reporting/entries.ts', ...STORED },
  { where: '/packages/storage/src/review/marks.ts', ...STORED },
])
