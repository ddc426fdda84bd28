export { checkFile } from './check.ts'
export { type FileStore, folderStore } from './store.ts'
export { textOf } from './text.ts'
export { clearLeftUploads } from './left-uploads.ts'
