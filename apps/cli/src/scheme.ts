import { dirname, join } from 'node:path'
import { Refusal } from './command.ts'
