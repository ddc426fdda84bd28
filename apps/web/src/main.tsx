import { LoadingOutlined } from '@ant-design/icons'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiProblem } from './api/client.ts'
import { makeRouter } from './app/router.ts'
import { theme, unmoved } from './app/theme.ts'
import { keepOpenWithoutSignal } from './app/unopened.tsx'
import './app/page.css'

// What the server refused it will refuse again; only a lost connection is worth another try.
const worthRetry = (count: number, error: Error): boolean =>
  count < 2 && !(error instanceof ApiProblem && error.status >= 400 && error.status < 500)

// An icon of ours comes and goes at once: antd's own leaves by a transition, whose end a busy browser may
// never report, and until then it stands in the button's name.
const button = {
  autoInsertSpace: false,
  loadingIcon: <LoadingOutlined aria-hidden aria-label="" />,
}

// Who has asked the system for less motion gets none.
const calm = matchMedia('(prefers-reduced-motion: reduce)')

keepOpenWithoutSignal()

const queries = new QueryClient({ defaultOptions: { queries: { retry: worthRetry } } })
const router = makeRouter(queries)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} theme={calm.matches ? unmoved : theme} button={button}>
      <App>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  </StrictMode>,
)
