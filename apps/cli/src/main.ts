const [command] = process.argv.slice(2)

if (command === 'demo') {
  console.log('演示尚未写成：考核方案的计算与说明还在编写中。运行 npm test 可核对现有部分。')
} else {
  console.error(command === undefined ? '用法：kaohe <命令>' : `没有命令“${command}”。`)
  process.exitCode = 2
}
