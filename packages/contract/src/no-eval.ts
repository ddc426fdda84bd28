import { z } from 'zod'

// The policy of our pages forbids making code out of text; asked whether it may, zod tries, and the browser
// reports an attack. It is as quick without at our sizes.
z.config({ jitless: true })
