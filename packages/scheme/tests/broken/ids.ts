import { type Sort, broken } from './sort.ts'

export const ids: readonly Sort[] = [
  {
    sort: 'an id that is not an id',
    code: 'bad-id',
    files: [
      broken('编号: township', '编号: ‹T›ownship', 'township'),
      broken('编号: serve', '编号: serve‹_›youth', 'serve-youth'),
      broken('编号: praise', '编号: ‹praise-›', 'praise'),
      broken('编号: meet\n', '编号: meet‹.›all\n', 'meet-all'),
      broken('编号: staff\n', '编号: ‹2staff›\n', 'staff'),
    ],
  },
  {
    sort: 'an id in Chinese',
    code: 'bad-id',
    files: [
      broken('编号: township', '编号: ‹乡镇›'),
      broken('编号: serve', '编号: ‹服务›'),
      broken('编号: praise', '编号: ‹表彰›'),
      broken('编号: meet\n', '编号: meet‹会议›\n', 'meet'),
      broken('编号: staff\n', '编号: ‹人›staff\n', 'staff'),
    ],
  },
  {
    sort: 'a Cyrillic or Greek letter in an id',
    code: 'look-alike',
    files: [
      broken('编号: township', '编号: t‹о›wnship', 'township'),
      broken('编号: serve', '编号: s‹е›rve', 'serve'),
      broken('编号: praise', '编号: pr‹а›ise', 'praise'),
      broken('编号: meet\n', '编号: me‹е›t\n', 'meet'),
      broken('层级: town\n', '层级: t‹ο›wn\n', 'town'),
    ],
  },
  {
    sort: 'a full-width letter or digit in an id',
    code: 'look-alike',
    files: [
      broken('编号: township', '编号: ‹ｔ›ownship', 'township'),
      broken('编号: serve', '编号: serv‹ｅ›', 'serve'),
      broken('编号: praise', '编号: praise-‹１›', 'praise-1'),
      broken('层级: town\n', '层级: tow‹ｎ›\n', 'town'),
      broken('类别: service', '类别: servic‹ｅ›', 'service'),
    ],
  },
  {
    sort: 'another dash in an id',
    code: 'look-alike',
    files: [
      broken('编号: serve', '编号: serve‹‐›youth', 'serve-youth'),
      broken('编号: praise', '编号: praise‹‑›all', 'praise-all'),
      broken('编号: meet\n', '编号: meet‹–›all\n', 'meet-all'),
      broken('编号: staff\n', '编号: staff‹—›all\n', 'staff-all'),
      broken('编号: township', '编号: town‹－›ship', 'town-ship'),
    ],
  },
  {
    sort: 'an invisible character or a special space in an id',
    code: 'look-alike',
    files: [
      broken('编号: serve', '编号: ser‹\u{200b}›ve', 'serve'),
      broken('编号: praise', '编号: praise‹\u{a0}›all', 'praise-all'),
      broken('编号: meet\n', '编号: me‹\u{ad}›et\n', 'meet'),
      broken('编号: staff\n', '编号: sta‹\u{3000}›ff\n', 'sta-ff'),
      broken('编号: township', '编号: town‹\u{2060}›ship', 'township'),
    ],
  },
  {
    sort: 'two things with one id',
    code: 'duplicate-id',
    files: [
      broken('编号: school', '编号: ‹town›'),
      broken('编号: press', '编号: ‹office›', undefined, ['unknown-reference']),
      broken('编号: staff\n', '编号: ‹meet›\n'),
      broken('编号: fair', '编号: ‹good›'),
      broken('{编号: trained', '{编号: ‹meetings›', undefined, ['unknown-name']),
    ],
  },
  {
    sort: 'a fact, an attribute of units and an event share an id',
    code: 'shared-id',
    files: [
      broken('编号: members', '编号: ‹star›'),
      broken('编号: members', '编号: ‹growth›'),
      broken('  - 编号: volunteer', '  - 编号: ‹star›', undefined, ['unknown-reference']),
      broken('  - 编号: volunteer', '  - 编号: ‹members›', undefined, ['unknown-reference']),
      broken('  - 编号: volunteer', '  - 编号: ‹rate›', undefined, ['unknown-reference']),
    ],
  },
  {
    sort: 'an item is called like what is measured',
    code: 'shared-id',
    says: [
      '编号“rate”既是数据（第 30 行）又是指标',
      '是不是“meetings-score”？',
      '既是单位属性（第 18 行）又是指标',
      '是不是“trained-score”？',
      '是不是“star-score-2”？',
    ],
    files: [
      broken('编号: study\n', '编号: ‹rate›\n', 'rate-score'),
      broken('编号: meet\n', '编号: ‹meetings›\n', 'meetings-score'),
      broken('编号: serve\n', '编号: ‹members›\n', 'members-score'),
      broken('编号: staff\n', '编号: ‹trained›\n', 'trained-score'),
      broken(
        '编号: serve\n',
        '编号: ‹star›\n    名称: 星级得分\n    条款: 一\n  - 编号: star-score\n',
        'star-score-2',
      ),
    ],
  },
  {
    sort: 'an id that nothing has',
    code: 'unknown-reference',
    files: [
      broken('上级: district', '上级: ‹distrct›', 'district'),
      broken('牵头: [office, press]', '牵头: [‹ofice›, press]', 'office'),
      broken('类别: service', '类别: ‹servise›', 'service'),
      broken('范围: {等次: [good]}', '范围: {等次: [‹goood›]}', 'good'),
      broken('在后: [report]', '在后: [‹reports›]', 'report'),
    ],
  },
  {
    sort: 'the id of something else',
    code: 'wrong-reference',
    files: [
      broken('层级: town\n', '层级: ‹township›\n'),
      broken('牵头: [office, press]', '牵头: [office, ‹desk›]'),
      broken('类别: service', '类别: ‹volunteer›'),
      broken('事件: volunteer', '事件: ‹meetings›', undefined, ['unknown-name']),
      broken('范围: {等次: [good]}', '范围: {等次: [‹service›]}'),
    ],
  },
  {
    sort: 'something stands above itself',
    code: 'cycle',
    files: [
      broken(
        '上级: district}\n  - {编号: school, 名称: 学校, 上级: town}',
        '上级: school}\n  - {编号: school, 名称: 学校, 上级: ‹town›}',
      ),
      broken('名称: 区}', '名称: 区, 上级: ‹district›}'),
      broken(
        '{编号: basic, 名称: 基础工作, 评价方式: desk, 性质: 基本}\n  - {编号: service, 名称: 服务工作, 上级: basic',
        '{编号: basic, 名称: 基础工作, 评价方式: desk, 性质: 基本, 上级: service}\n  - {编号: service, 名称: 服务工作, 上级: ‹basic›',
      ),
      broken(
        '名称: 报送, 止: 2023-12-10}\n  - {编号: review, 名称: 评价, 在后: [report]',
        '名称: 报送, 在后: [review], 止: 2023-12-10}\n  - {编号: review, 名称: 评价, 在后: [‹report›]',
      ),
      broken('名称: 报送, 止: 2023-12-10}', '名称: 报送, 相对: ‹report›, 天数: 3}'),
    ],
  },
]
