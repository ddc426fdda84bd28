import type { ThemeConfig } from 'antd'

/** Calm and dense; figures of one width, so that they stand below each other. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1d4f91',
    borderRadius: 6,
    fontFamily:
      '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif',
    fontSize: 15,
  },
  components: {
    Layout: { headerBg: '#ffffff', siderBg: '#ffffff', bodyBg: '#f4f6f9' },
    Table: { cellPaddingBlock: 10 },
  },
}
