/** What tables of keywords have no room for, by the rule that it is about: what a word covers, and what it does not. */
export const REMARKS: Readonly<Record<string, string>> = {
  升降: '“分母为零”只管“基准”：“每”是基准的百分之几（如 10%）时要除以“基准”，基准是零的单位按它计。“量”里自己写了除法的（如 `done / quota`），除数是零不归它管：旁边写 `不适用: quota = 0件` 或“前提”，或在算式里用“如果”。',
  相对: '“分母为零”管“人数”，和同组相比时要除的数（最大值、平均值、合计等）。“量”里自己写了除法的，除数是零不归它管：旁边写“不适用”或“前提”，或在算式里用“如果”。',
}
