import { template as makeTemplate } from '@kaohe/documents'
import { type Command, Refusal } from '../command.ts'
import { loadFacts } from '../load-facts.ts'
import { SCHEME_OPTIONS, loadScheme } from '../load-scheme.ts'
import { pretty } from '../output.ts'

/** A workbook to fill in, made from the scheme. */
export const template: Command = {
  name: 'template',
  about: { zh: '生成填报工作簿：下拉、批注（条款和规则）、保护表头', en: 'a workbook to fill in' },
  usage: { zh: '<方案文件或文件夹>', en: '<scheme file or folder>' },
  positionals: [1, 1],
  options: {
    units: {
      type: 'string',
      multiple: true,
      value: { zh: '数据', en: 'facts' },
      about: { zh: '单位名单取自这份数据', en: 'take the list of units from these facts' },
    },
    out: {
      type: 'string',
      value: { zh: '文件.xlsx', en: 'file.xlsx' },
      about: {
        zh: '写到哪里，默认是方案编号.xlsx',
        en: 'where to write it; <scheme id>.xlsx by default',
      },
    },
    force: {
      type: 'boolean',
      about: { zh: '覆盖已有的同名文件', en: 'overwrite a file of that name' },
    },
    format: {
      type: 'string',
      value: { zh: 'xlsx|json', en: 'xlsx|json' },
      about: {
        zh: 'json：另外用 JSON 说写出了什么',
        en: 'json: also say as JSON what was written',
      },
    },
    ...SCHEME_OPTIONS,
  },
  async run(given, session) {
    const { scheme } = await loadScheme(given.positionals[0] ?? '', given, session)
    const from = given.texts('units')
    const units =
      from.length === 0 ? undefined : (await loadFacts(from, scheme, session, true)).units
    const out = given.text('out') ?? `${scheme.id}.xlsx`
    if (!out.endsWith('.xlsx'))
      throw new Refusal(
        session.say({
          zh: `工作簿要写成 .xlsx，收到“${out}”。`,
          en: `A workbook ends in .xlsx; got “${out}”.`,
        }),
        2,
      )
    // It may be one that somebody has filled in already.
    if ((await session.exists(out)) && !given.flag('force'))
      throw new Refusal(
        session.say({
          zh: `已经有 ${out}，可能有人填过，没有覆盖。请换一个文件名，或加 --force。`,
          en: `${out} is there already and may be filled in; it was left alone. Choose another name or add --force.`,
        }),
      )
    const format = given.text('format') ?? 'xlsx'
    if (format !== 'xlsx' && format !== 'json')
      throw new Refusal(
        session.say({
          zh: `没有“${format}”这种形式，可选 xlsx、json。`,
          en: `There is no format “${format}”; it is xlsx or json.`,
        }),
        2,
      )
    const book = await makeTemplate(scheme, units === undefined ? {} : { units })
    await session.breathe()
    await session.write(out, book)
    if (format === 'json') {
      session.print(pretty({ wrote: out, scheme: scheme.id, units: units?.length ?? 0 }))
      return 0
    }
    session.note(
      session.say({
        zh: `已写出 ${out}，填好后用 kaohe score 算分。`,
        en: `Wrote ${out}; fill it in and run kaohe score.`,
      }),
    )
    return 0
  },
}
