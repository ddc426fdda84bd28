export { checkFile, type Checked, type Refused } from './check.ts'
export { type FileStore, folderStore } from './store.ts'
