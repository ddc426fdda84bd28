export function lintReference(): string {
  return ''
}
