import { Button } from '../parts/button.tsx'

/** Again from the start; without a signal that would leave nothing at all. */
function again(): void {
  if (navigator.onLine) location.reload()
}

/** In the place of a page that could not be fetched, or that broke. */
export function Unopened() {
  return (
    <main className="unopened">
      <h1>这一页没有打开</h1>
      <p>
        可能没有信号，也可能系统刚刚更新过。已经保存的内容都还在。可以先退回去，有信号时再试一次。
      </p>
      <p className="unopened-acts">
        <Button type="primary" onClick={again}>
          再试一次
        </Button>
        <Button onClick={() => history.back()}>退回去</Button>
      </p>
    </main>
  )
}

/**
 * What a page is made of is not fetched without a signal. Starting the whole over, as is done where the
 * system was renewed, would then end on an empty window, with what was typed gone from sight.
 */
export function keepOpenWithoutSignal(): void {
  addEventListener('vite:preloadError', (event) => {
    if (!navigator.onLine) event.preventDefault()
  })
}
