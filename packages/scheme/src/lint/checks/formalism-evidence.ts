import { EVIDENCE, type EvidenceDeclaration, type Item, namesIn, vocabulary } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { say } from '../phrase.ts'
import { type Site, scoredItems } from '../site.ts'

/**
 * What must not be the only ground of points: 《整治形式主义为基层减负若干规定》 (2024). The project
 * has read summaries of it, not the full text (constructs.md, section 4).
 */
const FORMS = new Set(['screenshot', 'log-ins', 'reposts', 'instruction', 'press'])
const WORD = new Map(Object.entries(EVIDENCE).map(([zh, en]) => [en as string, zh]))

function evidenceOf(site: Site, item: Item): readonly EvidenceDeclaration[] {
  const names = item.rule === undefined ? undefined : namesIn(item.rule, vocabulary)
  const facts = [...(names?.facts ?? [])].flatMap((id) => site.scope.fact(id)?.evidence ?? [])
  const events = [...(names?.events ?? [])].flatMap((id) => site.scope.event(id)?.evidence ?? [])
  return [...(item.evidence ?? []), ...facts, ...events]
}

/** An item whose only evidence is a screenshot, a log-in or repost count, instructions or press. */
export const formalismEvidence: Check = {
  slug: 'formalism-evidence',
  severity: 'warning',
  title: say(
    '只凭截图、登录转发数、批示或报道计分',
    'Points on screenshots, log-ins, instructions or press alone',
  ),
  settle: say(
    '加上看实效的材料，或用口径写明“留痕说明”并留档',
    'evidence of what was done, or a reading that sets 留痕说明 on record',
  ),
  *find(site) {
    for (const item of scoredItems(site)) {
      const evidence = evidenceOf(site, item)
      if (
        item.justified !== undefined ||
        evidence.length === 0 ||
        evidence.some(({ form }) => !FORMS.has(form))
      )
        continue
      const forms = [...new Set(evidence.map(({ form }) => WORD.get(form) ?? form))].join('、')
      yield {
        path: `指标/${item.id}`,
        clause: item.clause,
        message: say(
          `“${item.name}”只凭${forms}计分，与2024年《整治形式主义为基层减负若干规定》不以此评判工作的精神不合。`,
          `“${item.name}” is scored on ${forms} alone, against the 2024 national rules on formalism (《整治形式主义为基层减负若干规定》).`,
        ),
        counterexample: say(
          `事情做得再实，没有${forms}就不得分；有了${forms}，没有实效也得分`,
          `work without it earns nothing, and it without work earns points`,
        ),
      }
    }
  },
}
