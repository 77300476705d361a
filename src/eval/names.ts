import { type Span, textOf } from '../base/spans.ts'
import { NAME_LABELS, type NameLabel } from '../document/names.ts'
import type { EntityKind, Report } from '../document/report.ts'
import { type Evaluation, type Miss, pairUp, type Reports } from './evaluation.ts'
import type { LabelledSpan, NameSentence } from './gold-tokens.ts'
import { counts, score } from './scores.ts'

/** What kinds of entities are called there; roles, populations and things are no names. */
const LABELS: Readonly<Partial<Record<EntityKind, NameLabel>>> = {
  person: 'PER',
  place: 'LOC',
  state: 'LOC',
  organisation: 'ORG',
  'armed-group': 'ORG',
  government: 'ORG',
}

/** GermEval's strict measure of the outer layer: a name is right where both ends and the label are. */
export function evaluateNames(gold: readonly NameSentence[], reports: Reports): Evaluation {
  const { pairs, ...rest } = pairUp(gold, reports)
  const errors: Miss[] = []
  const documents = pairs.map(({ gold: sentence, report }) => {
    const reported = report ? reportedNames(report) : []
    const isIn = (names: readonly LabelledSpan[]) => {
      const keys = new Set(names.map(key))
      return (name: LabelledSpan) => keys.has(key(name))
    }
    const [inGold, inReport] = [isIn(sentence.names), isIn(reported)]
    const list = (what: Miss['what'], names: readonly LabelledSpan[]) => {
      for (const name of names)
        errors.push({ id: sentence.id, what, kind: name.label, words: textOf(sentence.text, name) })
    }
    list(
      'missed',
      sentence.names.filter((name) => !inReport(name)),
    )
    list(
      'extra',
      reported.filter((name) => !inGold(name)),
    )
    return { gold: sentence.names, reported, right: reported.filter(inGold) }
  })
  const scoreOf = (label: string, is: (name: LabelledSpan) => boolean) =>
    score(
      label,
      documents.map((names) =>
        counts(names.right.filter(is).length, names.reported.filter(is).length, names.gold.filter(is).length),
      ),
    )
  return {
    ...rest,
    scores: [
      scoreOf('all names', () => true),
      ...NAME_LABELS.map((label) => scoreOf(label, (name) => name.label === label)),
    ],
    shares: [],
    errors,
  }
}

/** The names of the report; of one without them (another program's) its entities. */
function reportedNames({ entities, names: recognised, text }: Report): LabelledSpan[] {
  if (recognised) return recognised
  const names = new Map<string, LabelledSpan>()
  for (const { kind, name: fullName, mentions } of entities) {
    const label = LABELS[kind]
    if (label === undefined) continue
    for (const { kind: form, ...at } of mentions) {
      if (form !== 'name') continue
      const name = { ...(kind === 'person' ? withoutOffice(at, fullName, text) : at), label }
      names.set(key(name), name)
    }
  }
  return [...names.values()]
}

/** Our mentions hold the office (`Präsident Michel Platini`), names there do not: the part from the first word of the name on. */
function withoutOffice({ from, to }: Span, fullName: string, text: string | null): Span {
  if (text === null) return { from, to }
  const parts = new Set(fullName.split(/\s+/))
  for (const { 0: word, index } of text.slice(from, to).matchAll(/\S+/g))
    if (parts.has(word) || parts.has(word.replace(/['’]?s?$/, ''))) return { from: from + index, to }
  return { from, to }
}

const key = ({ from, to, label }: LabelledSpan): string => `${from} ${to} ${label}`
