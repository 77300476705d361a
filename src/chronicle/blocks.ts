import { EVENT_TYPES } from '../document/report.ts'
import { typesCanMeet } from './compatibility.ts'
import type { Features } from './features.ts'

/** Windows wider than this (days) do not open a comparison by country and day; they need a place or a pair of parties in common. */
const WIDE = 40
/** Days by which two windows may miss each other and still be compared. */
const SLACK = 1

/**
 * The pairs worth comparing, each once, as indexes `i < j`: those that share a country, a place or a pair of parties, whose windows
 * of days touch, and whose types can mean one act. Calls `visit` in no particular order.
 */
export function candidatePairs(features: readonly Features[], visit: (i: number, j: number) => void): void {
  const first = Float64Array.from(features, ({ window }) => (window === null ? -Infinity : window.first))
  const last = Float64Array.from(features, ({ window }) => (window === null ? Infinity : window.last + SLACK))
  const types = Uint8Array.from(features, ({ type }) => EVENT_TYPES.indexOf(type))
  const tokens = numberedTokens(features)
  const lists: number[][] = []
  tokens.forEach((list, index) => {
    for (const token of list) {
      lists[token] ??= []
      lists[token].push(index)
    }
  })
  lists.forEach((list, token) => {
    list.sort((a, b) => compare(first[a]!, first[b]!) || a - b)
    for (let x = 0; x < list.length; x++) {
      const i = list[x]!
      const canMeet = CAN_MEET[types[i]!]!
      for (let y = x + 1; y < list.length; y++) {
        const j = list[y]!
        if (first[j]! > last[i]!) break
        if (!canMeet[types[j]!] || firstCommon(tokens[i]!, tokens[j]!) !== token) continue
        if (i < j) visit(i, j)
        else visit(j, i)
      }
    }
  })
}

const CAN_MEET = EVENT_TYPES.map((left) => EVENT_TYPES.map((right) => typesCanMeet(left, right)))

/** Tokens as numbers, ascending, so that two lists have one first token in common. */
function numberedTokens(features: readonly Features[]): number[][] {
  const numbers = new Map<string, number>()
  return features.map((feature) => {
    const list: number[] = []
    for (const token of tokensOf(feature)) {
      const known = numbers.get(token)
      if (known === undefined) numbers.set(token, numbers.size)
      list.push(known ?? numbers.size - 1)
    }
    return list.sort((a, b) => a - b)
  })
}

function tokensOf({ window, both, place, placeKey, quote }: Features): Set<string> {
  const tokens = new Set<string>()
  if (window !== null && window.last - window.first <= WIDE) {
    for (const country of both.countries) tokens.add(`country:${country}`)
    for (const key of both.keys) tokens.add(`party:${key}`)
    if (place !== null && place.country !== null && both.countries.length === 0)
      tokens.add(`country:${place.country}`)
  }
  if (placeKey !== null) tokens.add(`place:${placeKey}`)
  const sides = [...both.countries].sort()
  for (let i = 0; i < sides.length; i++) {
    for (let j = i + 1; j < sides.length; j++) tokens.add(`dyad:${sides[i]}:${sides[j]}`)
  }
  if (quote !== '') tokens.add(`quote:${quote}`)
  return tokens
}

/** Subtraction fails on two infinities. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function firstCommon(a: readonly number[], b: readonly number[]): number | null {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = a[i]! - b[j]!
    if (difference === 0) return a[i]!
    if (difference < 0) i++
    else j++
  }
  return null
}
