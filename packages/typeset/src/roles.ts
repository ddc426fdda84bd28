/** What a font is for in official documents (GB/T 9704-2012, 5.2.2, 7.3). */
export type Role = 'text' | 'title' | 'heading' | 'subheading' | 'page' | 'latin'

interface RoleFonts {
  /** As an administrator knows it. */
  readonly called: string
  /** Family names under which fonts of this kind are sold, in the order in which they are taken. */
  readonly names: readonly string[]
  /** How heavy the font that we bring along is, where it stands in for one of these. */
  readonly standInWeight: 400 | 700
}

/** Fonts that an office has licences for, by role; a role without one gets the font that we bring along. */
export const ROLES: Readonly<Record<Role, RoleFonts>> = {
  text: {
    called: '仿宋',
    names: ['仿宋_GB2312', 'FangSong_GB2312', '方正仿宋_GBK', 'FZFangSong-Z02', '仿宋', 'FangSong'],
    standInWeight: 400,
  },
  title: {
    called: '小标宋',
    names: [
      '方正小标宋简体',
      'FZXiaoBiaoSong-B05S',
      '方正小标宋_GBK',
      'FZXiaoBiaoSong-B05',
      '小标宋体',
    ],
    standInWeight: 700,
  },
  heading: {
    called: '黑体',
    names: ['黑体', 'SimHei', '方正黑体_GBK', 'FZHei-B01', '方正黑体简体', 'FZHei-B01S'],
    standInWeight: 700,
  },
  subheading: {
    called: '楷体',
    names: ['楷体_GB2312', 'KaiTi_GB2312', '方正楷体_GBK', 'FZKai-Z03', '楷体', 'KaiTi'],
    standInWeight: 400,
  },
  page: {
    called: '宋体',
    names: ['宋体', 'SimSun', '方正书宋_GBK', 'FZShuSong-Z01', '新宋体', 'NSimSun'],
    standInWeight: 400,
  },
  latin: { called: 'Times New Roman', names: ['Times New Roman'], standInWeight: 400 },
}

/** Comes with the package `@expo-google-fonts/noto-serif-sc` (SIL Open Font License 1.1). */
export const STAND_IN = 'Noto Serif SC'
