import type { ThemeConfig } from 'antd'

/** Calm and dense; figures of one width, so that they stand below each other. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1d4f91',
    colorLink: '#1a4f9c',
    // Darker, not lighter as antd would have it: what is pointed at stays readable.
    colorLinkHover: '#123a75',
    colorLinkActive: '#123a75',
    colorInfo: '#1d4f91',
    // What the colour above would be mixed to is grey.
    colorInfoBg: '#eaf2fb',
    colorInfoBorder: '#b9d0ec',
    // At least 4.5 to 1 on the page's own grey.
    colorTextSecondary: '#4a5565',
    colorTextTertiary: '#4a5565',
    colorTextDescription: '#4a5565',
    colorTextPlaceholder: '#5f6b7a',
    borderRadius: 6,
    fontFamily:
      '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif',
    fontSize: 15,
    // As page.css says of plain headings.
    fontSizeHeading1: 22,
    fontSizeHeading2: 18,
    fontSizeHeading3: 16,
    fontSizeHeading4: 15,
  },
  components: {
    Layout: { headerBg: '#ffffff', siderBg: '#ffffff', bodyBg: '#f4f6f9' },
    Menu: { itemSelectedBg: '#e6eef8', itemActiveBg: '#e6eef8', activeBarBorderWidth: 0 },
    // What is pressed and is no box looks like a link.
    Button: { textTextColor: '#1a4f9c', textTextHoverColor: '#1a4f9c' },
    // A notice of two lines takes little more than one.
    Alert: { withDescriptionPadding: '8px 12px', withDescriptionIconSize: 18, fontSizeLG: 15 },
    Progress: { defaultColor: '#1d4f91' },
    Statistic: { contentFontSize: 24 },
    Table: { cellPaddingBlock: 10 },
  },
}

/** The same without transitions: what opens is there at once. */
export const unmoved: ThemeConfig = { ...theme, token: { ...theme.token, motion: false } }
