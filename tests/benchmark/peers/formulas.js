// Turns the conditions that peer_facts writes into the languages of the peers. A condition is ["leaf", number, truth],
// ["all", parts], ["any", parts] or ["atleast", count, parts].

const name = (leaf) => `t${leaf}`

/// The expression language of GoRules Zen.
export function zen(when) {
  const [kind, ...rest] = when
  if (kind === 'leaf') return `${name(rest[0])} == ${rest[1]}`
  const parts = rest.at(-1).map((part) => (part[0] === 'leaf' ? zen(part) : `(${zen(part)})`))
  if (kind === 'atleast') return `${parts.map((part) => `((${part}) ? 1 : 0)`).join(' + ')} >= ${rest[0]}`
  if (parts.length === 0) return kind === 'all' ? 'true' : 'false'
  return parts.join(kind === 'all' ? ' and ' : ' or ')
}

/// One case a call, or many: then a list "cases" goes in and comes out.
export function zenDecision(rules, many) {
  const table = {
    hitPolicy: 'collect',
    inputs: [{ id: 'when', name: 'When', type: 'expression' }],
    outputs: [{ id: 'rule', name: 'Rule', type: 'expression', field: 'rule' }],
    rules: rules.map((rule) => ({ _id: rule.id, when: zen(rule.when), rule: `'${rule.id}'` })),
    executionMode: many ? 'loop' : 'single',
    inputField: many ? 'cases' : null,
    outputPath: many ? 'cases' : null,
    passThrough: false,
  }
  const at = { x: 0, y: 0 }
  return {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'Request', position: at },
      { id: 'table', type: 'decisionTableNode', name: 'Rules', position: at, content: table },
      { id: 'out', type: 'outputNode', name: 'Response', position: at },
    ],
    edges: [
      { id: 'e1', type: 'edge', sourceId: 'in', targetId: 'table' },
      { id: 'e2', type: 'edge', sourceId: 'table', targetId: 'out' },
    ],
  }
}

/// json-rules-engine; "at least" is a fact that is worked out, because its conditions know only all, any and not.
export function jsonRules(when) {
  const [kind, ...rest] = when
  if (kind === 'leaf') return { fact: name(rest[0]), operator: 'equal', value: rest[1] }
  if (kind === 'atleast')
    return { fact: 'at-least', params: { count: rest[0], parts: rest[1] }, operator: 'equal', value: true }
  return { [kind]: rest[0].map(jsonRules) }
}

async function holds(when, almanac) {
  const [kind, ...rest] = when
  if (kind === 'leaf') return (await almanac.factValue(name(rest[0]))) === rest[1]
  const parts = await Promise.all(rest.at(-1).map((part) => holds(part, almanac)))
  const count = parts.filter(Boolean).length
  return kind === 'all' ? count === parts.length : count >= (kind === 'any' ? 1 : rest[0])
}

export const atLeast = async ({ count, parts }, almanac) => holds(['atleast', count, parts], almanac)

/// CLIPS: a call of functions over variables named as the facts.
export function clips(when, needs) {
  const [kind, ...rest] = when
  if (kind === 'leaf') {
    needs.add(rest[0])
    return `(= ?${name(rest[0])} ${rest[1]})`
  }
  const parts = rest.at(-1).map((part) => clips(part, needs))
  if (kind === 'atleast') return `(>= (+ ${parts.map((part) => `(if ${part} then 1 else 0)`).join(' ')} 0) ${rest[0]})`
  if (parts.length === 0) return kind === 'all' ? '(eq 0 0)' : '(eq 0 1)'
  return parts.length === 1 ? parts[0] : `(${kind === 'all' ? 'and' : 'or'} ${parts.join(' ')})`
}

/// The rules and cases as a CLIPS program. `way`: "test" puts the condition into the pattern part, "action" into the
/// part that acts. Explained: every pull becomes a fact with its rule, option and strength.
export function clipsProgram(document, way, rounds) {
  const lines = ['(unwatch all)']
  for (const rule of document.rules) {
    const needs = new Set()
    const when = clips(rule.when, needs)
    const patterns = [...needs].map((leaf) => `(${name(leaf)} ?${name(leaf)})`)
    const pulls = rule.pulls.map(([option, strength]) => `(pull ${rule.id} ${option} ${strength})`)
    const say = `(assert (fired ${rule.id}) ${pulls.join(' ')})`
    if (way === 'test') lines.push(`(defrule ${rule.id} (begin) ${patterns.join(' ')} (test ${when}) => ${say})`)
    else lines.push(`(defrule ${rule.id} (begin) ${patterns.join(' ')} => (if ${when} then ${say}))`)
  }
  document.cases.forEach((one, number) => {
    const facts = Object.entries(one.truths).map(([fact, truth]) => `(${fact} ${truth})`)
    lines.push(`(deffunction case-${number} () (assert ${facts.join(' ')}) (assert (begin)))`)
  })
  const each = (body) => document.cases.map((_, number) => `(reset) (case-${number}) (run) ${body}`)
  lines.push('(deffunction tell () (printout t "fired: ") (do-for-all-facts ((?f fired)) TRUE (printout t (implode$ ?f:implied) " ")) (printout t crlf))')
  lines.push(`(deffunction once () ${each('').join('\n ')})`)
  lines.push(`(deffunction check () ${each('(tell)').join('\n ')})`, '(check)')
  lines.push(`(deffunction measure () (bind ?start (time)) (loop-for-count ${rounds} (once))
 (printout t "seconds " (- (time) ?start) crlf))`, '(measure)', '(exit)')
  return lines.join('\n') + '\n'
}
