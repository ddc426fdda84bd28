import { organisation } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Alert, Typography } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useMe } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { AskedFor } from '../jobs/asked.tsx'
import { Preview } from './preview.tsx'
import { carryOut, preview } from './send.ts'
import './organisation.css'

function Help() {
  return (
    <div className="unit-quiet">
      <p>
        第一行写标题：名称、类别必须有；简称、上级、成立日期、分组可有可无；其他标题（例如“团员数”）都记作属性。
      </p>
      <p>
        上级留空就是直属；有重名的上级连同再上一级写，例如“甲县/城关镇”。空着的格子不改变原来的内容。要修改已有的组织，最好先导出，改好再导入，编号那一列不要动。
      </p>
    </div>
  )
}

/** Imports units from a workbook: first what would change, then all of it or nothing. */
export function ImportUnits() {
  const me = useMe()
  const queries = useQueryClient()
  const search = useSearch({ from: '/signed-in/units-import' })
  const under = search.under ?? me.post?.org ?? ''
  const [file, setFile] = useState<File>()
  const top = useQuery({
    queryKey: ['unit', under, undefined],
    queryFn: () => call(organisation.readUnit, { params: { unit: under } }),
  })
  const look = useMutation({ mutationFn: (chosen: File) => preview(under, chosen) })
  const run = useMutation({
    mutationFn: ({ chosen, basis }: { readonly chosen: File; readonly basis: string }) =>
      carryOut(under, chosen, basis),
    onSuccess: () => queries.invalidateQueries(),
  })
  const choose = (chosen: File | undefined) => {
    setFile(chosen)
    run.reset()
    if (chosen !== undefined) look.mutate(chosen)
  }
  const basis = look.data?.basis
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
        导入组织到“{top.data?.name ?? ''}”下面
      </Typography.Title>
      <Help />
      <p>
        <label>
          选择 .xlsx 或者 .csv 文件{' '}
          <input
            type="file"
            accept=".xlsx,.csv,.txt"
            onChange={({ target }) => choose(target.files?.[0])}
          />
        </label>
      </p>
      {look.isPending && <p aria-live="polite">正在检查文件…</p>}
      {look.isError && <Trouble error={look.error} />}
      {look.data !== undefined && !run.isSuccess && <Preview preview={look.data} />}
      {run.isError && <Trouble error={run.error} {...(file && { onRetry: () => choose(file) })} />}
      {run.isSuccess && run.data.job !== null ? (
        <AskedFor what="要导入的组织" />
      ) : run.isSuccess ? (
        <Alert
          type="success"
          showIcon
          title={`已导入：增加 ${run.data.added} 个，修改 ${run.data.changed} 个`}
          action={
            <Link to="/units" search={{ below: under }}>
              查看组织
            </Link>
          }
        />
      ) : (
        file !== undefined &&
        typeof basis === 'string' && (
          <Button
            type="primary"
            loading={run.isPending}
            onClick={() => run.mutate({ chosen: file, basis })}
          >
            全部导入
          </Button>
        )
      )}
    </>
  )
}
