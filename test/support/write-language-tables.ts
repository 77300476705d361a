import { writeFileSync } from 'node:fs'
import { READER_LANGUAGES } from '../../src/render/messages/index.ts'
import { renderLanguageTable } from './language-table.ts'

/** Writes test/gold/bulletins anew, for whoever has changed a message on purpose: `npx tsx test/support/write-language-tables.ts`. */
for (const language of READER_LANGUAGES) {
  writeFileSync(new URL(`../gold/bulletins/${language}.tsv`, import.meta.url), renderLanguageTable(language))
}
