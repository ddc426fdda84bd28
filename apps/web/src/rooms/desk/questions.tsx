import { planning } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../../api/client.ts'

/** Questions of units that nobody has answered yet. */
export function OpenQuestions({ cycle }: { readonly cycle: string }) {
  const found = useQuery({
    queryKey: ['questions', cycle],
    queryFn: () => call(planning.listQuestions, { params: { cycle } }),
  })
  const open = found.data?.questions.filter(({ answered }) => !answered) ?? []
  if (open.length === 0) return <p>没有待答复的询问。</p>
  return (
    <>
      <ul className="desk-list">
        {open.map(({ id, unitName, clause, text }) => (
          <li key={id}>
            {unitName}：{text}
            <span className="clause">{clause}</span>
          </li>
        ))}
      </ul>
      <Link to="/cycles/$cycle" params={{ cycle }} search={{ tab: 'questions' }}>
        去答复
      </Link>
    </>
  )
}
