import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiProblem } from './api/client.ts'
import { makeRouter } from './app/router.tsx'
import { theme } from './app/theme.ts'
import './app/page.css'

// What the server refused it will refuse again; only a lost connection is worth another try.
const worthRetry = (count: number, error: Error): boolean =>
  count < 2 && !(error instanceof ApiProblem && error.status >= 400 && error.status < 500)

const queries = new QueryClient({ defaultOptions: { queries: { retry: worthRetry } } })
const router = makeRouter(queries)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  </StrictMode>,
)
