import { trimmed } from '../../base/spans.ts'
import type { Block, BlockKind } from '../../document/report.ts'
import { applyHeader, readHeader } from './header.ts'
import { inlineParts } from './inline.ts'
import type { OutletIndex } from './outlets.ts'
import { type Decision, decide, type LineContext } from './rule.ts'
import { LINE_RULES } from './rules.ts'
import { applySections } from './sections.ts'
import { onDay } from './stamps.ts'
import { applyStructure, inheritStamps } from './structure.ts'
import { unitsOf } from './units.ts'

/** A block and the rule that made it; blocks that stand on one line are one paragraph, parted by what is not read. */
export interface ClassifiedBlock extends Block {
  readonly rule: string
}

/** Lines longer than this are running text; no rule looks at them whole. In UTF-16 units. */
const LONGEST_LINE = 1500

/** Kinds that a format may have given and the text rules may still correct. */
const OPEN_GIVEN: ReadonlySet<BlockKind> = new Set(['body', 'lead'])

/**
 * Parts a text into blocks: sorted, apart from each other, without white space at their ends, covering all that is no white space.
 * @param blocks what the format marked; null for plain text
 */
export function classify(
  text: string,
  blocks: readonly Block[] | null,
  outlets: OutletIndex,
): ClassifiedBlock[] {
  const context: LineContext = { outlets }
  const decisions: Decision[] = unitsOf(text, blocks).map((unit) => {
    const isSettled = unit.given !== null && !OPEN_GIVEN.has(unit.given)
    return {
      unit,
      kind: isSettled ? unit.given : null,
      rule: isSettled ? (blocks ? 'given-by-format' : 'front-matter') : null,
      published: unit.published,
    }
  })
  for (const decision of decisions) if (decision.kind === null) applyLineRules(decision, context)
  applyHeader(decisions, outlets)
  applySections(decisions)
  for (const decision of decisions)
    if (decision.kind === null && decision.unit.given === 'lead') decide(decision, 'lead', 'given-by-format')
  applyStructure(decisions)
  inheritStamps(decisions)
  return withTickerDays(decisions.flatMap((decision) => blocksOf(text, decision, context)))
}

function applyLineRules(decision: Decision, context: LineContext): void {
  if (decision.unit.text.length > LONGEST_LINE) return
  const line = withoutMarks(decision.unit.text)
  const rule = LINE_RULES.find((candidate) => candidate.holds(line, context))
  if (rule) decide(decision, rule.kind, rule.name)
}

/** The words of a Markdown line: no heading mark, no emphasis around the whole. */
function withoutMarks(line: string): string {
  const bare = line.replace(/^#{1,6}\s+/u, '')
  const whole = /^(?<mark>[*_]{1,3})(?<words>[^\s*_](?:[^*]*[^\s*])?)\k<mark>$/u.exec(bare)
  return (whole?.groups?.words ?? bare) || line
}

const READ: ReadonlySet<BlockKind> = new Set(['title', 'lead', 'body', 'caption'])

function blocksOf(
  text: string,
  { unit, kind, rule, published }: Decision,
  context: LineContext,
): ClassifiedBlock[] {
  const own = { kind: kind!, rule: rule!, published }
  if (own.rule === 'outlet-header') {
    const { dateAt = 0, stamp = null } = readHeader(unit.text, context.outlets) ?? {}
    if (stamp) {
      const name = trimmed(unit.text, { from: 0, to: dateAt })
      return [
        { from: unit.from, to: unit.from + name.to, ...own },
        {
          from: unit.from + dateAt,
          to: unit.to,
          kind: 'stamp',
          rule: 'stamp-line',
          published: stamp.edtf,
        },
      ]
    }
  }
  if (!READ.has(own.kind)) return [{ from: unit.from, to: unit.to, ...own }]
  const blocks: ClassifiedBlock[] = []
  let end = unit.from
  const add = (to: number) => {
    const at = trimmed(text, { from: end, to })
    if (at.from < at.to) blocks.push({ ...at, ...own })
  }
  for (const part of inlineParts(unit.text, own.kind, context)) {
    add(unit.from + part.from)
    end = unit.from + part.to
    const at = part.stamp ? (part.stamp.edtf ?? part.stamp.time) : published
    blocks.push({ from: unit.from + part.from, to: end, kind: part.kind, rule: part.rule, published: at })
  }
  add(unit.to)
  return blocks
}

/** Entries of a live blog whose time opens the line: the day is that of the last full date above, else unknown. */
function withTickerDays(blocks: readonly ClassifiedBlock[]): ClassifiedBlock[] {
  let day: string | null = null
  let entry: string | null = null
  return blocks.map((block) => {
    if (block.rule === 'ticker-time') {
      const time = block.published?.startsWith('T') ? block.published : null
      entry = day && time ? onDay({ edtf: null, time }, day) : null
      return { ...block, published: entry }
    }
    if (block.kind === 'stamp') {
      if (block.published && block.published.length >= 10) day = block.published.slice(0, 10)
      entry = null
      return block
    }
    return entry && block.kind !== 'furniture' ? { ...block, published: entry } : block
  })
}
