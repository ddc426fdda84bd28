import { endpoint } from '../../endpoint.ts'
import { Standing } from './overview.ts'
import { Place } from './shapes.ts'

export const readStanding = endpoint({
  method: 'GET',
  path: '/cycles/{cycle}/reports/{unit}/standing',
  summary: '一个单位在一个考核年度里填到哪里、什么到期、按现有填报得几分',
  act: 'report.read',
  params: Place,
  answer: Standing,
})
