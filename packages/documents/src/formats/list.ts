import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { text } from './text.ts'
import { xlsx } from './xlsx.ts'

/** Every format, by name. */
export const formats: readonly Format[] = [text, json, csv, markdown, xlsx]
