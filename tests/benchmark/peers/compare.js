// Gives the same rules and the same truths of single tests to every engine, checks that the same rules fire in every
// case, and only then takes times. See README.md.
//
//     node compare.js FACTS.json [CLIPS-PROGRAM]

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ZenEngine } from '@gorules/zen-engine'
import { Engine } from 'json-rules-engine'
import { atLeast, clipsProgram, jsonRules, zenDecision } from './formulas.js'

const [facts, clips = 'clips'] = process.argv.slice(2)
if (!facts) {
  console.error('Usage: node compare.js FACTS.json [CLIPS-PROGRAM]')
  process.exit(2)
}
const document = JSON.parse(readFileSync(facts, 'utf8'))

function requireSame(engine, number, fired) {
  const { name, fired: expected } = document.cases[number]
  const ours = [...expected].sort().join(' ')
  const theirs = [...fired].sort().join(' ')
  if (ours === theirs) return
  console.error(`${engine}, case ${number} (${name}): other rules fire.\n  ours:   ${ours}\n  theirs: ${theirs}`)
  process.exit(1)
}

/// Microseconds of processor time of this process for one case: the best of three rounds.
async function time(judge) {
  let best = Infinity
  for (let round = 0; round < 3; ++round) {
    const start = process.cpuUsage()
    for (let number = 0; number < document.cases.length; ++number) await judge(number)
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / document.cases.length)
  }
  return best
}

async function zenTimes() {
  const engine = new ZenEngine()
  const one = engine.createDecision(zenDecision(document.rules, false))
  const many = engine.createDecision(zenDecision(document.rules, true))
  const judge = (number, trace) => one.evaluate(document.cases[number].truths, { trace })
  for (let number = 0; number < document.cases.length; ++number) {
    const { result } = await judge(number, false)
    requireSame('Zen', number, result.map((row) => row.rule))
  }
  const calls = []
  for (let from = 0; from < document.cases.length; from += 50)
    calls.push({ from, cases: document.cases.slice(from, from + 50).map((one) => one.truths) })
  for (const { from, cases } of calls) {
    const { result } = await many.evaluate({ cases })
    result.cases.forEach((rows, i) => requireSame('Zen, 50 cases a call', from + i, rows.map((row) => row.rule)))
  }
  const judgeMany = async (number, trace) => {
    if (number % 50 === 0) await many.evaluate({ cases: calls[number / 50].cases }, { trace })
  }
  return {
    'GoRules Zen, without explanations': await time((number) => judge(number, false)),
    'GoRules Zen, 50 cases a call, without explanations': await time((number) => judgeMany(number, false)),
    'GoRules Zen, explanations on': await time((number) => judge(number, true)),
    'GoRules Zen, 50 cases a call, explanations on': await time((number) => judgeMany(number, true)),
  }
}

async function jsonRulesTimes() {
  const engine = new Engine([], { allowUndefinedFacts: false })
  engine.addFact('at-least', atLeast)
  for (const rule of document.rules) {
    const when = jsonRules(rule.when)
    engine.addRule({ conditions: when.fact ? { all: [when] } : when, event: { type: rule.id, params: { pulls: rule.pulls } } })
  }
  const judge = (number) => engine.run(document.cases[number].truths)
  for (let number = 0; number < document.cases.length; ++number) {
    const { events } = await judge(number)
    requireSame('json-rules-engine', number, events.map((event) => event.type))
  }
  return { 'json-rules-engine (always explains)': await time(judge) }
}

function clipsTimes() {
  const folder = mkdtempSync(join(tmpdir(), 'peers-'))
  const times = {}
  try {
    for (const way of ['test', 'action']) {
      const rounds = 3
      const program = join(folder, `${way}.clp`)
      writeFileSync(program, clipsProgram(document, way, rounds))
      const said = execFileSync(clips, ['-f2', program], { input: '(exit)\n'.repeat(20), maxBuffer: 1 << 28 }).toString()
      const trouble = said.split('\n').filter((line) => /^\[[A-Z]+\d+\]/.test(line))
      const answers = said.split('\n').filter((line) => line.startsWith('fired: '))
      if (trouble.length > 0 || answers.length !== document.cases.length) {
        console.error(`CLIPS stopped: ${answers.length} cases answered.\n${trouble.slice(0, 5).join('\n')}`)
        process.exit(1)
      }
      answers.forEach((line, number) => requireSame('CLIPS', number, line.split(/\s+/).slice(1).filter(Boolean)))
      const seconds = Number(/seconds ([\d.e+-]+)/.exec(said)[1])
      times[`CLIPS, condition as ${way === 'test' ? 'a pattern test' : 'an action'}, pulls recorded`] =
        (seconds * 1e6) / rounds / document.cases.length
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return times
}

console.log(`${document.rules.length} rules, ${document.cases.length} cases; the same rules must fire before times are taken`)
const times = { ...clipsTimes(), ...(await zenTimes()), ...(await jsonRulesTimes()) }
const { 'rules, pulls recorded': recorded, 'rules, explained': explained, 'whole assessment': whole } = document.ours
const line = (what, ...columns) => console.log(what.padEnd(52) + columns.map((column) => column.padStart(12)).join(''))
const ratio = (micro) => [recorded, explained, whole].map((ours) => (micro / ours).toFixed(1))
line('microseconds a case, and times as long as ours', 'µs', 'recorded', 'explained', 'whole')
line('ours: every pull recorded', recorded.toFixed(1), '1')
line('ours: and the questions that decide it', explained.toFixed(1), '', '1')
line('ours: whole assessment, from the answers', whole.toFixed(1), '', '', '1')
for (const [what, micro] of Object.entries(times)) line(what, micro.toFixed(1), ...ratio(micro))
