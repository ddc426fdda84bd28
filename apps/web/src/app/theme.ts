import type { ThemeConfig } from 'antd'

/** Calm and dense; figures of one width, so that they stand below each other. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1d4f91',
    colorLink: '#1a4f9c',
    // At least 4.5 to 1 on the page's own grey.
    colorTextSecondary: '#4a5565',
    colorTextTertiary: '#4a5565',
    colorTextDescription: '#4a5565',
    colorTextPlaceholder: '#5f6b7a',
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
