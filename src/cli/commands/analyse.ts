import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { createAnalyser } from '../../analyse/analyser.ts'
import { reannotate, writeConllu } from '../../analyse/conllu.ts'
import { Document } from '../../document/document.ts'
import { readInputs } from '../../ingest/read-inputs.ts'
import { german } from '../../language/de/index.ts'
import { vocabularyOf } from '../../language/lexicon.ts'
import { EXIT } from '../exit-codes.ts'
import { createNodeReader } from '../reader.ts'
import { readLexicon, readModels } from '../resources.ts'
import { note, print } from '../terminal.ts'

export function addAnalyseCommand(program: Command): void {
  program
    .command('analyse')
    .description('print sentences, tags, lemmas and dependencies')
    .argument('<file>', 'a report, or with --from conllu a CoNLL-U file')
    .option('--format <name>', 'conllu', 'conllu')
    .option('--from <name>', 'conllu: keep the file’s tokens and replace their annotation')
    .addHelpText(
      'after',
      `
Examples:
  $ lagebild analyse report.txt --format conllu
  $ lagebild analyse gold.conllu --from conllu > ours.conllu`,
    )
    .action(async (file: string, options: { from?: string }) => {
      const vocabulary = vocabularyOf(readLexicon())
      const analyser = createAnalyser(readModels().model, german, { vocabulary })
      if (options.from === 'conllu') {
        print(reannotate(readFileSync(file, 'utf8'), analyser))
        return
      }
      const { pipeline } = createNodeReader()
      for await (const item of readInputs([file])) {
        if (item.kind === 'unread') {
          for (const d of item.diagnostics) note(`${item.id}: ${d.message} (${d.code})`)
          process.exitCode = EXIT.partly
          continue
        }
        const doc = new Document(item.document)
        pipeline.run(doc)
        print(writeConllu(doc.layer('tokens'), doc.text, analyser.partsOf))
      }
    })
}
