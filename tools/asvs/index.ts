import { chapter as v01 } from './chapters/v01.ts'
import { chapter as v02 } from './chapters/v02.ts'
import { chapter as v03 } from './chapters/v03.ts'
import { chapter as v04 } from './chapters/v04.ts'
import { chapter as v05 } from './chapters/v05.ts'
import { chapter as v06 } from './chapters/v06.ts'
import { chapter as v07 } from './chapters/v07.ts'
import { chapter as v08 } from './chapters/v08.ts'
import { chapter as v09 } from './chapters/v09.ts'
import { chapter as v11 } from './chapters/v11.ts'
import { chapter as v12 } from './chapters/v12.ts'
import { chapter as v13 } from './chapters/v13.ts'
import { chapter as v14 } from './chapters/v14.ts'
import { chapter as v15 } from './chapters/v15.ts'
import { chapter as v16 } from './chapters/v16.ts'
import type { Chapter } from './standing.ts'

/** How the project stands to OWASP ASVS 5.0, chapter by chapter. */
export const chapters: readonly Chapter[] = [
  v01,
  v02,
  v03,
  v04,
  v05,
  v06,
  v07,
  v08,
  v09,
  v11,
  v12,
  v13,
  v14,
  v15,
  v16,
]
