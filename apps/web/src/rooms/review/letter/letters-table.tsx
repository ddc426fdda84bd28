import { type Letter, type LetterSource, type PaperFormat, review } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Checkbox, Input, Popconfirm, Space, Tag } from 'antd'
import { useState } from 'react'
import { call } from '../../../api/client.ts'
import { download } from '../../../api/download.ts'
import { useMay } from '../../../app/session.ts'
import { Button } from '../../../parts/button.tsx'
import { Listing } from '../../../parts/listing.tsx'
import { Refused } from '../../../parts/refused.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useOver } from '../../../parts/use-over.ts'
import { day } from '../../../parts/when.ts'
import { Labelled } from '../../result/form.tsx'
import { FormatChoice } from '../../result/paper-format.tsx'
import { asDraft, sayLetter, stateOf } from './answer.ts'
import { AnswerRead } from './answer-form.tsx'

function State({ letter, closed }: { readonly letter: Letter; readonly closed: boolean }) {
  const { answeredAt, answeredBy, issuedAt, issued, reminded, withdrawn } = letter
  const how = answeredBy === 'paper' ? '纸质' : '链接'
  return (
    <>
      <Tag>{stateOf(letter, closed)}</Tag>
      <span className="muted">
        {withdrawn ??
          (answeredAt !== null
            ? `${day(answeredAt)}，${how}`
            : issuedAt !== null && `第 ${issued} 次，${day(issuedAt)}`)}
        {reminded > 0 && answeredAt === null && `，催办 ${reminded} 次`}
      </span>
    </>
  )
}

interface Props {
  readonly cycle: string
  readonly source: LetterSource
}

function Withdraw({ letter, cycle }: { readonly letter: Letter; readonly cycle: string }) {
  const queries = useQueryClient()
  const form = useOver<string>({
    at: ['letter', letter.id, 'withdraw'],
    was: '',
    version: letter.version,
    send: (because, version) =>
      call(review.withdrawLetter, { params: { letter: letter.id }, body: { because, version } }),
    fresh: () => queries.invalidateQueries({ queryKey: ['letters', cycle] }),
  })
  return (
    <>
      <Popconfirm
        title="收回这份函？链接作废，已有的答复不计。"
        description={
          <Input
            aria-label="收回的理由"
            placeholder="理由"
            value={form.value}
            onChange={({ target }) => form.write(target.value)}
          />
        }
        okText="收回"
        cancelText="不收回"
        onConfirm={() => form.send()}
      >
        <Button size="small" aria-label={`收回：${letter.unitName}`}>
          收回
        </Button>
      </Popconfirm>
      <Refused {...form.refused} what="这份函" mine={`收回：${form.value}`} theirs={sayLetter} />
    </>
  )
}

const isOpen = (letter: Letter): boolean => letter.withdrawn === null && letter.answeredAt === null

function columnsFor({ cycle, source }: Props, makes: boolean) {
  const closed = source.round?.closedAt !== null
  return [
    { title: '单位', key: 'unit', render: (_: unknown, one: Letter) => one.unitName },
    {
      title: '收函机关、分管领导',
      key: 'to',
      render: (_: unknown, { body, post, leader }: Letter) => `${body}　${post}${leader}`,
    },
    {
      title: '专题汇报',
      key: 'briefing',
      render: (_: unknown, { briefing }: Letter) =>
        source.briefing === null
          ? '方案没有要求'
          : briefing === null
            ? '还没有记录'
            : `${day(briefing.heldOn)}向${briefing.told}`,
    },
    {
      title: '答复',
      key: 'state',
      className: 'cell-whole',
      render: (_: unknown, letter: Letter) => <State letter={letter} closed={closed} />,
    },
    {
      title: '分数和意见',
      key: 'answer',
      className: 'cell-whole',
      render: (_: unknown, letter: Letter) => {
        if (letter.answer === null) return closed ? '没有' : '截止收函后公开'
        const fields = source.parties.find(({ id }) => id === letter.party)?.fields ?? []
        return <AnswerRead fields={fields} draft={asDraft(letter.answer)} />
      },
    },
    {
      title: '办理',
      key: 'do',
      className: 'cell-whole',
      render: (_: unknown, letter: Letter) => (
        <Space wrap>
          {isOpen(letter) && !closed && (
            <Link to="/letters/$letter/paper" params={{ letter: letter.id }}>
              {letter.differs ? '核定纸质答复' : '录入纸质答复'}
            </Link>
          )}
          {makes && letter.withdrawn === null && !closed && (
            <Withdraw letter={letter} cycle={cycle} />
          )}
        </Space>
      ),
    },
  ]
}

interface IssueProps {
  readonly cycle: string
  readonly chosen: readonly string[]
}

function Issue({ cycle, chosen }: IssueProps) {
  const queries = useQueryClient()
  const [typed, setTyped] = useState({ number: '', contact: '' })
  const [reminder, setReminder] = useState(false)
  const [format, setFormat] = useState<PaperFormat>('word')
  const issue = useMutation({
    mutationFn: async () => {
      const { number, contact } = typed
      const body = {
        letters: [...chosen],
        reminder,
        number: number || null,
        contact: contact || null,
        format,
      }
      await download(review.issueLetters, { params: { cycle }, body })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['letters', cycle] }),
  })
  return (
    <section aria-label="生成函件" className="letter-issue">
      <h3>生成函件</h3>
      <p className="muted">
        每份函带一个只能用一次的链接和二维码，只在生成的文件里，系统不留底。再生成一次，以前的链接就作废。
      </p>
      <div className="letter-days">
        <Labelled
          label="文号（没有就空着）"
          value={typed.number}
          change={(number) => setTyped({ ...typed, number })}
        />
        <Labelled
          label="联系人和电话（可不填）"
          value={typed.contact}
          change={(contact) => setTyped({ ...typed, contact })}
        />
      </div>
      <Checkbox checked={reminder} onChange={({ target }) => setReminder(target.checked)}>
        催办：写明前已去函
      </Checkbox>
      <FormatChoice value={format} choose={setFormat} />
      <Button
        type="primary"
        disabled={chosen.length === 0}
        loading={issue.isPending}
        onClick={() => issue.mutate()}
      >
        {chosen.length === 0 ? '先在下表选函' : `生成选中的 ${chosen.length} 份函`}
      </Button>
      {issue.isError && <Trouble error={issue.error} />}
    </section>
  )
}

/** The letters of a collection: how far each is, which to print, and what was answered once it is closed. */
export function LettersTable(props: Props) {
  const { source } = props
  const makes = useMay('letter.make')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const open = new Set(source.letters.filter(isOpen).map(({ id }) => id))
  const standing = chosen.filter((id) => open.has(id))
  const choose = (id: string, on: boolean): void =>
    setChosen(on ? [...standing, id] : standing.filter((one) => one !== id))
  const choosing = {
    title: '选',
    key: 'choose',
    // As of tables that choose by themselves: on a phone it stands in the corner of its card.
    className: 'ant-table-selection-column',
    width: 48,
    render: (_: unknown, letter: Letter) =>
      isOpen(letter) && (
        <Checkbox
          aria-label={`选${letter.unitName}的函`}
          checked={standing.includes(letter.id)}
          onChange={({ target }) => choose(letter.id, target.checked)}
        />
      ),
  }
  const chooses = makes && source.round?.closedAt === null && source.letters.length > 0
  const columns = columnsFor(props, makes)
  return (
    <>
      {chooses && (
        <>
          <Issue cycle={props.cycle} chosen={standing} />
          <Button size="small" className="letter-all" onClick={() => setChosen([...open])}>
            选全部没有答复的函
          </Button>
        </>
      )}
      <Listing
        label={`${source.name}的函`}
        rowKey="id"
        size="middle"
        pagination={false}
        scroll={{ x: 900 }}
        columns={chooses ? [choosing, ...columns] : columns}
        dataSource={source.letters}
        locale={{ emptyText: '还没有函' }}
      />
    </>
  )
}
