import type { Diagnostic } from '../base/diagnostics.ts'
import { LagebildError } from '../base/errors.ts'
import { type TextId, textId } from '../base/ids.ts'
import type { Span } from '../base/spans.ts'
import type {
  Block,
  Entity,
  Figure,
  Position,
  Published,
  Quote,
  ReportedEvent,
  SourceInfo,
  TimeExpression,
} from './report.ts'
import type { Tokens } from './tokens.ts'

/** What is known of a document before anything is read: the output of ingest, the input of the pipeline. */
export interface RawDocument {
  /** The user's label: the record's own id, else the path as given. Never a key. */
  readonly id: string
  readonly text: string
  readonly source: SourceInfo
  /** Given by the user or by a record's field (`given`), or found in the page's metadata. */
  readonly published: { readonly edtf: string; readonly basis: 'given' | 'metadata' } | null
  readonly titleText: string | null
  readonly language: string | null
  /** Blocks that the format itself marks (HTML); null where only the words can tell (plain text). */
  readonly blocks: readonly Block[] | null
  readonly diagnostics: readonly Diagnostic[]
}

/** What components add, one after the other. A layer is assigned once, sorted by `from` where it holds spans. */
export interface Layers {
  language: string
  blocks: readonly Block[]
  title: Span | null
  /** Spans that are read: title, lead, body, captions. */
  body: readonly Span[]
  outlet: string | null
  agency: readonly string[]
  tokens: Tokens
  entities: readonly Entity[]
  /** Times as found: resolved only where the words alone suffice. */
  rawTimes: readonly RawTime[]
  times: readonly TimeExpression[]
  figures: readonly Figure[]
  quotes: readonly Quote[]
  published: Published
  events: readonly ReportedEvent[]
  positions: readonly Position[]
}
export type LayerName = keyof Layers

/** A time expression before the document's date is known. */
export interface RawTime extends Span {
  readonly type: TimeExpression['type']
  /** What resolution needs: e.g. `{ kind: 'weekday', weekday: 7, direction: 'past' }`; defined in extract/times. */
  readonly meaning: Readonly<Record<string, unknown>> & { readonly kind: string }
}

/** One report on its way through the pipeline. The text never changes; layers are added. */
export class Document {
  readonly raw: RawDocument
  readonly diagnostics: Diagnostic[]
  readonly #layers: Partial<Layers> = {}
  #textId: TextId | null = null

  constructor(raw: RawDocument) {
    this.raw = raw
    this.diagnostics = [...raw.diagnostics]
  }
  get id(): string {
    return this.raw.id
  }
  get text(): string {
    return this.raw.text
  }
  /** Worked out once, when first asked for: every event's id is made of it. */
  get textId(): TextId {
    this.#textId ??= textId(this.raw.text)
    return this.#textId
  }
  has(name: LayerName): boolean {
    return name in this.#layers
  }
  /** @throws LagebildError `layer-missing` when no component has assigned it yet. */
  layer<Name extends LayerName>(name: Name): Layers[Name] {
    if (!(name in this.#layers)) {
      throw new LagebildError(
        'layer-missing',
        `The layer "${name}" was read before any component assigned it`,
        'Declare it in the component’s `requires`.',
      )
    }
    return this.#layers[name] as Layers[Name]
  }
  assign<Name extends LayerName>(name: Name, value: Layers[Name]): void {
    this.#layers[name] = value
  }
}
