import { checks } from './checks/index.ts'
import type { Check, Finding, Found, LintOptions, Program, Scheme, Where } from './finding.ts'
import { locate } from './path.ts'
import { siteOf } from './site.ts'

function told(check: Check, found: Found, where: Where, lang: 'zh' | 'en'): Finding {
  const { path, clause, message, counterexample } = found
  return {
    check: check.slug,
    severity: found.severity ?? check.severity,
    path,
    ...(clause === undefined ? {} : { clause }),
    title: check.title[lang],
    message: message[lang],
    ...(counterexample === undefined ? {} : { counterexample: counterexample[lang] }),
    settle: (found.settle ?? check.settle)[lang],
    ...locate(where, path),
  }
}

const ORDER = { error: 0, warning: 1, note: 2 } as const

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) => ORDER[a.severity] - ORDER[b.severity] || (a.line ?? 0) - (b.line ?? 0),
  )
}

/**
 * Everything in a scheme that somebody has to settle. Nothing switches a finding off: it goes when a
 * reading or a change settles what it says.
 * @param program the same scheme compiled, without data
 * @param where the place of a path in the file, from reading
 * @example
 * lint(scheme, compile(scheme), where).filter(({ severity }) => severity === 'error')
 */
export function lint(
  scheme: Scheme,
  program: Program,
  where: Where = () => undefined,
  { lang = 'zh' }: LintOptions = {},
): readonly Finding[] {
  const site = siteOf(scheme, program)
  return inOrder(
    checks.flatMap((check) =>
      [...check.find(site)].map((found) => told(check, found, where, lang)),
    ),
  )
}
