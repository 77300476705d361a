import type { Command } from 'commander'
import { LagebildError } from '../../base/errors.ts'
import { textOf } from '../../base/spans.ts'
import { Document } from '../../document/document.ts'
import type { Refusal } from '../../extract/events/outcome.ts'
import { type SentenceStory, type WordStory, whyNot } from '../../extract/events/why-not.ts'
import { readInputs } from '../../ingest/read-inputs.ts'
import type { Predicate } from '../../language/lexicon.ts'
import { oneLine } from '../../render/text.ts'
import { EXIT } from '../exit-codes.ts'
import { createNodeReader } from '../reader.ts'
import { note, print, printJson } from '../terminal.ts'

export function addWhyNotCommand(program: Command): void {
  program
    .command('why-not')
    .description('say why a sentence was coded as it was, or not at all')
    .argument('<file>', 'a report')
    .requiredOption('--at <offset>', 'where: an offset in the text (UTF-16), or words that stand there')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ lagebild why-not report.txt --at 1204
  $ lagebild why-not report.txt --at "verhandelten in Genf"`,
    )
    .action(async (file: string, options: { at: string; json?: true }) => {
      const { pipeline, tables } = createNodeReader()
      for await (const item of readInputs([file])) {
        if (item.kind === 'unread') {
          for (const d of item.diagnostics) note(`${item.id}: ${d.message} (${d.code})`)
          process.exitCode = EXIT.failed
          continue
        }
        const doc = new Document(item.document)
        pipeline.run(doc)
        const story = whyNot(doc, tables, offsetOf(options.at, doc.text))
        if (options.json) printJson(asJson(story))
        else print(asText(story, doc))
      }
    })
}

/** @throws LagebildError `offset-invalid` when the text has no such place. */
function offsetOf(at: string, text: string): number {
  const offset = /^\d+$/.test(at) ? Number(at) : text.indexOf(at)
  if (offset < 0 || offset >= text.length)
    throw new LagebildError(
      'offset-invalid',
      `The text has no place "${at}"; it has ${text.length} characters`,
      'Give an offset inside it, or words as they stand there.',
    )
  return offset
}

const REASONS: Readonly<Record<Refusal | 'nobody' | 'doubtful', string>> = {
  aim: 'an aim or open infinitive: nothing says that it happened',
  embedded: 'what governs it makes no event of it',
  content: 'it is what another word, coded itself, is about',
  doubtful: 'by the whole report it is more likely none of this type',
  nobody: 'neither side is known, and nobody does such an act alone',
}

function asText({ sentence, block, words }: SentenceStory, doc: Document): string {
  if (!sentence)
    return `Not read: the place lies in ${block === null ? 'no block' : `a block of kind "${block}"`}.`
  const lines = words.map((word) => `  ${word.token.form.padEnd(24)} ${storyOf(word, doc)}`)
  const none = '  No verb here, and no noun of the lexicon.'
  return [oneLine(textOf(doc.text, sentence)), ...(lines.length > 0 ? lines : [none])].join('\n')
}

function storyOf(word: WordStory, doc: Document): string {
  switch (word.kind) {
    case 'coded': {
      const { event, isTelling } = word
      const name = (id: string) => doc.layer('entities').find((e) => e.id === id)?.name ?? id
      const who = `${event.actors.map(name).join(', ') || '?'} -> ${event.recipients.map(name).join(', ') || '?'}`
      const kind = [event.type, event.mode].filter(Boolean).join('/')
      return `${isTelling ? 'tells again' : 'coded'}: ${kind}, ${who}, ${event.factuality.status} (${event.rule})`
    }
    case 'refused':
      return `not coded (${ruleOf(word.predicate)}): ${REASONS[word.why]}${word.by ? ` ("${word.by.form}")` : ''}`
    case 'stopped':
      return `no event by its entry (${ruleOf(word.predicate)})`
    case 'unmet':
      return `conditions unmet: ${word.entries.map((p) => `${ruleOf(p)} needs ${p.needs.slice(0, 4).join(', ')}${p.needs.length > 4 ? ' …' : ''}`).join('; ')}`
    case 'unknown':
      return 'no entry in the lexicon of predicates'
  }
}

const ruleOf = ({ pos, lemma, line, type }: Predicate): string => `${pos}:${lemma}#${line} ${type ?? 'none'}`

const asJson = ({ sentence, block, words }: SentenceStory) => ({
  sentence: sentence && { from: sentence.from, to: sentence.to },
  block,
  words: words.map((word) => ({
    word: word.token.form,
    from: word.token.from,
    to: word.token.to,
    outcome: word.kind,
    ...(word.kind === 'coded' ? { event: word.event.id, again: word.isTelling } : {}),
    ...(word.kind === 'refused'
      ? { rule: ruleOf(word.predicate), why: word.why, by: word.by?.form ?? null }
      : {}),
    ...(word.kind === 'stopped' ? { rule: ruleOf(word.predicate) } : {}),
    ...(word.kind === 'unmet' ? { rules: word.entries.map(ruleOf) } : {}),
  })),
})
