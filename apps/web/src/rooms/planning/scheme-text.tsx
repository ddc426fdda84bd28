import { type Answer, type Check, planning } from '@kaohe/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Input, Skeleton, Tabs } from 'antd'
import { useRef, useState } from 'react'
import { call } from '../../api/client.ts'
import { useMay, useMe } from '../../app/session.ts'
import { Crumbs, toScheme } from '../../parts/crumbs.tsx'
import type { Standing } from '../../parts/refused.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { readText, useAutosave } from './autosave.ts'
import { CodeArea, type CodeHandle } from './code-area.tsx'
import './planning.css'
import { SaveState } from './save-state.tsx'
import { CheckSide } from './told.tsx'

type Text = Answer<typeof planning.readSchemeText>

interface Written {
  readonly title: string
  readonly text: string
  readonly readings: string | null
}

function readWritten(standing: Standing): Written {
  const { title, readings } = (standing ?? {}) as Partial<Written>
  return { title: title ?? '', text: readText(standing), readings: readings ?? null }
}

const sayWritten = ({ title, text, readings }: Written): string =>
  [`名称：${title}`, text, ...(readings === null ? [] : [`口径：\n${readings}`])].join('\n')

function Editor({ scheme, mayWrite }: { readonly scheme: Text; readonly mayWrite: boolean }) {
  const queries = useQueryClient()
  const [check, setCheck] = useState<Check>(scheme.check)
  const [file, setFile] = useState('scheme.yaml')
  const areas = {
    'scheme.yaml': useRef<CodeHandle>(null),
    'readings.yaml': useRef<CodeHandle>(null),
  }
  const save = useAutosave<Written>({
    key: `scheme/${scheme.id}`,
    initial: { title: scheme.title, text: scheme.text, readings: scheme.readings },
    version: scheme.version,
    save: async (value, version) => {
      const body = { ...value, version }
      const saved = await call(planning.writeSchemeText, { params: { scheme: scheme.id }, body })
      setCheck(saved.check)
      await queries.invalidateQueries({ queryKey: ['scheme', scheme.id], exact: true })
      return saved.version
    },
    read: readWritten,
  })
  const { value, write } = save
  const goTo = (mistake: Check['mistakes'][number]): void => {
    const at = mistake.file === 'readings.yaml' ? 'readings.yaml' : 'scheme.yaml'
    setFile(at)
    setTimeout(() => areas[at].current?.goTo(mistake.line, mistake.column), 50)
  }
  const area = (
    name: 'scheme.yaml' | 'readings.yaml',
    text: string,
    onWrite: (text: string) => void,
  ) => ({
    key: name,
    label: name === 'scheme.yaml' ? '方案 scheme.yaml' : '口径 readings.yaml',
    children: (
      <CodeArea
        handle={areas[name]}
        label={name}
        value={text}
        readOnly={!mayWrite}
        onWrite={onWrite}
      />
    ),
  })
  return (
    <div className="write">
      <div className="stack">
        <Input
          aria-label="方案名称"
          value={value.title}
          readOnly={!mayWrite}
          onChange={({ target }) => write({ ...value, title: target.value })}
        />
        <Tabs
          activeKey={file}
          onChange={setFile}
          items={[
            area('scheme.yaml', value.text, (text) => write({ ...value, text })),
            area('readings.yaml', value.readings ?? '', (text) =>
              write({ ...value, readings: text.trim() === '' ? null : text }),
            ),
          ]}
        />
        {mayWrite && <SaveState save={save} what="方案" say={sayWritten} />}
      </div>
      <div className="write-side" role="region" aria-label="检查和变化" tabIndex={0}>
        <CheckSide check={check} onPick={goTo} />
      </div>
    </div>
  )
}

/** A scheme as text: written when it is a draft of one's own, read otherwise. */
export function SchemeText() {
  const { scheme: id } = useParams({ from: '/signed-in/schemes/$scheme/text' })
  const me = useMe()
  const mayWrite = useMay('scheme.write')
  const found = useQuery({
    queryKey: ['scheme', id, 'text'],
    queryFn: () => call(planning.readSchemeText, { params: { scheme: id } }),
    refetchOnWindowFocus: false,
    gcTime: 0,
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const scheme = found.data
  const own = me.post?.org === scheme.org && scheme.state === 'draft'
  return (
    <>
      <Crumbs way={toScheme(id, scheme.title)} here="文本" />
      <div className="plan-head">
        <h1>{scheme.title}：文本</h1>
      </div>
      <Editor key={id} scheme={scheme} mayWrite={own && mayWrite} />
    </>
  )
}
