import { textWidth } from '../../formats/width.ts'

/** A part of a drawing on a page of A4, in millimetres from its upper left corner. Words stand on a line. */
export type Shape =
  | {
      readonly kind: 'words'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly size: number
      readonly bold: boolean
      readonly anchor: 'start' | 'middle' | 'end'
      readonly fill: string
      /** Headings of the page, for who hears it read. */
      readonly heading: 1 | 2 | null
    }
  | {
      readonly kind: 'bar'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly fill: string
    }
  | {
      readonly kind: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly stroke: string
    }

export interface Look {
  readonly size?: number
  readonly bold?: true
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly fill?: string
  readonly heading?: 1 | 2
}

/** One line of words. */
export function words(x: number, y: number, text: string, look: Look = {}): Shape {
  const { size = 3.6, bold = false, anchor = 'start', fill = INK, heading = null } = look
  return { kind: 'words', x, y, text, size, bold, anchor, fill, heading }
}

export const bar = (x: number, y: number, width: number, height: number, fill: string): Shape => ({
  kind: 'bar',
  x,
  y,
  width: Math.max(0, width),
  height: Math.max(0, height),
  fill,
})

export const line = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string = FAINT,
): Shape => ({ kind: 'line', x1, y1, x2, y2, stroke })

/** Words cut to a width, counted in signs of Chinese. */
export function cut(said: string, signs: number): string {
  if (textWidth(said) <= signs * 2) return said
  let kept = ''
  for (const sign of said) {
    if (textWidth(kept + sign) > signs * 2 - 2) break
    kept += sign
  }
  return `${kept}…`
}

/** A hundredth of a millimetre is finer than any printer; more digits would only be noise. */
export const settled = (value: number): string => `${Math.round(value * 100) / 100}`

export const INK = '#1f2937'
export const SOFT = '#5b6472'
export const FAINT = '#d5dbe4'
export const WHOLE = '#1d4f91'
export const LOSS = '#b4372f'
export const GAIN = '#2f7d4f'
export const SHADE = '#e9eef6'
