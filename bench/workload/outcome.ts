/** What follows from the points: two totals, a composite, a grade, a rank, the two ends. All in hundredths of a point. */

/** Ganzhou starts from 100 points; Guiyang's base and bonus are both kept whole. */
export const GANZHOU_BASE = 100

/** Composite in hundredths: half of Ganzhou, two fifths of Guiyang, and the target's ten points as they are. */
export const WEIGHTS = { ganzhou: 50, guiyang: 40, target: 1 } as const

/** Composite (hundredths) from which a grade holds, best last; grade 0 is below all of them. */
export const GRADES: readonly number[] = [12000, 15000, 17000]

/** Both ends are a fifth, rounded down; ties at the line are inside. */
export const endSize = (units: number): number => Math.floor(units / 5)

/** Columns beside the 35 of points, in the order in which they are summed up. `place`: 1 in the top end, 2 in the bottom end, 0 between. */
export const RESULTS = ['ganzhou', 'guiyang', 'composite', 'grade', 'rank', 'place'] as const
