/**
 * Every kind of message, by its stable code: what is wrong, said of `{found}`.
 * What was expected and the nearest right word are added by `tell`.
 */
export const CATALOGUE = {
  'empty-file': { zh: '文件是空的', en: 'the file is empty' },
  'binary-file': {
    zh: '这不是文本文件，第一个异常字节是 {found}',
    en: 'this is not a text file: {found}',
  },
  'bad-encoding': {
    zh: '文字没有按 UTF-8 保存，有读不出的字符',
    en: 'the text is not saved as UTF-8',
  },
  'too-large': { zh: '文件太大：{found}', en: 'the file is too large: {found}' },
  'too-deep': { zh: '嵌套太深：{found}', en: 'nested too deeply: {found}' },
  'byte-order-mark': {
    zh: '文件开头有字节顺序标记（BOM），可以另存为不带 BOM 的 UTF-8',
    en: 'the file starts with a byte order mark',
  },
  'several-documents': {
    zh: '一个文件里只能有一份内容，这里又用“---”开始了第二份',
    en: 'only one document may stand in a file',
  },
  'yaml-syntax': { zh: '这里的写法读不懂：{found}', en: 'this cannot be read: {found}' },
  'yaml-anchor': {
    zh: '不能用锚点“{found}”，请把内容直接写出来',
    en: 'anchors such as “{found}” are not allowed',
  },
  'yaml-alias': {
    zh: '不能用别名“{found}”，请把内容直接写出来',
    en: 'aliases such as “{found}” are not allowed',
  },
  'yaml-tag': { zh: '不能用类型标签“{found}”', en: 'tags such as “{found}” are not allowed' },
  'bad-key': {
    zh: '关键词必须是一个词，这里是{found}',
    en: 'a keyword must be one word, found {found}',
  },
  'tab-indent': {
    zh: '缩进里有制表符（Tab），请改用空格',
    en: 'a tab in the indentation; use spaces',
  },
  'special-space': {
    zh: '这里有{found}，请改用普通空格',
    en: '{found} where an ordinary space belongs',
  },
  'fullwidth-colon': {
    zh: '“{found}”后面是全角冒号“：”，请改成半角冒号加空格“: ”',
    en: 'full-width colon after “{found}”; write “: ”',
  },
  'missing-space': { zh: '“{found}:”后面要有一个空格', en: 'a space is needed after “{found}:”' },
  'unquoted-value': {
    zh: '“{found}”开头的符号在文件里另有用处，两边要加半角引号',
    en: '“{found}” starts with a sign that means something else; quote it',
  },
  'unquoted-comma': {
    zh: '“{found}”写在 { } 或 [ ] 里，其中的逗号会把它切断，两边要加半角引号',
    en: '“{found}” stands inside { } or [ ], where its comma cuts it; quote it',
  },
  'fullwidth-quote': {
    zh: '{found} 两边是中文引号，这里请用半角引号或不用引号',
    en: '{found} stands in Chinese quotation marks',
  },
  'fullwidth-comma': {
    zh: '“{found}”里的逗号是全角的，项与项之间要用半角逗号加空格',
    en: 'full-width comma in “{found}”',
  },
  'fullwidth-bracket': {
    zh: '“{found}”用了全角括号，列表请用半角的 [ ]',
    en: 'full-width brackets in “{found}”',
  },
  'look-alike': { zh: '“{found}”里有{detail}', en: '“{found}” contains {detail}' },
  'unknown-key': { zh: '不认识的词“{found}”', en: 'unknown keyword “{found}”' },
  'misplaced-key': {
    zh: '“{found}”写错了地方：{expected}',
    en: '“{found}” is in the wrong place: {expected}',
  },
  'duplicate-key': {
    zh: '“{found}”写了两次，第一次在第 {detail} 行',
    en: '“{found}” is written twice, first on line {detail}',
  },
  'missing-key': { zh: '{found}缺少必须写的“{expected}”', en: '{found} lacks “{expected}”' },
  'duplicate-id': {
    zh: '编号“{found}”用了两次，第一次在第 {detail} 行',
    en: 'id “{found}” is used twice, first on line {detail}',
  },
  'shared-id': {
    zh: '编号“{found}”既是{detail}又是{expected}，算式里分不清',
    en: 'id “{found}” is both {detail} and {expected}',
  },
  'bad-id': { zh: '“{found}”不能作编号', en: '“{found}” cannot be an id' },
  'empty-value': { zh: '“{found}”后面没有内容', en: 'nothing is written after “{found}”' },
  'wrong-type': { zh: '这里写的是{found}', en: 'found {found}' },
  'unknown-word': { zh: '“{found}”不是可选的词', en: '“{found}” is not one of the words' },
  'unknown-reference': {
    zh: '没有编号为“{found}”的{detail}',
    en: 'there is no {detail} with id “{found}”',
  },
  'wrong-reference': {
    zh: '“{found}”是{detail}的编号，放错了地方',
    en: '“{found}” is the id of a {detail}',
  },
  cycle: { zh: '{found}绕成了圈：{detail}', en: '{found} runs in a circle: {detail}' },
  'bad-number': { zh: '“{found}”不是数', en: '“{found}” is not a number' },
  'bad-date': { zh: '“{found}”不是日期', en: '“{found}” is not a date' },
  'no-such-day': { zh: '没有“{found}”这一天', en: 'there is no such day as “{found}”' },
  'reversed-window': {
    zh: '止“{found}”早于起“{detail}”，起止写反了',
    en: 'the last day “{found}” is before the first “{detail}”',
  },
  'bad-range': { zh: '“{found}”不是范围', en: '“{found}” is not a range' },
  'empty-range': { zh: '范围“{found}”里一个数也没有', en: 'the range “{found}” holds no number' },
  'missing-unit': { zh: '“{found}”没有写单位', en: '“{found}” has no unit' },
  'unit-mismatch': { zh: '单位不合：{found}', en: 'units do not agree: {found}' },
  'percent-or-point': {
    zh: '百分比和百分点不能混用：{found}',
    en: 'percent and percentage points are mixed: {found}',
  },
  'bad-token': { zh: '算式里读不懂“{found}”', en: 'cannot read “{found}” in the expression' },
  'unfinished-expression': { zh: '算式没有写完', en: 'the expression is not finished' },
  'unclosed-parenthesis': { zh: '括号没有配对', en: 'a parenthesis is not closed' },
  'unknown-name': {
    zh: '算式里的“{found}”没有定义',
    en: '“{found}” in the expression is not declared',
  },
  'unknown-function': { zh: '没有“{found}”这个算法', en: 'there is no function “{found}”' },
  'wrong-arguments': { zh: '“{found}”的写法不对', en: '“{found}” is written wrongly' },
  'not-a-condition': {
    zh: '这里要一个条件，写的却是{found}',
    en: 'a condition is needed here, found {found}',
  },
  'not-a-number': {
    zh: '这里要一个数，写的却是{found}',
    en: 'a number is needed here, found {found}',
  },
  'no-kind': { zh: '规则里没有写计分方式', en: 'the rule names no kind' },
  'several-kinds': {
    zh: '一条规则只能有一种计分方式，这里有{found}',
    en: 'a rule has one kind only, found {found}',
  },
  'rule-mistake': { zh: '{found}；{expected}', en: '{found}; {expected}' },
  'bad-position': {
    zh: '位置“{found}”在方案里找不到',
    en: 'there is nothing at “{found}” in the scheme',
  },
  'edit-changes-nothing': {
    zh: '位置“{found}”上的修改没有改变任何内容',
    en: 'the edit at “{found}” changes nothing',
  },
  'edit-without-act': {
    zh: '位置“{found}”上没有写清怎样改',
    en: 'the edit at “{found}” does not say what to do',
  },
  'conflicting-edits': {
    zh: '位置“{found}”被两处改成不同的内容：{detail}',
    en: '“{found}” is changed twice: {detail}',
  },
  'no-such-option': {
    zh: '口径“{detail}”没有选项“{found}”',
    en: 'reading “{detail}” has no option “{found}”',
  },
  'no-such-reading': { zh: '没有编号为“{found}”的口径', en: 'there is no reading “{found}”' },
  'wrong-scheme': { zh: '这份文件说的是方案“{found}”', en: 'this file is about scheme “{found}”' },
  'base-missing': {
    zh: '没有找到沿用的方案“{found}”，请检查“沿用”里写的路径',
    en: 'the scheme “{found}” that is derived from was not found; check the path in 沿用',
  },
  'base-version': { zh: '沿用的方案版本是“{found}”', en: 'the version derived from is “{found}”' },
  'derivation-cycle': {
    zh: '方案互相沿用，绕成了圈：{found}',
    en: 'schemes derive from one another: {found}',
  },
  'file-missing': { zh: '没有找到文件“{found}”', en: 'file “{found}” was not found' },
  internal: { zh: '读这里时出了意外：{found}', en: 'unexpected failure: {found}' },
} as const

export type Code = keyof typeof CATALOGUE
