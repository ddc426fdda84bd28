import { type MessageChoice, usualChoice } from '@kaohe/domain'

/** What a person chose, or what is usual where nothing was. */
export function choiceFrom(stored: object | null | undefined): MessageChoice {
  return { ...usualChoice, ...stored }
}
