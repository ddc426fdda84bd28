import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { familiesIn } from './font-names.ts'
import { type Role, ROLES, STAND_IN } from './roles.ts'

/** The families that a role is set in, the first first, and how heavy. */
export interface Chosen {
  readonly font: readonly string[]
  readonly weight: 400 | 700
  /** Whether the site has a font for this role. */
  readonly own: boolean
}

const FONT_FILE = /\.(ttf|otf|ttc)$/i

function filesIn(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true }).map(String)
  return all.filter((name) => FONT_FILE.test(name)).toSorted()
}

/** A font by all its names: which of them the typesetter knows it by is not ours to say. */
function siteFonts(folder: string | null): string[][] {
  if (folder === null) return []
  return filesIn(folder).map((name) => familiesIn(join(folder, name)))
}

/**
 * Which fonts each role is set in: the site's own for it, then the one that we bring along, then whatever else the
 * site has, for rare signs in names.
 * @param folder where the site keeps its fonts; null when it has none
 * @throws when the folder cannot be read
 */
export function chosenFonts(folder: string | null): Record<Role, Chosen> {
  const site = siteFonts(folder)
  const others = [...new Set(site.flat())]
  const choose = (role: Role): Chosen => {
    const { names, standInWeight } = ROLES[role]
    const wanted = names.find((name) => site.some((font) => font.includes(name)))
    const own = site.find((font) => wanted !== undefined && font.includes(wanted)) ?? []
    const font = [...new Set([...own, STAND_IN, ...others])]
    return { font, weight: own.length > 0 ? 400 : standInWeight, own: own.length > 0 }
  }
  const roles = Object.keys(ROLES) as Role[]
  return Object.fromEntries(roles.map((role) => [role, choose(role)])) as Record<Role, Chosen>
}
