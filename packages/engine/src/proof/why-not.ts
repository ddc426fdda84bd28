import { ABSENT } from './together.ts'

/** What is said of an item that does not apply, where its rule does not say why. */
export const NOT_FOR_THESE = '这类单位不考核这一项'

/** What is said where a fact of the rule was reported as not applicable, or the rule is left out for it. */
export const FACT_ABSENT = `这一项所需的数据报为${ABSENT}`
