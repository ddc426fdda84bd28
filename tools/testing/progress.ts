/**
 * A line on the terminal that says how far a long run is; nothing where no one looks on.
 * @returns what to call with how much is done
 * @example
 * const bar = progress('seeds', 10_000)
 * bar(250) // seeds 250/10000
 */
export function progress(what: string, all: number): (done: number) => void {
  const { stderr } = process
  if (!stderr.isTTY) return () => undefined
  let told = 0
  return (done) => {
    const percent = Math.floor((done * 100) / all)
    if (percent === told && done < all) return
    told = percent
    stderr.write(done < all ? `\r${what} ${done}/${all}` : '\r\u001B[2K')
  }
}
