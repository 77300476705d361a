import { type DayInterval, parseEdtf } from '../../base/calendar.ts'
import type { Codebook } from '../../codebook/types.ts'
import type { Document } from '../../document/document.ts'
import type { Entity } from '../../document/report.ts'
import { union } from './axis.ts'
import type { DateEvidence } from './evidence.ts'
import { type OfficeNouns, officeNouns, rolesOf } from './office-nouns.ts'

/** Around a name: the office is no longer, or not yet, held. */
const NOT_IN_OFFICE =
  /(?:^|[\s-])(?:ex-?|alt-)(?=\p{L})|(?:früher|ehemalig|damalig|einstig|vormalig|designiert|künftig|gestürzt|abgesetzt|verstorben|getötet|hingerichtet|gewählt|neugewählt|später|vize|stellvertretend)(?:e[rsnm]?)?[\s-]|(?:anwärter|kandidat|nachfolger|vorgänger|witwe|sohn|tochter)/iu
/** How far before a name such a word may stand, in UTF-16 units. */
const BEFORE = 48
/** Reports of a change of office call the persons by the old and the new one; days. */
const GRACE = 7
const OF_GOVERNMENT = ['head-of-government', 'head-of-state'] as const

export interface Offices {
  /** By surname and role: who shares both can't be told apart by them (`Präsident Bush`). */
  readonly tenures: ReadonlyMap<string, readonly { readonly person: string; readonly days: DayInterval }[]>
  readonly nouns: OfficeNouns
}

export function officesOf(codebook: Codebook): Offices {
  const names = new Map(codebook.persons.map((p) => [p.id, p.name]))
  const tenures = new Map<string, { person: string; days: DayInterval }[]>()
  for (const tenure of codebook.tenures) {
    const first = bound(tenure.from, 'first')
    const last = bound(tenure.to, 'last')
    const name = names.get(tenure.person)
    if (name === undefined || first > last) continue
    const key = keyOf(name, tenure.role)
    const entry = { person: tenure.person, days: { first: first - GRACE, last: last + GRACE } }
    const known = tenures.get(key)
    if (known) known.push(entry)
    else tenures.set(key, [entry])
  }
  return { tenures, nouns: officeNouns(codebook.roleNouns) }
}

/** Persons named together with an office: the report was written while they held it. */
export function officeEvidence(doc: Document, offices: Offices): DateEvidence[] {
  const out: DateEvidence[] = []
  for (const entity of doc.layer('entities')) {
    if (entity.kind !== 'person' || entity.codebook === null) continue
    const named = namedWithOffice(doc.text, entity, offices)
    if (!named) continue
    const held = named.roles.flatMap((role) => offices.tenures.get(keyOf(entity.name, role)) ?? [])
    if (!held.some((t) => t.person === entity.codebook)) continue
    const text = doc.text.slice(named.from, named.to).replaceAll(/\s+/g, ' ')
    out.push({
      from: named.from,
      to: named.to,
      kind: 'office',
      days: union(held.map((t) => t.days)),
      why: `“${text}”: ${entity.name} held this office then.`,
    })
  }
  return out
}

interface Named {
  readonly from: number
  readonly to: number
  readonly roles: readonly string[]
}

/** The first mention with an office; none when any mention says that the office is over. */
function namedWithOffice(text: string, entity: Entity, offices: Offices): Named | null {
  let found: Named | null = null
  for (const { from, to, kind } of entity.mentions) {
    if (kind === 'pronoun') continue
    const start = phraseStart(text, from)
    if (NOT_IN_OFFICE.test(text.slice(start, to))) return null
    if (kind !== 'name' || found) continue
    found = officeAt(text, start, from, to, offices)
  }
  return found
}

/** An office among the words of the mention, or in the word right before it: `der Innenminister, X`, `Regierung X`. */
function officeAt(text: string, start: number, from: number, to: number, { nouns }: Offices): Named | null {
  for (const match of text.slice(from, to).matchAll(/[\p{L}-]+/gu)) {
    const roles = /^\p{Lu}/u.test(match[0]) ? rolesOf(match[0], nouns) : []
    if (roles.length > 0 && match.index + match[0].length < to - from) return { from, to, roles }
  }
  const word = /(?<word>\p{Lu}[\p{L}-]{3,40}),?\s$/u.exec(text.slice(start, from))
  if (!word?.groups) return null
  const at = start + word.index
  if (/^(?:[\p{L}-]{1,20}-)?(?:Regierung|Administration)$/u.test(word.groups.word!))
    return { from: at, to, roles: OF_GOVERNMENT }
  const roles = rolesOf(word.groups.word!, nouns)
  return roles.length > 0 ? { from: at, to, roles } : null
}

function phraseStart(text: string, from: number): number {
  const before = text.slice(Math.max(0, from - BEFORE), from)
  return (
    from -
    before.length +
    Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n'), before.lastIndexOf(': '), -1) +
    1
  )
}

function bound(edtf: string, end: 'first' | 'last'): number {
  if (edtf === '..') return end === 'first' ? -Infinity : Infinity
  return parseEdtf(edtf)?.[end] ?? (end === 'first' ? -Infinity : Infinity)
}
const keyOf = (name: string, role: string) => `${name.split(/\s+/).at(-1)!.toLowerCase()}/${role}`
