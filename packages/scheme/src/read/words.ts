import { VALUE_TYPE } from '@kaohe/engine'
import type { Measure } from '../expression/scope.ts'

/** What a Chinese type word of a fact or attribute stands for. */
export const NAMES_OF_TYPES: Readonly<Record<string, Measure['type'] | undefined>> = VALUE_TYPE
