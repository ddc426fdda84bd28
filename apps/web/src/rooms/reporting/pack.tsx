import { reporting } from '@kaohe/contract'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { AskedFor } from '../jobs/asked.tsx'

const FORMS = {
  worksheet: '情况表（Word）',
  'worksheet-pdf': '情况表（PDF）',
  workbook: '工作簿',
} as const
type Form = keyof typeof FORMS

interface Props {
  readonly cycle: string
  /** Nobody chosen means all. */
  readonly units: readonly string[]
}

/** The papers of many units in one archive, made in the background. */
export function Pack({ cycle, units }: Props) {
  const ask = useMutation({
    mutationFn: (form: Form) =>
      call(reporting.askPapers, { params: { cycle }, body: { form, units: [...units] } }),
  })
  const whose = units.length === 0 ? '全部' : `选中的 ${units.length} 个`
  return (
    <>
      <div className="remind">
        {(Object.keys(FORMS) as Form[]).map((form) => (
          <Button
            key={form}
            loading={ask.isPending && ask.variables === form}
            onClick={() => ask.mutate(form)}
          >
            打包{whose}
            {FORMS[form]}
          </Button>
        ))}
      </div>
      {ask.isError && <Trouble error={ask.error} />}
      {ask.isSuccess && <AskedFor what="要打包的文件" />}
    </>
  )
}
