import { LagebildError } from '../base/errors.ts'
import { isSpace, type Span, textOf, trimmed } from '../base/spans.ts'
import type { Report } from '../document/report.ts'
import { bestAssignment } from './assignment.ts'
import { bCubed, type Clusters, ceafE, muc } from './coreference.ts'
import { dice, type Evaluation, type Miss, pairUp, type Reports } from './evaluation.ts'
import type { GoldMention, MentionDocument } from './gold-mentions.ts'
import { counts, meanScore, type Score, type Sums, score, share } from './scores.ts'

interface ReportedMention extends Span {
  readonly entity: string
  readonly kind: string
}

/** Mentions of one document and, for each way of matching, the reported one that stands for a gold one. */
interface Matched {
  readonly id: string
  readonly text: string
  readonly gold: readonly GoldMention[]
  readonly reported: readonly ReportedMention[]
  readonly exact: ReadonlyMap<GoldMention, ReportedMention>
  readonly head: ReadonlyMap<GoldMention, ReportedMention>
}

/**
 * Mentions, by equal span and by overlapping last word, and who they are: MUC, B3, CEAF-e and their mean, as the reference scorer of
 * CoNLL computes them (Pradhan et al. 2014), single mentions included.
 * @throws LagebildError `report-no-text` where a report leaves its text out
 */
export function evaluateMentions(gold: readonly MentionDocument[], reports: Reports): Evaluation {
  const { pairs, ...rest } = pairUp(gold, reports)
  // Things are listed only where the gold knows them: most sets of this form are of people, bodies and places.
  const hasObjects = gold.some(({ mentions }) => mentions.some(({ kind }) => kind === 'object'))
  const documents = pairs.map(({ gold: document, report }) => match(document, report, hasObjects))
  const forms = [...new Set(gold.flatMap(({ mentions }) => mentions.map(({ form }) => form)))].sort()
  return {
    ...rest,
    scores: [...scoresBy('exact', documents), ...scoresBy('head', documents)],
    shares: forms.map((form) =>
      share(
        `${form} found (head)`,
        documents.map(({ gold: mentions, head }) => {
          const ofForm = mentions.filter((mention) => mention.form === form)
          return [ofForm.filter((mention) => head.has(mention)).length, ofForm.length]
        }),
      ),
    ),
    errors: documents.flatMap(errorsOf),
  }
}

function scoresBy(way: 'exact' | 'head', documents: readonly Matched[]): Score[] {
  const clusters = documents.map((document) => clustersOf(document, document[way]))
  const measured = (measure: (gold: Clusters, reported: Clusters) => Sums) =>
    clusters.map(([gold, reported]) => measure(gold, reported))
  const [links, mentions, entities] = [measured(muc), measured(bCubed), measured(ceafE)]
  return [
    score(
      `mentions (${way})`,
      documents.map(({ gold, reported, [way]: pairs }) => counts(pairs.size, reported.length, gold.length)),
    ),
    score(`MUC (${way})`, links!),
    score(`B3 (${way})`, mentions!),
    score(`CEAF-e (${way})`, entities!),
    meanScore(`CoNLL (${way})`, [links!, mentions!, entities!]),
  ]
}

function match(document: MentionDocument, report: Report | undefined, hasObjects: boolean): Matched {
  const { id, mentions: gold } = document
  if (!report) return { id, text: '', gold, reported: [], exact: new Map(), head: new Map() }
  const { text } = report
  if (text === null)
    throw new LagebildError(
      'report-no-text',
      `The report of ${id} carries no text, so last words cannot be told`,
      'Read the documents again with the text in the report.',
    )
  const bySpan = new Map<string, ReportedMention>()
  for (const { id: entity, kind, mentions } of report.entities) {
    if (kind === 'object' && !hasObjects) continue
    // Coreference is a partition: a span that two entities share belongs to the first.
    for (const { from, to } of mentions)
      if (!bySpan.has(key({ from, to }))) bySpan.set(key({ from, to }), { from, to, entity, kind })
  }
  const reported = [...bySpan.values()]
  const exact = new Map(
    gold.flatMap((mention) => {
      const same = bySpan.get(key(mention))
      return same ? [[mention, same] as const] : []
    }),
  )
  const heads = reported.map((mention) => lastWord(text, mention))
  const weights = gold.map((mention) => {
    const head = lastWord(text, mention)
    return reported.map((other, index) => (dice(head, heads[index]!) > 0 ? 1 + dice(mention, other) : 0))
  })
  const head = new Map(
    bestAssignment(weights)
      .filter(([row, column]) => weights[row]![column]! > 0)
      .map(([row, column]) => [gold[row]!, reported[column]!] as const),
  )
  return { id, text, gold, reported, exact, head }
}

/** Clusters over common keys: a gold mention and the reported one that stands for it are the same mention. */
function clustersOf(
  { gold, reported }: Matched,
  pairs: ReadonlyMap<GoldMention, ReportedMention>,
): [gold: Clusters, reported: Clusters] {
  const name = new Map<ReportedMention, string>([...pairs].map(([mention, other]) => [other, key(mention)]))
  const clusters = <Mention extends { readonly entity: string }>(
    mentions: readonly Mention[],
    nameOf: (mention: Mention) => string,
  ) => {
    const byEntity = new Map<string, string[]>()
    for (const mention of mentions) {
      const cluster = byEntity.get(mention.entity)
      if (cluster) cluster.push(nameOf(mention))
      else byEntity.set(mention.entity, [nameOf(mention)])
    }
    return [...byEntity.values()]
  }
  return [clusters(gold, key), clusters(reported, (mention) => name.get(mention) ?? `extra ${key(mention)}`)]
}

function errorsOf({ id, text, gold, reported, head }: Matched): Miss[] {
  const used = new Set(head.values())
  return [
    ...gold
      .filter((mention) => !head.has(mention))
      .map((mention) => ({
        id,
        what: 'missed' as const,
        kind: `${mention.kind} ${mention.form}`,
        words: text === '' ? `${mention.from} to ${mention.to}` : textOf(text, mention),
      })),
    ...reported
      .filter((mention) => !used.has(mention))
      .map((mention) => ({ id, what: 'extra' as const, kind: mention.kind, words: textOf(text, mention) })),
  ]
}

/** In German the head of a mention that nothing follows, and the surname of a person. */
function lastWord(text: string, mention: Span): Span {
  const { from, to } = trimmed(text, mention)
  let start = to
  while (start > from && !isSpace(text.charCodeAt(start - 1))) start--
  return { from: start, to }
}

const key = ({ from, to }: Span): string => `${from} ${to}`
