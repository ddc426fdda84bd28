import type { BinaryOp, FoldWord } from '@kaohe/engine'

/** Functions over events or over the values of a fact, by their Chinese word. */
export const FOLDS: Readonly<Record<string, FoldWord>> = {
  次数: 'count',
  合计: 'sum',
  平均: 'mean',
  最高: 'max',
  最低: 'min',
  中位: 'median',
  占比: 'share',
  个数: 'count',
  全部: 'all',
  连续: 'run',
  上年: 'previous',
}

/** Functions of plain expressions, with how many arguments they take. */
export const FUNCTIONS: Readonly<Record<string, readonly [number, number]>> = {
  如果: [3, 3],
  最小: [1, 50],
  最大: [1, 50],
  绝对值: [1, 1],
  期限: [1, 1],
  工作日: [2, 2],
}

/** Words that stand by themselves for what has been worked out. */
export const RESULTS: Readonly<Record<string, 'total' | 'ratio'>> = {
  总分: 'total',
  得分率: 'ratio',
}

export const FUNCTION_WORDS: readonly string[] = [...Object.keys(FUNCTIONS), ...Object.keys(FOLDS)]

/** Every way of writing an operator that cannot be taken for another. */
export const OPERATORS: Readonly<Record<string, BinaryOp>> = {
  '+': 'add',
  '＋': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '×': 'multiply',
  '/': 'divide',
  '÷': 'divide',
  且: 'and',
  并且: 'and',
  或: 'or',
  或者: 'or',
  '<': 'less',
  '＜': 'less',
  '<=': 'atMost',
  '≤': 'atMost',
  '>': 'more',
  '＞': 'more',
  '>=': 'atLeast',
  '≥': 'atLeast',
  '=': 'equals',
  '＝': 'equals',
  '==': 'equals',
  '≠': 'differs',
  '!=': 'differs',
}

/** How an operator is printed. */
export const SIGNS: Readonly<Record<BinaryOp, string>> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  and: '且',
  or: '或',
  less: '<',
  atMost: '<=',
  more: '>',
  atLeast: '>=',
  equals: '=',
  differs: '≠',
}

/** How tightly operators bind; comparisons do not chain. */
export const BINDING: Readonly<Record<BinaryOp, number>> = {
  or: 1,
  and: 2,
  less: 4,
  atMost: 4,
  more: 4,
  atLeast: 4,
  equals: 4,
  differs: 4,
  add: 5,
  subtract: 5,
  multiply: 6,
  divide: 6,
}

/** How tightly 非 binds: looser than a comparison, tighter than 且. */
export const NOT_BINDING = 3
