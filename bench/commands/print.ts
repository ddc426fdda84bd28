/** Aligned tables and readable figures. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, k) => Math.max(...rows.map((r) => (r[k] ?? '').length)))
  const line = (r: readonly string[]) =>
    r
      .map((c, k) => (k === 0 ? c.padEnd(widths[k]!) : c.padStart(widths[k]!)))
      .join('  ')
      .trimEnd()
  return rows.map(line).join('\n')
}

/** Three figures that matter. */
export const figure = (x: number): string =>
  x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x.toFixed(2)

export function nanoseconds(x: number): string {
  if (x < 1000) return `${figure(x)} ns`
  return x < 1e6 ? `${figure(x / 1e3)} µs` : `${figure(x / 1e6)} ms`
}
