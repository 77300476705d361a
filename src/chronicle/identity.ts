import { tellsTwo, threshold } from './compatibility.ts'
import type { Form } from './forms.ts'

/** The mean over all pairs of two clusters that are joined, as a share of the threshold. */
const MEAN_SHARE = 0.85

/** Pairs of passages that a person joined or parted, by index in a list of passages. */
export interface Links {
  readonly must: readonly (readonly [number, number])[]
  readonly mustNot: ReadonlySet<string>
  /** Passages that stand alone. */
  readonly alone: ReadonlySet<number>
}

export const linkKey = (i: number, j: number) => (i < j ? `${i}:${j}` : `${j}:${i}`)

/** What persons decided about the forms of a block. */
export interface FormLinks {
  readonly must: readonly (readonly [Form, Form])[]
  readonly parted: (a: Form, b: Form) => boolean
}

/**
 * The forms of one block that tell one event each. Agglomerative with complete link: the best pair first, ties by key; every pair inside
 * a cluster must be able to hold, so that a vague report never chains two events together; at last, clusters that a person tied are
 * one. A pure function of the set of forms.
 */
export function clusters(block: readonly Form[], links: FormLinks): Form[][] {
  const forms = [...block].sort((a, b) => (a.key < b.key ? -1 : 1))
  const index = new Map(forms.map((form, at) => [form, at]))
  const home = forms.map((_, at) => at)
  const members = forms.map((_, at) => [at])
  const twice = toldTwice(forms)
  const parted = (i: number, j: number) =>
    twice.has(i < j ? i * forms.length + j : j * forms.length + i) || links.parted(forms[i]!, forms[j]!)
  const join = (a: number, b: number) => {
    const [into, from] = a < b ? [a, b] : [b, a]
    for (const at of members[from]!) home[at] = into
    members[into]!.push(...members[from]!)
    members[from] = []
  }
  const canJoin = (left: readonly number[], right: readonly number[]) => {
    let sum = 0
    let bar = 0
    for (const i of left) {
      const { scores, lead } = forms[i]!
      for (const j of right) {
        const score = scores?.get(forms[j]!)
        if (score === undefined || parted(i, j)) return false
        sum += score
        bar += threshold(lead, forms[j]!.lead)
      }
    }
    return sum >= bar * MEAN_SHARE
  }
  for (const { i, j } of strongPairs(forms, index)) {
    const left = home[i]!
    const right = home[j]!
    if (left !== right && canJoin(members[left]!, members[right]!)) join(left, right)
  }
  // Whom a person tied together tells one event in several ways: each way goes on to take in what tells it, and all are one.
  for (const [a, b] of links.must) {
    const i = index.get(a)
    const j = index.get(b)
    if (i === undefined || j === undefined || home[i] === home[j]) continue
    const [left, right] = [members[home[i]!]!, members[home[j]!]!]
    if (!left.some((x) => right.some((y) => links.parted(forms[x]!, forms[y]!)))) join(home[i]!, home[j]!)
  }
  return members
    .filter((list) => list.length > 0)
    .map((list) => list.sort((a, b) => a - b).map((at) => forms[at]!))
}

const NO_SCORES: ReadonlyMap<Form, number> = new Map()

interface Pair {
  readonly i: number
  readonly j: number
  readonly score: number
}

function strongPairs(forms: readonly Form[], index: ReadonlyMap<Form, number>): Pair[] {
  const pairs: Pair[] = []
  forms.forEach((form, i) => {
    for (const [other, score] of form.scores ?? NO_SCORES) {
      const j = index.get(other)
      if (j !== undefined && i < j && score >= threshold(form.lead, other.lead)) pairs.push({ i, j, score })
    }
  })
  return pairs.sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j)
}

/** Pairs (`i * size + j`, `i < j`) that one report tells as two events. */
function toldTwice(forms: readonly Form[]): Set<number> {
  const pairs = new Set<number>()
  const byText = new Map<string, number[]>()
  forms.forEach((form, j) => {
    for (const { text } of form.members) {
      const known = byText.get(text)
      if (known === undefined) byText.set(text, [j])
      else {
        for (const i of known)
          if (i !== j && tellsTwo(forms[i]!.lead, form.lead)) pairs.add(i * forms.length + j)
        known.push(j)
      }
    }
  })
  return pairs
}
