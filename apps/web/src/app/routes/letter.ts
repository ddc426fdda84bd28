/** Letters to leaders, and the page of one who holds a letter. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root, signedIn } from '../roots.tsx'

const ownLetter = createRoute({
  getParentRoute: () => root,
  path: '/letter',
  component: lazyRouteComponent(() => import('../../rooms/review/letter/leader.tsx'), 'LeaderPage'),
})

const letters = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/letters',
  component: lazyRouteComponent(() => import('../../rooms/review/letter/page.tsx'), 'LettersPage'),
})

const letterPaper = createRoute({
  getParentRoute: () => signedIn,
  path: '/letters/$letter/paper',
  component: lazyRouteComponent(() => import('../../rooms/review/letter/paper.tsx'), 'PaperPage'),
})

const briefing = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/briefings/$unit',
  component: lazyRouteComponent(
    () => import('../../rooms/review/letter/briefing.tsx'),
    'BriefingPage',
  ),
})

export const letterPages = [letters, letterPaper, briefing]

/** For people who are not signed in, and what stands alone. */
export const letterDoors = [ownLetter]
