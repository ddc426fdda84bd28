import type { Command } from '../command.ts'
import { backtest } from './backtest.ts'
import { bounds } from './bounds.ts'
import { check } from './check.ts'
import { coverage } from './coverage.ts'
import { demo } from './demo.ts'
import { diff } from './diff.ts'
import { explain } from './explain.ts'
import { lint } from './lint.ts'
import { rank } from './rank.ts'
import { score } from './score.ts'
import { sensitivity } from './sensitivity.ts'
import { show } from './show.ts'
import { simulate } from './simulate.ts'
import { template } from './template.ts'
import { test } from './test.ts'
import { verify } from './verify.ts'

/** Every command of the tool, in the order of its help; a new one is its file and a line here. */
export const commands: readonly Command[] = [
  demo,
  lint,
  show,
  bounds,
  template,
  score,
  rank,
  explain,
  check,
  verify,
  diff,
  simulate,
  backtest,
  sensitivity,
  coverage,
  test,
]
