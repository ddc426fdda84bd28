import { Link } from '@tanstack/react-router'
import { useMay } from '../../app/session.ts'

/** Where one goes from a result: what units hold against it, what of it is made public, what follows. */
export function AfterLinks({ cycle }: { readonly cycle: string }) {
  const mayReadSuggestions = useMay('suggestion.read')
  return (
    <>
      <Link to="/cycles/$cycle/objections" params={{ cycle }}>
        申诉和复核
      </Link>
      <Link to="/cycles/$cycle/publicities" params={{ cycle }}>
        公示
      </Link>
      <Link to="/cycles/$cycle/followup" params={{ cycle }}>
        结果运用
      </Link>
      {mayReadSuggestions && (
        <Link to="/cycles/$cycle/suggestions" params={{ cycle }}>
          对考核工作的建议
        </Link>
      )}
    </>
  )
}
