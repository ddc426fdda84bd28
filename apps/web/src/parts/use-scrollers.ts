import { useEffect } from 'react'

const PARTS = '.ant-table-content, .ant-table-body'

/** What a part that scrolls is called: the section it stands in, or the nearest heading before it. */
function nameOf(part: Element): string {
  const section = part.closest('section[aria-label], [role="region"][aria-label]')
  const said = section?.getAttribute('aria-label')
  if (said) return said
  const before = [...document.querySelectorAll('#content h1, #content h2, #content h3')].filter(
    (heading) => heading.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  return before.at(-1)?.textContent ?? '表格'
}

function open(part: Element): void {
  if (part.getAttribute('role') === 'region' || part.scrollWidth <= part.clientWidth) return
  part.setAttribute('tabindex', '0')
  part.setAttribute('role', 'group')
  part.setAttribute('aria-label', `${nameOf(part)}（可以左右滚动）`)
}

function close(part: Element): void {
  if (part.getAttribute('role') !== 'group' || part.scrollWidth > part.clientWidth) return
  for (const name of ['tabindex', 'role', 'aria-label']) part.removeAttribute(name)
}

/** Every table that is wider than the screen can be reached, and scrolled, by the keyboard; in all rooms. */
export function useScrollers(): void {
  useEffect(() => {
    let waiting = 0
    const look = (): void => {
      waiting = 0
      for (const part of document.querySelectorAll(PARTS)) {
        close(part)
        open(part)
      }
    }
    const soon = (): void => {
      waiting ||= requestAnimationFrame(look)
    }
    const seen = new MutationObserver(soon)
    seen.observe(document.body, { childList: true, subtree: true })
    window.addEventListener('resize', soon)
    soon()
    return () => {
      seen.disconnect()
      window.removeEventListener('resize', soon)
      cancelAnimationFrame(waiting)
    }
  }, [])
}
