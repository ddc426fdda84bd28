/**
 * The smallest step of 1 to `steps` at which something falls that holds at 0, or undefined where it does not fall at
 * the last one. Between the two ends it is halved, so what falls and stands again in between may be passed over; that
 * it falls at the step found is always so.
 *
 * @param falls whether it falls that many steps away; asked about log2 of `steps` times
 */
export function firstFall(steps: number, falls: (step: number) => boolean): number | undefined {
  if (steps < 1 || !falls(steps)) return undefined
  let [holds, gone] = [0, steps]
  while (gone - holds > 1) {
    const middle = Math.floor((holds + gone) / 2)
    if (falls(middle)) gone = middle
    else holds = middle
  }
  return gone
}
