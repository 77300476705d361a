import type { Token } from '../../../document/tokens.ts'
import { isPassive } from '../../syntax/clauses.ts'
import type { Asked } from './options.ts'

/** What speaks for and against an event being one, of the type that it was given. */
export function rightnessFeatures({ event, word, course }: Asked): string[] {
  const { type, actors, recipients, aux, mentions, factuality } = event
  const sides = `${Math.min(actors.length, 1)}${Math.min(recipients.length, 1)}`
  const pos = event.rule.slice(0, event.rule.indexOf(':'))
  const lemma = event.rule.slice(0, event.rule.indexOf('#'))
  const inferred = event.arguments.filter(({ chance }) => chance !== undefined).length
  const verb = verbAbove(word)
  return [
    'event',
    `type=${type}`,
    `type=${type}/${pos}`,
    `mode=${type}/${event.mode}`,
    `sides=${sides}`,
    `sides=${sides}/${type}`,
    `inferred=${inferred}`,
    `aux=${aux}`,
    `aux=${aux}/${type}`,
    `status=${factuality.status}`,
    `status=${type}/${factuality.status}`,
    `told=${Math.min(mentions.length, 3)}`,
    `figures=${Math.min(event.figures.length, 2)}`,
    `place=${event.placePrecision}`,
    `date=${event.date?.marked ?? 'none'}`,
    `source=${event.attribution === null}`,
    `word=${lemma}`,
    `relation=${pos}/${word.relation}`,
    `above=${pos}/${word.head?.lemma ?? 'none'}`,
    `voice=${isPassive(word)}`,
    `length=${Math.min(Math.floor((event.evidence.to - event.evidence.from) / 40), 4)}`,
    `near=${Math.min(course.overlapping(event), 3)}`,
    `clause=${verb?.relation ?? 'none'}`,
    ...(word.upos === 'NOUN'
      ? [`article=${word.child('det')?.feat('Definite') ?? 'none'}`, `number=${word.feat('Number')}`]
      : []),
  ]
}

function verbAbove(word: Token): Token | null {
  for (let t: Token | null = word; t; t = t.head) if (t.upos === 'VERB') return t
  return null
}
