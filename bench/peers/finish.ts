/**
 * For engines that take one unit at a time and know no ranking: totals, grade, rank and ends are
 * done for them here in the cheapest way known, so that none is blamed for what it does not claim to do.
 */
import { type Column, Columns, type Data } from '../workload/data.ts'
import { endSize, GANZHOU_BASE, GRADES, WEIGHTS } from '../workload/outcome.ts'
import { GANZHOU, GUIYANG, RULES, TARGET } from '../workload/rules.ts'
import { sumsOf } from '../workload/checksum.ts'
import type { Ready } from './peer.ts'

export type Table = Record<string, Column>
/** Composites lie under this (hundredths). */
const LIMIT = 1 << 16

/** Empty output columns. */
export function outputTable(units: number, shared = true): Table {
  const c = new Columns(shared)
  const t: Table = {}
  for (const r of RULES) t[r.id] = r === TARGET ? c.i16(units) : c.i8(units)
  t.ganzhou = c.i16(units)
  t.guiyang = c.i16(units)
  t.composite = c.i32(units)
  t.grade = c.u8(units)
  t.rank = c.i32(units)
  t.place = c.u8(units)
  return t
}

/** Totals, composite and grade of unit i from its points. */
export function conclude(t: Table, i: number): void {
  let g = GANZHOU_BASE,
    y = 0
  for (const r of GANZHOU) g += t[r.id]![i]!
  for (const r of GUIYANG) y += t[r.id]![i]!
  const c = WEIGHTS.ganzhou * g + WEIGHTS.guiyang * y + WEIGHTS.target * t[TARGET.id]![i]!
  t.ganzhou![i] = g
  t.guiyang![i] = y
  t.composite![i] = c
  let grade = 0
  for (const at of GRADES) if (c >= at) grade++
  t.grade![i] = grade
}

/** Rank and ends by counting how often each composite occurs. */
export function rankByCounting(t: Table, n: number): void {
  const composite = t.composite!,
    rank = t.rank!,
    place = t.place!
  const above = new Int32Array(LIMIT + 1)
  for (let i = 0; i < n; i++) above[composite[i]!]!++
  for (let v = LIMIT - 1; v >= 0; v--) above[v] = above[v]! + above[v + 1]!
  const end = endSize(n)
  for (let i = 0; i < n; i++) {
    const c = composite[i]!
    const before = above[c + 1]!
    rank[i] = before + 1
    place[i] = before < end ? 1 : n - above[c]! < end ? 2 : 0
  }
}

/** A peer that gives the 35 points of one unit at a time. */
export function perUnit(
  data: Data,
  points: (i: number, t: Table) => void | Promise<void>,
  close?: () => void,
): Ready {
  const t = outputTable(data.units)
  const end = () => {
    for (let i = 0; i < data.units; i++) conclude(t, i)
    rankByCounting(t, data.units)
  }
  const run = () => {
    for (let i = 0; i < data.units; i++) {
      const wait = points(i, t)
      if (wait) return rest(wait, i + 1)
    }
    end()
    return undefined
  }
  const rest = async (wait: Promise<void>, from: number) => {
    await wait
    for (let i = from; i < data.units; i++) await points(i, t)
    end()
  }
  return { run, sums: () => sumsOf(t, data.units), ...(close ? { close } : {}) }
}
