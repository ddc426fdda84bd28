import type { Cycle, Proposal, Scheme, SchemePages, SchemeReading } from '@kaohe/contract'
import { evaluatorTable, schemePages } from '@kaohe/domain'
import type { Reading } from '@kaohe/scheme'
import type { SchemeRow, StoredCycle, StoredProposal } from '@kaohe/storage'
import { type Look, shownFinding } from './look.ts'

export function shownCycle(cycle: StoredCycle): Cycle {
  const { id, org, title, starts_on: startsOn, ends_on: endsOn, state } = cycle
  return { id, org, title, startsOn, endsOn, state }
}

export function shownScheme(scheme: SchemeRow, person: string): Scheme {
  const { id, org, org_name: orgName, title, state, version, corrects, derives, reason } = scheme
  return {
    id,
    org,
    orgName,
    title,
    state,
    version,
    corrects,
    derives,
    reason,
    proposedAt: scheme.proposed_at,
    proposedByMe: scheme.proposed_by === person,
    publishedAt: scheme.published_at,
  }
}

function shownReading(reading: Reading, chosen: Readonly<Record<string, string>>): SchemeReading {
  const { id, clause, kind, question, options, decision } = reading
  return {
    id,
    clause: clause ?? null,
    repair: kind === 'repair',
    question,
    options: options.map((one) => ({
      id: one.id,
      note: one.note,
      adopted: chosen[id] === one.id,
    })),
    decision: decision ? { who: decision.who, on: decision.date, reason: decision.reason } : null,
  }
}

/** A scheme as readable pages, or null when it cannot be read yet. */
export function shownPages({ scheme, program, found, burden, read }: Look): SchemePages | null {
  if (scheme === undefined || program === undefined || burden === null) return null
  const pages = schemePages(scheme, program, found)
  const { issue, period } = scheme
  const issued = [issue.body, issue.number, issue.signed].filter((one) => one !== undefined)
  return {
    name: scheme.name,
    summary: scheme.summary ?? null,
    issued: issued.join('，'),
    period: period === undefined ? null : `${period.from} 至 ${period.to}`,
    assessees: scheme.assessees.map(({ name }) => name),
    least: pages.least,
    most: pages.most,
    categories: pages.categories.map((category) => ({
      ...category,
      items: category.items.map((item) => ({
        ...item,
        requirements: [...item.requirements],
        evidence: [...item.evidence],
        leads: [...item.leads],
        assessees: [...item.assessees],
        findings: item.findings.map(shownFinding),
      })),
    })),
    findings: pages.findings.map(shownFinding),
    burden,
    evaluators: evaluatorTable(scheme).map((one) => ({
      ...one,
      evaluators: [...one.evaluators],
    })),
    readings: read.readings.map((one) => shownReading(one, read.chosen)),
  }
}

const SUBJECTS = { item: '指标', survey: '调查问题' } as const

// The name that stands in the text, as long as it is being written the identifier.
function titleOf({ kind, subject, text }: StoredProposal): string {
  const name = /(?:^|[{,]\s*|\n)名称: *([^,}\n]+)/.exec(text)?.[1]?.trim()
  return name ?? subject ?? `新的${SUBJECTS[kind]}`
}

export function shownProposal(proposal: StoredProposal): Proposal {
  const { id, scheme, kind, subject, text, state, because, version } = proposal
  return {
    id,
    scheme,
    department: proposal.department_name,
    kind,
    subject,
    title: titleOf(proposal),
    text,
    state,
    because,
    changedAt: proposal.changed_at,
    version,
  }
}
