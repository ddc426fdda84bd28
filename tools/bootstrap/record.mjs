// Run by npm after every install, so that a plain `npm ci` is as good as the bootstrap's own.
import { recordInstall } from './state.mjs'

recordInstall()
