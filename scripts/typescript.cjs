// `node --conditions=react-server scripts/typescript.cjs FILE …` runs a TypeScript program. Its modules are loaded by
// require(): import would ask another thread for each of hundreds, which takes a command twice as long to begin.
const { resolve } = require('node:path')
require('tsx/cjs')

process.argv.splice(1, 1)
require(resolve(process.argv[1]))
