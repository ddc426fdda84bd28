/** All peers, in the order of the table. A peer loads its library only when it is prepared. */
import type { Peer } from './peer.ts'
import c1, { c } from './c.ts'
import cel from './cel.ts'
import duckdbHistogram, { duckdb } from './duckdb.ts'
import hyperformula from './hyperformula.ts'
import jsonRules from './json-rules.ts'
import jsonlogic from './jsonlogic.ts'
import kernel from './kernel.ts'
import loop from './loop.ts'
import mathjs from './mathjs.ts'
import objects from './objects.ts'
import { OURS } from '../ours.ts'
import polars from './polars.ts'
import postgres from './postgres.ts'
import publicodes from './publicodes.ts'
import zen from './zen.ts'

export const PEERS: readonly Peer[] = [
  ...OURS,
  c1,
  c(2),
  kernel,
  polars,
  loop,
  duckdbHistogram,
  duckdb('window'),
  objects,
  postgres,
  jsonlogic,
  cel,
  mathjs,
  zen,
  jsonRules,
  hyperformula,
  publicodes,
]

export function peerNamed(name: string): Peer {
  const peer = PEERS.find((p) => p.name === name)
  if (!peer) throw new Error(`no peer ${name}; there are ${PEERS.map((p) => p.name).join(', ')}`)
  return peer
}
