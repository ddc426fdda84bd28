import { messages } from '@kaohe/contract'
import { isMessageKind, messageKinds } from '@kaohe/domain'
import { countUnread, markRead, messagesOf } from '@kaohe/storage'
import type { Hono } from 'hono'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { messageSettingsRoutes } from './settings-routes.ts'

/** One's own messages: whatever concerns a post that one holds, or oneself. */
export function messageRoutes(app: Hono, services: Services): void {
  serve(app, services, messages.countMessages, async ({ db, actor, permit }) => {
    permit(actor)
    return { unread: await countUnread(db, actor.person) }
  })

  messageSettingsRoutes(app, services)

  serve(app, services, messages.listMessages, async ({ db, actor, query, permit }) => {
    permit(actor)
    const { at, id, unread } = query
    const before = at === undefined || id === undefined ? undefined : { at, id }
    const found = await messagesOf(db, actor.person, unread === '1', before)
    const shown = found.messages.map(({ org: _org, cycle: _cycle, ...one }) => ({
      ...one,
      kindName: isMessageKind(one.kind) ? messageKinds[one.kind].name : '消息',
    }))
    return { messages: shown, more: found.more }
  })

  serve(app, services, messages.markMessages, async ({ db, actor, body, permit, record }) => {
    permit(actor)
    const marked = await markRead(db, actor.person, body.ids)
    await record({ object: `person/${actor.person}/messages`, after: { marked } })
    return { marked }
  })
}
