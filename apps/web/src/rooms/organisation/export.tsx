import { organisation } from '@kaohe/contract'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { AskedFor } from '../jobs/asked.tsx'

const FORMATS = { xlsx: 'Excel', csv: 'CSV' } as const
type Format = keyof typeof FORMATS

/** Exports all below a unit: few at once, many in the background. */
export function ExportUnits({ under }: { readonly under: string }) {
  const ask = useMutation({
    mutationFn: (format: Format) => call(organisation.askExport, { body: { under, format } }),
    onSuccess: ({ job }, format) => {
      if (job === null)
        globalThis.location.assign(`/api/units-export?under=${under}&format=${format}`)
    },
  })
  return (
    <>
      {(Object.keys(FORMATS) as Format[]).map((format) => (
        <Button
          key={format}
          loading={ask.isPending && ask.variables === format}
          onClick={() => ask.mutate(format)}
        >
          导出 {FORMATS[format]}
        </Button>
      ))}
      {ask.error && <Trouble error={ask.error} />}
      {ask.data !== undefined && ask.data.job !== null && <AskedFor what="要导出的组织" />}
    </>
  )
}
