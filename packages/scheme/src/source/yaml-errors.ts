import type { YAMLParseError } from 'yaml'
import type { Phrase, Problem } from '../diagnostic/diagnostic.ts'
import type { Origin } from './origin.ts'

/** What the YAML reader's error codes mean for someone who writes a scheme. */
const TOLD: Readonly<Record<string, Phrase>> = {
  ALIAS_PROPS: { zh: '别名后面不能再有内容', en: 'an alias takes no properties' },
  BAD_ALIAS: { zh: '星号“*”开头的内容要加引号', en: 'quote a value that starts with *' },
  BAD_DIRECTIVE: { zh: '行首的“%”要加引号', en: 'quote a value that starts with %' },
  BAD_DQ_ESCAPE: { zh: '双引号里的反斜杠“\\”写法不对', en: 'bad escape in double quotes' },
  BAD_INDENT: {
    zh: '缩进或括号不对：同一层要左边对齐，方括号、花括号要成对',
    en: 'wrong indentation or unpaired brackets',
  },
  BAD_PROP_ORDER: { zh: '标记的次序不对', en: 'wrong order of properties' },
  BAD_SCALAR_START: {
    zh: '以 % @ ` 开头的内容要加引号',
    en: 'quote a value that starts with %, @ or `',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    zh: '一行里有两个“: ”，或上一行已有内容又缩进写下去；含“: ”的内容要加引号',
    en: 'a second “: ” on one line; quote the value',
  },
  BLOCK_IN_FLOW: { zh: '方括号、花括号里不能另起一段', en: 'a block inside flow brackets' },
  COMMENT_SPACE: { zh: '注释符号“#”前面要有空格', en: 'a space is needed before #' },
  DUPLICATE_KEY: { zh: '同一个词写了两次', en: 'duplicate key' },
  IMPOSSIBLE: { zh: '写法不完整', en: 'incomplete' },
  KEY_OVER_1024_CHARS: { zh: '关键词太长，可能漏了冒号', en: 'the key is too long' },
  MISSING_CHAR: {
    zh: '少了一个符号：引号、括号或冒号没有写全',
    en: 'a quote, bracket or colon is missing',
  },
  MULTILINE_IMPLICIT_KEY: {
    zh: '这一行缺少“: ”，或缩进不对',
    en: 'this line lacks “: ” or is indented wrongly',
  },
  MULTIPLE_ANCHORS: { zh: '不能用锚点', en: 'anchors are not allowed' },
  MULTIPLE_DOCS: { zh: '只能有一份内容', en: 'only one document' },
  MULTIPLE_TAGS: { zh: '不能用标签', en: 'tags are not allowed' },
  NON_STRING_KEY: { zh: '关键词必须是一个词', en: 'a keyword must be a word' },
  RESOURCE_EXHAUSTION: { zh: '嵌套太深', en: 'nested too deeply' },
  TAB_AS_INDENT: { zh: '缩进里有制表符（Tab）', en: 'tab in the indentation' },
  TAG_RESOLVE_FAILED: { zh: '不能用类型标签', en: 'tags are not allowed' },
  UNEXPECTED_TOKEN: {
    zh: '多出了内容，或缺少换行、引号；以 > | - 开头的内容要加引号',
    en: 'unexpected text; quote values that start with >, | or -',
  },
}

/** One YAML error as a problem at its place in the file. */
export function yamlProblem(
  error: YAMLParseError,
  origin: Origin,
  back: (offset: number) => number,
): Problem {
  const [start, end] = error.pos
  const told = TOLD[error.code] ?? { zh: error.code, en: error.message }
  const at = { origin, start: back(start), end: back(end) }
  const written = origin.text.slice(at.start, at.end).split('\n')[0]?.trim() ?? ''
  const shown =
    written === ''
      ? told
      : {
          zh: `${told.zh}（“${written.slice(0, 24)}”处）`,
          en: `${told.en} at “${written.slice(0, 24)}”`,
        }
  return { code: 'yaml-syntax', at, found: shown }
}
