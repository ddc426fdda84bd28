export { type Letter, TryLater } from './letter.ts'
export { type Outside, outsideWith, type Recipient } from './outside.ts'
export { type OutsideSettings, readOutsideSettings } from './settings.ts'
