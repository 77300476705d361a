import { overlaps } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { Entity, Figure, FigureUnit } from '../../document/report.ts'
import type { Token, Tokens } from '../../document/tokens.ts'
import { partitives, partMarkers } from '../../language/de/fates.ts'
import type { Component } from '../../pipeline/pipeline.ts'
import { attributionAt, sourceContextOf } from '../attribution/attribution.ts'
import { createEntityIndex, type EntityIndex } from '../entities/entity-index.ts'
import { formAt } from '../entities/names.ts'
import type { NounIndex } from '../entities/nouns.ts'
import { placeOf } from '../events/place.ts'
import { isSeveral, type Quantity, quantityAt } from './read-number.ts'
import { isFate, unitOf } from './units.ts'

/** Words behind a number among which its own place may stand. */
const PLACE_REACH = 4

export function figuresComponent(nouns: NounIndex): Component {
  return {
    name: 'figures',
    requires: ['tokens', 'entities', 'quotes', 'rawTimes', 'outlet', 'agency'],
    assigns: ['figures'],
    fallback: (doc) => doc.assign('figures', []),
    run: (doc) => doc.assign('figures', findFigures(doc, nouns)),
  }
}

export function findFigures(doc: Document, nouns: NounIndex): Figure[] {
  const tokens = doc.layer('tokens')
  const times = doc.layer('rawTimes')
  const entities = createEntityIndex(doc.layer('entities'))
  const sources = sourceContextOf(doc)
  const out: Figure[] = []
  let row = 0
  while (row < tokens.length) {
    const quantity = quantityAt(tokens, row)
    const token = tokens.at(row)!
    row = quantity ? quantity.last + 1 : row + 1
    if (!quantity) continue
    const noun = countedNoun(tokens, quantity) ?? sameAsBefore(out, token, tokens)
    if (!counts(token, quantity, noun, tokens)) continue
    const at = { from: tokens.data.from[quantity.first]!, to: tokens.data.to[quantity.last]! }
    const unit = partOfBefore(out, token) ?? unitOf(noun, token, nouns)
    // `mehrere` alone counts only where somebody is hurt or something is attacked.
    if (isSeveral(token) && quantity.first === quantity.last && unit !== 'attacks' && !isFate(unit)) continue
    if (times.some((t) => overlaps(t, at)) && unit !== 'days') continue
    out.push({
      id: `f${out.length + 1}`,
      ...at,
      value: quantity.value,
      min: quantity.min,
      max: quantity.max,
      approx: quantity.approx,
      unit,
      counted: noun?.lemma ?? null,
      place: (placeBehind(tokens, quantity.last, entities) ?? placeOf(token, entities)?.entity)?.id ?? null,
      asOf: doc.raw.published?.edtf ?? null,
      period: null,
      relation: null,
      attribution: attributionAt(at, sources),
    })
  }
  return linkSums(out, tokens)
}

/** `…, darunter 62 Zivilisten`, `davon sechs schwer`: they share the fate of those who were counted before in the sentence. */
function partOfBefore(out: readonly Figure[], number: Token): FigureUnit | null {
  const last = out.at(-1)
  if (!last || last.from < number.sentence.from || !isFate(last.unit)) return null
  for (let back = number.previous, i = 0; back && back.from > last.from && i < 6; back = back.previous, i++)
    if (partMarkers.has(back.form.toLowerCase())) return last.unit
  return null
}

/** `900 Soldaten in A und weitere 2500 in B`: what the last figure of the sentence counted. */
function sameAsBefore(out: readonly Figure[], token: Token, tokens: Tokens): Token | null {
  if (token.previous?.form.toLowerCase() !== 'weitere') return null
  const last = out.at(-1)
  const row = last && last.from >= token.sentence.from ? tokens.rowAt(last.to) : -1
  return row < 0 ? null : tokens.at(row)
}

/** `32 im Irak und 34 in Syrien`: the place right behind a number is its own. */
function placeBehind(tokens: Tokens, last: number, entities: EntityIndex): Entity | null {
  for (let row = last + 1; row < tokens.length && row <= last + PLACE_REACH; row++) {
    const token = tokens.at(row)!
    if (token.upos === 'PUNCT' || token.upos === 'CCONJ' || token.upos === 'NUM' || token.upos === 'VERB')
      return null
    const found = entities.at(token)?.entity
    if (found?.kind === 'place' || found?.kind === 'state') return found
  }
  return null
}

/** The noun that is counted: what the number depends on, else the next noun within the same phrase. */
function countedNoun(tokens: Tokens, quantity: Quantity): Token | null {
  for (let row = quantity.last + 1; row <= quantity.last + 4 && row < tokens.length; row++) {
    const token = tokens.at(row)!
    if (token.upos === 'NOUN' || token.upos === 'PROPN') return token
    // `900 in Syrien`: where they are is not what is counted.
    if (token.upos === 'ADP' && !partitives.has(token.lemma)) break
    if (
      !['ADJ', 'ADV', 'DET', 'ADP', 'SYM'].includes(token.upos) &&
      !(token.upos === 'VERB' && token.feat('VerbForm') === 'Part')
    )
      break
  }
  const head = tokens.at(quantity.last)!.head
  return head && head.upos === 'NOUN' && head.index > quantity.last && head.index - quantity.last < 6
    ? head
    : null
}

/** Not every number counts something: articles, years, clock times, ordinals and percentages do not. */
function counts(token: Token, quantity: Quantity, noun: Token | null, tokens: Tokens): boolean {
  const form = token.form
  if (/^ein/i.test(form))
    return quantity.last > token.index || (token.upos === 'NUM' && quantity.first === token.index)
  if (
    /^\d{4}$/.test(form) &&
    Number(form) >= 1900 &&
    Number(form) <= 2100 &&
    quantity.first === token.index &&
    !noun
  )
    return false
  if (['%', 'Prozent', 'Uhr', '.', ':'].includes(formAt(tokens, quantity.last + 1)))
    return !!(formAt(tokens, quantity.last + 1) === '.' && noun === null)
  if (
    noun &&
    /^(Jahr|Uhr|Prozent|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Woche|Monat|Stunde|Minute|Kilometer|Meter|Mal|Grad)$/.test(
      noun.lemma,
    )
  )
    return false
  return true
}

/** `66 … 32 in A und 34 in B`: parts that add up to a figure of the same sentence belong to it. */
function linkSums(figures: readonly Figure[], tokens: Tokens): Figure[] {
  const sentence = (f: Figure) => tokens.sentenceAt(f.from)?.index ?? -1
  return figures.map((figure, i) => {
    const same = figures.filter((f) => sentence(f) === sentence(figure))
    const whole = same.find((w) => {
      if (
        w.id === figure.id ||
        w.value === null ||
        figure.value === null ||
        figure.value >= w.value ||
        w.from > figure.from
      )
        return false
      return same.some(
        (other) =>
          other.id !== figure.id &&
          other.value !== null &&
          other.id !== w.id &&
          other.value + figure.value! === w.value,
      )
    })
    if (!whole) return figures[i]!
    return {
      ...figure,
      unit: figure.unit === 'other' ? whole.unit : figure.unit,
      counted: figure.counted && figure.unit !== 'other' ? figure.counted : whole.counted,
      relation: { kind: 'part-of' as const, figure: whole.id },
    }
  })
}
