import { LagebildError } from '../base/errors.ts'
import { type Tokens, UPOS } from '../document/tokens.ts'
import type { Analyser } from './analyser.ts'
import { ColumnsBuilder, type WordRow } from './columns.ts'
import type { Source } from './neural/model.ts'

/** Text and sentences that a CoNLL-U file holds; `text` is put together from its forms, and spans count in it. */
export interface ConlluDocument {
  readonly text: string
  readonly tokens: Tokens
}

/**
 * Writes CoNLL-U: `# sent_id`, `# text`, lines for contractions, SpaceAfter=No, and with `partsOf` the parts of compounds
 * (`Compound=Luft+Angriff`).
 */
export function writeConllu(tokens: Tokens, text: string, partsOf?: Analyser['partsOf']): string {
  const out: string[] = []
  const { data } = tokens
  const string = (id: number) => data.strings[id]!
  for (const sentence of tokens.sentences) {
    const { start, end } = sentence
    out.push(
      `# sent_id = ${sentence.index + 1}`,
      `# text = ${text.slice(sentence.from, sentence.to).replace(/\s+/g, ' ')}`,
    )
    for (let row = start; row < end; row++) {
      const id = row - start + 1
      const shared =
        row + 1 < end && data.part[row + 1] === data.part[row]! + 1 && data.from[row + 1] === data.from[row]
      const next = row + 1 < end ? data.from[row + 1]! : data.to[row]! + 1
      const misc = next === data.to[row] ? 'SpaceAfter=No' : '_'
      const inside = data.part[row]! > 0 || shared
      if (shared && data.part[row] === 0) {
        let last = row
        while (last + 1 < end && data.part[last + 1]! > 0 && data.from[last + 1] === data.from[row]) last++
        const behind = last + 1 < end && data.from[last + 1] === data.to[row] ? 'SpaceAfter=No' : '_'
        out.push(
          [
            `${id}-${last - start + 1}`,
            text.slice(data.from[row]!, data.to[row]!),
            '_',
            '_',
            '_',
            '_',
            '_',
            '_',
            '_',
            behind,
          ].join('\t'),
        )
      }
      const head = data.head[row]! < 0 ? 0 : data.head[row]! - start + 1
      out.push(
        [
          id,
          string(data.form[row]!),
          string(data.lemma[row]!),
          UPOS[data.upos[row]!],
          '_',
          string(data.feats[row]!),
          head,
          string(data.deprel[row]!),
          '_',
          miscOf(
            inside ? '_' : misc,
            UPOS[data.upos[row]!] === 'NOUN' ? partsOf?.(string(data.lemma[row]!)) : undefined,
          ),
        ].join('\t'),
      )
    }
    out.push('')
  }
  return out.length === 0 ? '' : `${out.join('\n')}\n`
}

function miscOf(space: string, parts: readonly string[] | undefined): string {
  const compound = parts && parts.length > 1 ? `Compound=${parts.join('+')}` : null
  return [compound, space === '_' ? null : space].filter(Boolean).join('|') || '_'
}

/** @throws LagebildError `conllu-row` naming the line that has no ten columns, an unknown tag or a head that is no word of its sentence. */
export function readConllu(conllu: string): ConlluDocument {
  const columns = new ColumnsBuilder()
  const text: string[] = []
  let offset = 0
  let rows: WordRow[] = []
  let whole: { form: string; from: number; last: number; first: number } | null = null
  let lineNumber = 0
  const flush = () => {
    for (const row of rows)
      if (row.head >= rows.length) throw wrong(lineNumber, 'a head lies outside its sentence')
    columns.addSentence(rows)
    if (rows.length > 0) put('\n')
    rows = []
    whole = null
  }
  const put = (piece: string) => {
    text.push(piece)
    offset += piece.length
  }
  for (const line of conllu.split(/\r?\n/)) {
    lineNumber++
    if (line.trim() === '') {
      flush()
      continue
    }
    if (line.startsWith('#')) continue
    const c = line.split('\t')
    if (c.length !== 10) throw wrong(lineNumber, `it has ${c.length} columns, not 10`)
    const space = c[9]!.includes('SpaceAfter=No') ? '' : ' '
    if (c[0]!.includes('.')) continue
    if (c[0]!.includes('-')) {
      const [first, last] = c[0]!.split('-').map(Number)
      whole = { form: c[1]!, from: offset, first: first!, last: last! }
      put(c[1]! + space)
      continue
    }
    const id = Number(c[0])
    const upos = (UPOS as readonly string[]).indexOf(c[3]!)
    if (upos < 0 && c[3] !== '_') throw wrong(lineNumber, `"${c[3]}" is no universal part of speech`)
    const inside: { form: string; from: number; first: number } | null =
      whole && id <= whole.last ? whole : null
    const from: number = inside ? inside.from : offset
    rows.push({
      from,
      to: from + (inside ? inside.form : c[1]!).length,
      part: inside ? id - inside.first : 0,
      form: c[1]!,
      lemma: c[2]!,
      upos: Math.max(upos, 0),
      feats: c[5]!,
      head: c[6] === '_' ? -1 : Number(c[6]) - 1,
      deprel: c[7]!,
    })
    if (!inside) put(c[1]! + space)
  }
  flush()
  return { text: text.join(''), tokens: columns.build() }
}

/** Keeps comments, tokens, XPOS and the last columns of a file and replaces lemma, UPOS, features, head and relation. */
export function reannotate(conllu: string, analyser: Analyser, source: Source = 'news'): string {
  const { tokens } = readConllu(conllu)
  const { data } = tokens
  const sentences = tokens.sentences.map((s) =>
    s.tokens.map((t) => ({ from: t.from, to: t.to, form: t.form, part: data.part[t.index]! })),
  )
  const made = analyser.annotate(sentences, source).data
  let row = 0
  let start = 0
  return conllu
    .split(/\r?\n/)
    .map((line) => {
      if (!/^\d+\t/.test(line)) {
        if (line.trim() === '') start = row
        return line
      }
      const c = line.split('\t')
      const head = made.head[row]!
      c[2] = made.strings[made.lemma[row]!]!
      c[3] = UPOS[made.upos[row]!]!
      c[5] = made.strings[made.feats[row]!]!
      c[6] = String(head < 0 ? 0 : head - start + 1)
      c[7] = made.strings[made.deprel[row]!]!
      row++
      return c.join('\t')
    })
    .join('\n')
}

function wrong(line: number, why: string): LagebildError {
  return new LagebildError(
    'conllu-row',
    `CoNLL-U line ${line} cannot be read: ${why}`,
    'Correct the line; the format is described at universaldependencies.org/format.html.',
  )
}
