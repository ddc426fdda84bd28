import { type Checkpoint, checkLog, type LogFault, readNote } from '@kaohe/checker'
import { type Command, Refusal, type Words } from '../command.ts'
import { checkOutput, emit, OUT_OPTIONS } from '../output.ts'
import { many } from '../plural.ts'
import type { Session } from '../session.ts'

const WHAT: Readonly<Record<LogFault['kind'], Words>> = {
  form: { zh: '这一行不是日志', en: 'this line is no entry' },
  order: {
    zh: '位置接不上：有记录被删除或移动',
    en: 'out of place: entries were removed or moved',
  },
  leaf: { zh: '内容与哈希不符：记录被改动', en: 'contents do not have their hash: altered' },
  change: {
    zh: '前后内容与记录不符：内容被改动',
    en: 'before and after are not those of the entry',
  },
  root: { zh: '与存证不符：在这以前的记录被改动、删除或插入', en: 'not what the checkpoint says' },
  short: { zh: '比存证还短：记录被删除', en: 'shorter than the checkpoint: entries were removed' },
}

async function checkpointIn(path: string, session: Session): Promise<Checkpoint> {
  const { bytes } = await session.read(path)
  const checkpoint = readNote(new TextDecoder().decode(bytes))
  if (checkpoint !== undefined) return checkpoint
  throw new Refusal(
    session.say({
      zh: `${path} 不是存证：头三行应是日志的名称、条数和根。`,
      en: `${path} is no checkpoint: its first lines are the log's name, size and root.`,
    }),
  )
}

function told({ position, kind }: LogFault, session: Session): string {
  return session.say({
    zh: `第 ${position} 条：${WHAT[kind].zh}`,
    en: `entry ${position}: ${WHAT[kind].en}`,
  })
}

/** Verifies an exported log of acts, by itself and against checkpoints that were kept elsewhere. */
export const audit: Command = {
  name: 'audit',
  about: {
    zh: '核对导出的操作日志没有被改动或删除',
    en: 'verify that an exported log of acts was not altered',
  },
  usage: { zh: 'verify <日志.jsonl>', en: 'verify <log.jsonl>' },
  positionals: [2, 2],
  options: {
    checkpoint: {
      type: 'string',
      multiple: true,
      value: { zh: '存证.txt', en: 'checkpoint.txt' },
      about: { zh: '在别处保存的存证，可写多次', en: 'a checkpoint kept elsewhere; repeatable' },
    },
    format: OUT_OPTIONS.format,
  },
  async run(given, session) {
    checkOutput(given, session)
    const [verb, path = ''] = given.positionals
    if (verb !== 'verify')
      throw new Refusal(
        session.say({
          zh: `audit 后面要写 verify，收到“${verb}”。`,
          en: `audit takes verify; got “${verb}”.`,
        }),
        2,
      )
    const { bytes } = await session.read(path)
    const kept = given.texts('checkpoint')
    const checkpoints = await Promise.all(kept.map((file) => checkpointIn(file, session)))
    const lines = new TextDecoder()
      .decode(bytes)
      .split('\n')
      .filter((line) => line.trim() !== '')
    const report = checkLog(lines, checkpoints)
    const summary = session.say({
      zh: `${report.entries} 条日志，${report.seen} 条看得到内容并重新核对，${checkpoints.length} 份存证，${report.faults.length} 处不符\n根 ${report.root}`,
      en: `${many(report.entries, 'record')}, ${report.seen} seen and hashed again, ${many(checkpoints.length, 'checkpoint')}, ${many(report.faults.length, 'fault')}\nroot ${report.root}`,
    })
    const text = () => [...report.faults.map((fault) => told(fault, session)), summary].join('\n')
    await emit({ json: () => report, text }, given, session)
    return report.faults.length === 0 ? 0 : 1
  },
}
