/**
 * A registry mirror need not carry the binaries of every platform. npm then leaves the absent ones out
 * of the lockfile, and `npm ci` refuses the lockfile it wrote itself. Naming them, with the platform
 * that their name states, makes the lockfile complete everywhere: npm skips what is not for this machine.
 */
export interface LockEntry {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}
export type LockPackages = Record<string, LockEntry>

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const PROCESSORS = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64']

export function platformOf(name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[-/]/)
  const os = SYSTEMS.filter((system) => words.includes(system))
  const cpu = PROCESSORS.filter((processor) => words.includes(processor))
  if (os.length !== 1 || cpu.length !== 1) {
    throw new Error(`${name} is not in the registry, and its name states no platform`)
  }
  const musl = words.some((word) => word.startsWith('musl'))
  return musl ? { os, cpu, libc: ['musl'] } : { os, cpu }
}

/** The places where Node would look for a dependency of the package at `path`, nearest first. */
function placesFor(path: string, name: string): string[] {
  const places = [`${path}/node_modules/${name}`]
  for (let end = path.lastIndexOf('node_modules/'); end >= 0; ) {
    places.push(`${path.slice(0, end)}node_modules/${name}`)
    end = end === 0 ? -1 : path.lastIndexOf('node_modules/', end - 1)
  }
  return places
}

function placeToAdd(packages: LockPackages, path: string, name: string, version: string) {
  const places = placesFor(path, name)
  const present = places.find((place) => packages[place] !== undefined)
  if (present === undefined) return places.at(-1)
  return packages[present]?.version === version ? undefined : places[0]
}

const isExact = (range: string): boolean => /^\d+\.\d+\.\d+[\w.+-]*$/.test(range)

function complete(packages: LockPackages, path: string, owner: LockEntry): string[] {
  const added: string[] = []
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    if (path === '' || !isExact(version)) continue
    const place = placeToAdd(packages, path, name, version)
    if (place === undefined) continue
    packages[place] = {
      version,
      ...platformOf(name),
      ...(owner.dev ? { dev: true } : {}),
      optional: true,
    }
    added.push(place)
  }
  return added
}

/** Adds the absent platform packages to `packages` in place, and returns where. */
export function completeLock(packages: LockPackages): string[] {
  return Object.entries(packages).flatMap(([path, owner]) => complete(packages, path, owner))
}
