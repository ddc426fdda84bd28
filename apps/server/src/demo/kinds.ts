import { readSchemeFolder } from '@kaohe/scheme'

/**
 * What units of a scheme's demonstration are called: by the kind of assessee that they are, else by their
 * level of the tree.
 */
export function kindNames(
  text: string,
): (unit: { readonly type: string | null; readonly level?: string }) => string {
  const { scheme } = readSchemeFolder([{ path: 'scheme.yaml', text }], {})
  const types = new Map(scheme?.assessees.map(({ id, name }) => [id, name]))
  const levels = new Map(scheme?.levels?.map(({ id, name }) => [id, name]))
  return ({ type, level = '' }) => types.get(type ?? '') ?? levels.get(level) ?? '单位'
}
