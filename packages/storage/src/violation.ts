const FOREIGN_KEY = '23503'

/** Did the database refuse because what a foreign key names is not there? */
export function violates(error: unknown, constraint: string): boolean {
  const { code, constraint: named } = error as { code?: unknown; constraint?: unknown }
  return code === FOREIGN_KEY && named === constraint
}
