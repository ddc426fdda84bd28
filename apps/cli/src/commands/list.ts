import type { Command } from '../command.ts'
import { test } from './test.ts'

/** Every command of the tool; a new one is its file and a line here. */
export const commands: readonly Command[] = [test]
