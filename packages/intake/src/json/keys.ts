/** The keys of the dataset format; its JSON Schema and its reader both use them. */
export const KEYS = {
  root: ['units', 'facts', 'events', 'reported', 'pending', 'history', 'lineage', 'previous'],
  unit: ['id', 'name', 'type', 'level', 'parent', 'group', 'attributes'],
  fact: [
    'unit',
    'fact',
    'period',
    'value',
    'evaluator',
    'reason',
    'origin',
    'by',
    'at',
    'evidence',
  ],
  event: ['id', 'unit', 'event', 'date', 'attributes', 'origin', 'by', 'at', 'evidence'],
  pending: ['unit', 'event'],
  history: ['unit', 'year', 'total', 'rank', 'grade', 'met'],
  lineage: ['unit', 'from', 'since'],
} as const
