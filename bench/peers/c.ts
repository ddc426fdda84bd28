/** C -O3 built for this processor at run time: a loop per rule in blocks, restrict pointers, vectorised by the compiler. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Column, Data } from '../workload/data.ts'
import { factsOf, read, type Rule } from '../workload/expr.ts'
import { FACT_NAMES } from '../workload/facts.ts'
import { OUTPUT_NAMES, sumsOf } from '../workload/checksum.ts'
import { GANZHOU_BASE, GRADES, WEIGHTS } from '../workload/outcome.ts'
import { GANZHOU, GUIYANG, RULES, TARGET } from '../workload/rules.ts'
import { outputTable } from './finish.ts'
import { type Peer, type Ready, reason } from './peer.ts'
import { ternaries } from './text.ts'

const reading = ternaries(
  (name) => `${name}[i]`,
  'MIN',
  'MAX',
  (a, b) => `DIV(${a}, ${b})`,
)

const typeOf = (c: Column): string =>
  c instanceof Uint8Array
    ? 'uint8_t'
    : c instanceof Int8Array
      ? 'int8_t'
      : c instanceof Int16Array
        ? 'int16_t'
        : 'int32_t'

/** The arithmetic type of a rule: as narrow as its facts and values allow, so that more lanes fit. */
const wide = (r: Rule): string =>
  r === TARGET ? 'int32_t' : r.id === 'g_study' ? 'int16_t' : 'int8_t'

function ruleLoop(r: Rule, k: number, types: Record<string, string>): string {
  const facts = factsOf(r.points)
  const args = [
    ...facts.map((f) => `const ${types[f]} *restrict ${f}_`),
    `${types[r.id]} *restrict out_`,
  ].join(', ')
  const local = facts.map((f) => `const ${wide(r)} ${f} = ${f}_[i];`).join(' ')
  const text = read(r.points, { ...reading, fact: (n) => n })
  return `static void rule_${k}(int n, ${args}) { for (int i = 0; i < n; i++) { ${local} out_[i] = (${wide(r)})(${text}); } }`
}

function totalLoop(name: string, list: readonly Rule[], base: number): string {
  const args = list.map((r) => `const int8_t *restrict ${r.id}`).join(', ')
  return `static void total_${name}(int n, int16_t *restrict out, ${args}) { for (int i = 0; i < n; i++) out[i] = ${base} + ${list.map((r) => `${r.id}[i]`).join(' + ')}; }`
}

/** The whole program. It reads raw columns, times its own repetitions and writes raw columns and times. */
function program(data: Data, outs: Record<string, Column>, threads: number): string {
  const all = { ...data.facts, ...outs }
  const types = Object.fromEntries(Object.entries(all).map(([n, c]) => [n, typeOf(c)]))
  const at = (name: string) =>
    `(${types[name]} *)col[${[...FACT_NAMES, ...OUTPUT_NAMES].indexOf(name)}] + a`
  const calls = RULES.map(
    (r, k) => `rule_${k}(m, ${[...factsOf(r.points), r.id].map(at).join(', ')});`,
  ).join('\n')
  const sum = (name: string, list: readonly Rule[]) =>
    `total_${name}(m, ${[name, ...list.map((r) => r.id)].map(at).join(', ')});`
  return `#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <pthread.h>
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define DIV(a, b) ((int32_t)((float)(a) / (float)(b))) /* exact: below 2^24 */
#define LIMIT 32768
enum { BLOCK = 4096, THREADS = ${threads} };
static void *col[${FACT_NAMES.length + OUTPUT_NAMES.length}];
static int32_t counts[THREADS][LIMIT], rank_at[LIMIT];
static uint8_t place_at[LIMIT];
static int units;
${RULES.map((r, k) => ruleLoop(r, k, types)).join('\n')}
${totalLoop('ganzhou', GANZHOU, GANZHOU_BASE)}
${totalLoop('guiyang', GUIYANG, 0)}
static void conclude(int n, const int16_t *restrict g, const int16_t *restrict y, const int16_t *restrict t, int32_t *restrict c, uint8_t *restrict grade) {
  for (int i = 0; i < n; i++) c[i] = ${WEIGHTS.ganzhou} * g[i] + ${WEIGHTS.guiyang} * y[i] + ${WEIGHTS.target} * t[i];
  for (int i = 0; i < n; i++) grade[i] = ${GRADES.map((g) => `(c[i] >= ${g})`).join(' + ')};
}
static void score(int from, int to, int32_t *count) {
  memset(count, 0, LIMIT * sizeof *count);
  for (int a = from; a < to; a += BLOCK) {
    int m = MIN(BLOCK, to - a);
${calls}
${sum('ganzhou', GANZHOU)} ${sum('guiyang', GUIYANG)}
conclude(m, ${['ganzhou', 'guiyang', TARGET.id, 'composite', 'grade'].map(at).join(', ')});
    const int32_t *c = ${at('composite')};
    for (int i = 0; i < m; i++) count[c[i]]++;
  }
}
static void place(int from, int to) {
  int a = 0;
  const int32_t *restrict c = ${at('composite')}; int32_t *restrict r = ${at('rank')}; uint8_t *restrict p = ${at('place')};
  for (int i = from; i < to; i++) { r[i] = rank_at[c[i]]; p[i] = place_at[c[i]]; }
}
static void tables(void) {
  int above = 0, end = units / 5;
  for (int v = LIMIT - 1; v >= 0; v--) {
    int here = 0;
    for (int k = 0; k < THREADS; k++) here += counts[k][v];
    rank_at[v] = above + 1; place_at[v] = above < end ? 1 : units - above - here < end ? 2 : 0; above += here;
  }
}
static pthread_barrier_t gate;
static int split(int k) { return (int)((long)units * k / THREADS) / 64 * 64; }
static void part(int k) {
  int from = split(k), to = k == THREADS - 1 ? units : split(k + 1);
  score(from, to, counts[k]);
  if (THREADS > 1) pthread_barrier_wait(&gate);
  if (k == 0) tables();
  if (THREADS > 1) pthread_barrier_wait(&gate);
  place(from, to);
}
static volatile int over;
static void *helper(void *arg) { for (;;) { pthread_barrier_wait(&gate); if (over) return arg; part((int)(long)arg); pthread_barrier_wait(&gate); } }
static void once(void) { if (THREADS == 1) { part(0); return; } pthread_barrier_wait(&gate); part(0); pthread_barrier_wait(&gate); }
static const int sizes[] = {${[...FACT_NAMES, ...OUTPUT_NAMES].map((n) => all[n]!.BYTES_PER_ELEMENT).join(', ')}};
int main(int argc, char **argv) {
  units = atoi(argv[1]);
  int total = sizeof sizes / sizeof *sizes;
  FILE *in = fopen(argv[2], "rb");
  for (int k = 0; k < total; k++) {
    char *p = aligned_alloc(4096, ((size_t)units * sizes[k] + 2 * 4096 + 64 * 64) / 4096 * 4096);
    memset(p, 0, (size_t)units * sizes[k] + 4096);
    col[k] = p + k % 61 * 64;
    if (k < ${FACT_NAMES.length} && fread(col[k], sizes[k], units, in) != (size_t)units) return 2;
  }
  pthread_barrier_init(&gate, 0, THREADS);
  pthread_t others[THREADS];
  for (int k = 1; k < THREADS; k++) pthread_create(&others[k], 0, helper, (void *)(long)k);
  printf("ready\\n"); fflush(stdout);
  char line[16];
  while (fgets(line, sizeof line, stdin)) {
    if (line[0] == 'q') break;
    if (line[0] == 'w') {
      FILE *out = fopen(argv[3], "wb");
      for (int k = ${FACT_NAMES.length}; k < total; k++) fwrite(col[k], sizes[k], units, out);
      fclose(out); printf("written\\n"); fflush(stdout); continue;
    }
    struct timespec a, b;
    clock_gettime(CLOCK_MONOTONIC, &a); once(); clock_gettime(CLOCK_MONOTONIC, &b);
    printf("%.3f\\n", (b.tv_sec - a.tv_sec) * 1e6 + (b.tv_nsec - a.tv_nsec) / 1e3); fflush(stdout);
  }
  over = 1;
  if (THREADS > 1) pthread_barrier_wait(&gate);
  return 0;
}
`
}

/** Starts the built program and speaks with it by lines. */
async function start(dir: string, units: number) {
  const child = spawn(join(dir, 'score'), [String(units), join(dir, 'in'), join(dir, 'out')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => (await lines.next()).value as string
  await next()
  return {
    ask: (word: string) => (child.stdin.write(`${word}\n`), next()),
    stop: () => child.stdin.write('q\n'),
  }
}

function build(dir: string, data: Data, outs: Record<string, Column>, threads: number): void {
  writeFileSync(join(dir, 'score.c'), program(data, outs, threads))
  const flags = ['-O3', '-march=native', '-pthread', '-w', '-o', 'score', 'score.c']
  execFileSync('gcc', flags, { cwd: dir, stdio: ['ignore', 'ignore', 'pipe'] })
  const raw = FACT_NAMES.map(
    (n) =>
      new Uint8Array(data.facts[n]!.buffer, data.facts[n]!.byteOffset, data.facts[n]!.byteLength),
  )
  writeFileSync(join(dir, 'in'), Buffer.concat(raw))
}

/** The outputs as the program wrote them. */
function readBack(
  dir: string,
  outs: Record<string, Column>,
  units: number,
): Record<string, Column> {
  const bytes = readFileSync(join(dir, 'out'))
  let at = 0
  return Object.fromEntries(
    OUTPUT_NAMES.map((n) => {
      const size = outs[n]!.byteLength
      const own = bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + size)
      at += size
      return [
        n,
        new (outs[n]!.constructor as new (b: ArrayBufferLike, o: number, n: number) => Column)(
          own,
          0,
          units,
        ),
      ]
    }),
  )
}

async function prepare(data: Data, threads: number): Promise<Ready | { skip: string }> {
  const dir = mkdtempSync(join(tmpdir(), 'kaohe-bench-c-'))
  const outs = outputTable(data.units)
  try {
    build(dir, data, outs, threads)
  } catch (e) {
    rmSync(dir, { recursive: true })
    return { skip: `no C compiler here, or it refused: ${reason(e)}` }
  }
  const program = await start(dir, data.units)
  return {
    run: async () => Number(await program.ask('r')) / 1000,
    async sums() {
      await program.ask('w')
      return sumsOf(readBack(dir, outs, data.units), data.units)
    },
    close() {
      program.stop()
      rmSync(dir, { recursive: true })
    },
  }
}

/** The same program with another number of threads. */
export const c = (threads: number): Peer => ({
  name: threads === 1 ? 'c' : `c${threads}`,
  label: `C, gcc -O3 -march=native${threads > 1 ? `, ${threads} threads` : ''}`,
  threads,
  maxUnits: 1_000_000,
  prepare: (data) => prepare(data, threads),
})

export default c(1)
