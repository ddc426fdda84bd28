import { type PaperDetail, type PaperKind, result } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Space } from 'antd'
import { useState } from 'react'
import { ApiProblem, call } from '../../api/client.ts'
import { sendFile } from '../../api/download.ts'
import { Button } from '../../parts/button.tsx'
import { FileButton } from '../../parts/file-button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Form, Labelled } from './form.tsx'
import { papersKey } from './paper-data.ts'

interface Props {
  readonly snapshot: string
  readonly cycle: string
  readonly paper: PaperKind
}

function useFresh(snapshot: string) {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: papersKey(snapshot) })
}

/** What is written on a kind of paper: number, day, copies, whom to ask. */
function Detail({ snapshot, paper }: Props) {
  const onSuccess = useFresh(snapshot)
  const [typed, setTyped] = useState<PaperDetail>(paper.detail)
  const put = (part: Partial<PaperDetail>): void => setTyped({ ...typed, ...part })
  const write = useMutation({
    mutationFn: () =>
      call(result.writePaperDetail, { params: { snapshot, paper: paper.id }, body: typed }),
    onSuccess,
  })
  return (
    <Form label={`${paper.name}的文号和日期`} onSubmit={() => write.mutate()}>
      <Labelled
        label="发文字号（空着就留出位置）"
        value={typed.number}
        change={(number) => put({ number })}
      />
      <Labelled
        label="成文日期（不填就是审定的那天）"
        type="date"
        value={typed.signedOn ?? ''}
        change={(on) => put({ signedOn: on === '' ? null : on })}
      />
      <Labelled label="抄送" value={typed.copies} change={(copies) => put({ copies })} />
      <Labelled label="联系人和电话" value={typed.contact} change={(contact) => put({ contact })} />
      <Space>
        <Button htmlType="submit" loading={write.isPending}>
          保存
        </Button>
        {write.isSuccess && <span role="status">已保存</span>}
      </Space>
      {write.isError && <Trouble error={write.error} />}
    </Form>
  )
}

interface Taken {
  readonly name: string
  readonly placeholders: readonly string[]
}

function Mistakes({ error }: { readonly error: unknown }) {
  const faults = error instanceof ApiProblem ? (error.problem.faults ?? []) : []
  if (faults.length === 0) return <Trouble error={error} />
  return (
    <Alert
      type="error"
      showIcon
      title="模板没有收下，请改好再传"
      description={
        <ul>
          {faults.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      }
    />
  )
}

/** The template of a kind of paper: ours, or one of the office's own. */
function Template({ snapshot, cycle, paper }: Props) {
  const onSuccess = useFresh(snapshot)
  const address = `/api/cycles/${cycle}/papers/${paper.id}/template`
  const send = useMutation({
    mutationFn: (file: File) =>
      sendFile<Taken>(`${address}?name=${encodeURIComponent(file.name)}`, file),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: () => call(result.removePaperTemplate, { params: { cycle, paper: paper.id } }),
    onSuccess: async () => {
      send.reset()
      await onSuccess()
    },
  })
  const own = paper.template
  return (
    <section aria-label={`${paper.name}的模板`} className="meeting-form">
      <p className="muted">
        {own === null
          ? '现在用系统的格式。要用本单位的格式，先下载样例，排好版再上传。'
          : `现在用本单位的模板：${own.name}。模板只用于 Word，PDF 照系统的格式。`}
      </p>
      <Space wrap>
        <Button href={address}>{own === null ? '下载模板样例' : '下载现在的模板'}</Button>
        <FileButton
          loading={send.isPending}
          accept=".docx"
          label={`选择${paper.name}的模板`}
          onFiles={([file]) => file && send.mutate(file)}
        >
          上传模板
        </FileButton>
        {own !== null && (
          <Button loading={remove.isPending} onClick={() => remove.mutate()}>
            改回系统的格式
          </Button>
        )}
      </Space>
      {send.isError && <Mistakes error={send.error} />}
      {send.isSuccess && (
        <Alert
          type="success"
          showIcon
          title={`已收下“${send.data.name}”`}
          description={`找到的占位符：${send.data.placeholders.join('、')}`}
        />
      )}
      {remove.isError && <Trouble error={remove.error} />}
    </section>
  )
}

/** What a kind of paper looks like: what is written on it, and its template. */
export function PaperLook(props: Props) {
  return (
    <>
      <Detail {...props} />
      {props.paper.ending === 'docx' && <Template {...props} />}
    </>
  )
}
