/** A file by name and text; the caller reads it. */
export interface FileText {
  readonly path: string
  readonly text: string
}

/** The path of a file named from beside another, with `..` and `.` taken out. */
export function beside(path: string, other: string): string {
  const segments = [...path.split('/').slice(0, -1), ...other.split('/')]
  const kept: string[] = []
  for (const segment of segments) {
    if (segment === '.' || segment === '') continue
    if (segment === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop()
    else kept.push(segment)
  }
  return (path.startsWith('/') ? '/' : '') + kept.join('/')
}

/** The scheme file meant: the one named, else the first `scheme.yaml`, else the first file. */
export function mainOf(files: readonly FileText[], named: string | undefined): string {
  return (
    named ??
    files.find((file) => /(?:^|\/)scheme\.ya?ml$/.test(file.path))?.path ??
    files[0]?.path ??
    'scheme.yaml'
  )
}
