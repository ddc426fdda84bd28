/**
 * Keywords of the scheme language that mean what they mean everywhere, or the short form of a term;
 * the language reference says what may stand under them.
 */
export const PLAIN: readonly string[] = `
方案 名称 版本 提要 编号 标识 说明 内容 要求 规则 条件 类型 单位 选项 属性 形式 方式 文号 机关 身份
对象 适用 金额 起 止 到 随 前 后 降 全部 最小 最大 整数 每月 天数 答案 发布日期 上级 时段 时刻 在后
放假 调休上班 负责 种类 样本 已有 用于 必交 牵头 多部门 评价人 评语上限 无评价时 不适用时 加分上限 负担上限
填报分钟 满年 满月 分母 可不适用 可兼得 分数 扣分 金额表 决定 抄送 未取得时 已废止
`
  .trim()
  .split(/\s+/)
