// npm runs it as the script `dependencies` whenever it has changed node_modules, so that a plain `npm ci` is as good as the bootstrap's own.
import { recordInstall } from './state.mjs'

recordInstall()
