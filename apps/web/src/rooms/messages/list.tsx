import { type Answer, type Message, messages } from '@kaohe/contract'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Empty, Segmented, Skeleton, Tag, Typography } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { InnerLink } from '../../parts/inner-link.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { instant } from '../identity/instants.ts'
import './messages.css'

type Page = Answer<typeof messages.listMessages>
const FIRST: { readonly at?: string; readonly id?: string } = {}
const SHOWN = ['未读', '全部'] as const
type Shown = (typeof SHOWN)[number]

function nextOf(page: Page): { at: string; id: string } | undefined {
  const last = page.messages.at(-1)
  return page.more && last ? { at: last.at, id: last.id } : undefined
}

interface LineProps {
  readonly message: Message
  readonly onRead: () => void
}

function Line({ message, onRead }: LineProps) {
  const { kindName, title, text, page, at, read } = message
  return (
    <li className={read ? 'message' : 'message message-new'}>
      <span>{read ? <Tag>已读</Tag> : <Tag color="blue">未读</Tag>}</span>
      <span>{kindName}</span>
      <div className="message-body">
        <span className="message-title">
          <InnerLink to={page} onFollow={onRead}>
            {title}
          </InnerLink>
        </span>
        {text !== null && <p className="message-text">{text}</p>}
      </div>
      <span className="message-quiet">
        <time dateTime={at}>{instant(at)}</time>{' '}
        {!read && (
          <Button
            size="small"
            type="link"
            aria-label={`标为已读：${kindName} ${title}`}
            onClick={onRead}
          >
            标为已读
          </Button>
        )}
      </span>
    </li>
  )
}

/** One's own messages, the newest first. */
export function MessagesPage() {
  const queries = useQueryClient()
  const [shown, setShown] = useState<Shown>('未读')
  const unread = shown === '未读' ? ({ unread: '1' } as const) : {}
  const list = useInfiniteQuery({
    queryKey: ['messages', 'list', shown],
    queryFn: ({ pageParam }) => call(messages.listMessages, { query: { ...pageParam, ...unread } }),
    initialPageParam: FIRST,
    getNextPageParam: nextOf,
  })
  const mark = useMutation({
    mutationFn: (ids: string[] | undefined) =>
      call(messages.markMessages, { body: ids === undefined ? {} : { ids } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['messages'] }),
  })
  const rows = list.data?.pages.flatMap((page) => page.messages) ?? []
  const error = list.error ?? mark.error
  const nothing = shown === '未读' ? '没有未读的消息' : '还没有消息'
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
        消息
      </Typography.Title>
      <div className="message-tools">
        <Segmented<Shown>
          aria-label="显示哪些消息"
          options={[...SHOWN]}
          value={shown}
          onChange={setShown}
        />
        <Button
          disabled={!rows.some(({ read }) => !read)}
          loading={mark.isPending}
          onClick={() => mark.mutate(undefined)}
        >
          全部标为已读
        </Button>
        <Link to="/messages/settings">消息设置</Link>
      </div>
      {error && <Trouble error={error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton active />}
      {list.isSuccess && rows.length === 0 && <Empty description={nothing} />}
      {rows.length > 0 && (
        <ul className="message-list">
          {rows.map((message) => (
            <Line
              key={message.id}
              message={message}
              onRead={() => {
                if (!message.read) mark.mutate([message.id])
              }}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          style={{ marginTop: 12 }}
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          更早的
        </Button>
      )}
    </>
  )
}
