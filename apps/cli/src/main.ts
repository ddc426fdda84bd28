const [command] = process.argv.slice(2)

console.log(command === undefined ? '考核命令行：命令尚未写成。' : `命令“${command}”尚未写成。`)
