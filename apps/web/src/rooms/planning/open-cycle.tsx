import { planning } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Popconfirm } from 'antd'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'

/** Begins the year: units report from now on. */
export function OpenCycle({ cycle }: { readonly cycle: string }) {
  const queries = useQueryClient()
  const open = useMutation({
    mutationFn: () => call(planning.openCycle, { params: { cycle }, body: {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['cycle', cycle] }),
  })
  return (
    <>
      <Popconfirm
        title="开始考核？"
        description="开始以后单位可以填报；考核对象要增减，须用“更正考核对象”写明理由。"
        okText="开始"
        cancelText="取消"
        onConfirm={() => open.mutate()}
      >
        <Button type="primary" loading={open.isPending}>
          开始考核
        </Button>
      </Popconfirm>
      {open.isError && <Trouble error={open.error} />}
    </>
  )
}
