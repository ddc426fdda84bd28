import { result } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { call } from '../../api/client.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { PublishedParts } from './published.tsx'

/** What is being made public to units, on the page of one of them. */
export function Publicised() {
  const found = useQuery({
    queryKey: ['publicised'],
    queryFn: () => call(result.receivePublicities),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  return (found.data?.publicities ?? []).map((one) => (
    <Card key={one.id} title={<h2 className="released-title">{one.title}</h2>}>
      <p className="muted published-term">
        {one.committee}　公示期 {one.startsOn} 至 {one.endsOn}（含首尾两日）
      </p>
      <PublishedParts published={one} />
    </Card>
  ))
}
