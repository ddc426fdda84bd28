import type { Listed } from './help.ts'

/**
 * Commands about an installation rather than about files. Its server does them, which knows where it is: the door
 * (bin/kaohe.mjs) hands them over, and nothing of the server is loaded here.
 */
export const ofServer: readonly Listed[] = [
  {
    name: 'backup',
    about: {
      zh: '把整个系统（数据库和文件）备份成一个文件，服务不必停',
      en: 'save an installation (database and files) into one file, while it runs',
    },
  },
  {
    name: 'restore',
    about: {
      zh: '把备份恢复到空的系统，先核对备份是否完好',
      en: 'restore a backup into an empty installation, after checking it',
    },
  },
]
