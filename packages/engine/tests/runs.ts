/** How often a property is tried: 500 in `npm test`, more when KAOHE_RUNS says so. */
export const RUNS = Number(process.env.KAOHE_RUNS ?? 500)
