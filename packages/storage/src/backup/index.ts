export { backup, type BackupDone, type BackupWish } from './backup.ts'
export { checkBackup, DamagedBackup } from './frames.ts'
export { NotEmpty, restore, type Restored, type RestoreWish } from './restore.ts'
