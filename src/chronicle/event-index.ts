import type { EventId, TextId } from '../base/ids.ts'
import { Blocks } from './blocks.ts'
import { CONFLICT, compatibility, threshold } from './compatibility.ts'
import type { Features } from './features.ts'
import { type Block, type Cluster, type Form, formKey } from './forms.ts'
import { clusters, type FormLinks } from './identity.ts'

/** Every pair inside a cluster must reach this sum. */
const FLOOR = 0.9

/** What persons decided, by passage id. */
export interface PassageLinks {
  readonly must: readonly (readonly [EventId, EventId])[]
  readonly mustNot: ReadonlySet<string>
  /** Passages that stand alone. */
  readonly alone: ReadonlySet<EventId>
  /** All passages that a decision names. */
  readonly decided: ReadonlySet<EventId>
}

export const NO_LINKS: PassageLinks = { must: [], mustNot: new Set(), alone: new Set(), decided: new Set() }

export const linkKeyOf = (a: string, b: string): string => (a < b ? `${a}:${b}` : `${b}:${a}`)

/**
 * Which passages tell one event, kept up to date as passages come and go. A change touches the forms that meet the changed one and
 * the blocks they lie in, and nothing else; a block is clustered anew as a whole, so the result is that of a build from scratch.
 */
export class EventIndex {
  private readonly forms = new Map<string, Form>()
  private readonly formOf = new Map<EventId, Form>()
  private readonly blocks = new Blocks<Form>()
  private readonly byText = new Map<TextId, readonly EventId[]>()
  /** Forms whose pairs have changed: their blocks are to be clustered anew. */
  private readonly dirty = new Set<Form>()
  /** Forms that have other members now: their events are to be told anew. */
  private readonly touched = new Set<Form>()
  private links: PassageLinks = NO_LINKS

  /** The passages of one text, in place of those it had before. */
  put(text: TextId, passages: readonly Features[]): void {
    for (const id of this.byText.get(text) ?? []) this.remove(id)
    if (passages.length === 0) this.byText.delete(text)
    else
      this.byText.set(
        text,
        passages.map(({ id }) => id),
      )
    const grown = passages.map((features) => this.add(features)).filter((form) => form !== null)
    // One report that tells two events of a block parts them; else a further member changes no pair.
    const own = new Set(passages.map(({ id }) => this.formOf.get(id)!))
    for (const form of grown) {
      if ([...own].some((other) => other !== form && other.block === form.block)) this.dirty.add(form)
    }
  }

  /** Puts other decisions in force; the texts of all passages they name, before and now, are to be put again. */
  decide(links: PassageLinks): void {
    this.links = links
  }

  clusterOf(id: EventId): Cluster | undefined {
    return this.formOf.get(id)?.cluster ?? undefined
  }

  /** Clusters what has changed since the last call: which clusters are new or have other members, and which are no more. */
  settle(): { readonly changed: ReadonlySet<Cluster>; readonly gone: ReadonlySet<Cluster> } {
    const changed = new Set<Cluster>()
    const gone = new Set<Cluster>()
    const waiting = new Set(this.dirty)
    for (const form of waiting) {
      if (form.members.length > 0) continue
      if (form.cluster !== null) gone.add(form.cluster)
      waiting.delete(form)
    }
    for (const form of waiting) {
      const block = this.blockFrom(form)
      for (const one of block.forms) {
        waiting.delete(one)
        one.block = block
      }
      for (const forms of clusters(block.forms, this.linksOf(block))) {
        const same = forms[0]!.cluster
        if (same !== null && sameForms(same.forms, forms)) continue
        const cluster = { forms }
        for (const one of forms) {
          if (one.cluster !== null) gone.add(one.cluster)
          one.cluster = cluster
        }
        changed.add(cluster)
      }
    }
    for (const { cluster, members } of this.touched)
      if (cluster !== null && members.length > 0) changed.add(cluster)
    this.dirty.clear()
    this.touched.clear()
    return { changed, gone }
  }

  /** @returns the form, if all that changed is that it has one more member */
  private add(features: Features): Form | null {
    const key = formKey(features, this.links.decided.has(features.id))
    let form = this.forms.get(key)
    const isKnown = form !== undefined
    if (form === undefined) {
      form = { key, members: [features], lead: features, scores: null, block: null, cluster: null }
      this.forms.set(key, form)
      this.connect(form)
    } else form.members.push(features)
    this.formOf.set(features.id, form)
    this.touched.add(form)
    if (isKnown && features.id > form.lead.id) return form
    if (isKnown) this.reconnect(form, features)
    this.dirty.add(form)
    return null
  }

  private remove(id: EventId): void {
    const form = this.formOf.get(id)
    if (form === undefined) return
    this.formOf.delete(id)
    form.members.splice(
      form.members.findIndex((member) => member.id === id),
      1,
    )
    this.touched.add(form)
    this.dirty.add(form)
    if (form.members.length === 0) {
      this.disconnect(form)
      this.forms.delete(form.key)
    } else if (form.lead.id === id) {
      this.reconnect(
        form,
        form.members.reduce((a, b) => (b.id < a.id ? b : a)),
      )
    }
  }

  private connect(form: Form): void {
    for (const other of this.blocks.candidates(form.lead)) {
      if (other === form) continue
      const score = compatibility(form.lead, other.lead, FLOOR)
      if (score === CONFLICT) continue
      form.scores = (form.scores ?? new Map()).set(other, score)
      other.scores = (other.scores ?? new Map()).set(form, score)
    }
    this.blocks.add(form, form.lead)
  }

  private disconnect(form: Form): void {
    this.blocks.delete(form, form.lead)
    for (const [other, score] of form.scores ?? []) {
      other.scores?.delete(form)
      // Every piece into which its block may fall holds one of those that it was strongly tied to.
      if (isStrong(form, other, score)) this.dirty.add(other)
    }
    form.scores = null
  }

  private reconnect(form: Form, lead: Features): void {
    this.disconnect(form)
    form.lead = lead
    this.connect(form)
  }

  /** All forms that strong pairs and decisions connect with this one. */
  private blockFrom(start: Form): Block {
    const forms = new Set([start])
    const mustOf = new Map<Form, Form[]>()
    for (const [a, b] of this.links.must) {
      const [left, right] = [this.formOf.get(a), this.formOf.get(b)]
      if (left === undefined || right === undefined) continue
      mustOf.set(left, [...(mustOf.get(left) ?? []), right])
      mustOf.set(right, [...(mustOf.get(right) ?? []), left])
    }
    // A set that grows while it is walked: everything added is visited.
    for (const form of forms) {
      for (const other of mustOf.get(form) ?? []) forms.add(other)
      for (const [other, score] of form.scores ?? []) if (isStrong(form, other, score)) forms.add(other)
    }
    return { forms: [...forms] }
  }

  private linksOf(block: Block): FormLinks {
    const { must, mustNot, alone } = this.links
    const pairs: [Form, Form][] = []
    for (const [a, b] of must) {
      const [left, right] = [this.formOf.get(a), this.formOf.get(b)]
      if (left !== undefined && right !== undefined && left.block === block) pairs.push([left, right])
    }
    return {
      must: pairs,
      parted: ({ lead: a }, { lead: b }) =>
        alone.has(a.id) || alone.has(b.id) || mustNot.has(linkKeyOf(a.id, b.id)),
    }
  }
}

function isStrong(a: Form, b: Form, score: number): boolean {
  return score >= threshold(a.lead, b.lead)
}

function sameForms(a: readonly Form[], b: readonly Form[]): boolean {
  return a.length === b.length && a.every((form, at) => form === b[at])
}
