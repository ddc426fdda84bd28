export { checkFile } from './check.ts'
export { type FileStore, folderStore } from './store.ts'
