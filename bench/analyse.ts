import { readFileSync } from 'node:fs'
import { createAnalyser } from '../src/analyse/analyser.ts'
import { tokenise } from '../src/analyse/sentences.ts'
import { german } from '../src/language/de/index.ts'

/**
 * `npx tsx bench/analyse.ts [text file]`: time and memory from the model's bytes to the first parsed sentence; words a second on
 * one core, end to end; characters a second of the tokeniser alone. Without a file a short sample is repeated, whose forms are soon
 * all known: give a file for a figure that counts.
 */
const SAMPLE = `Bagdad (dpa) - Die Regierung sagte den Vereinten Nationen am 5. November Unterstützung zu. „Wir werden die Stadt zurückerobern“,
sagte ein Sprecher des Ministeriums, der nach eigenen Angaben rund 1.300 Soldaten in den Norden geschickt hat. Bei einem Anschlag auf einen
Markt im Osten des Landes wurden mindestens 17 Menschen getötet, teilte die Polizei mit. Der Außenminister wies die Vorwürfe zurück.\n\n`
const path = process.argv[2]
const text = path ? readFileSync(path, 'utf8') : SAMPLE.repeat(500)
const spans = [{ from: 0, to: text.length }]

let started = performance.now()
const before = process.memoryUsage().rss
const analyser = createAnalyser(readFileSync('models/de/model.bin'), german, {
  names: readFileSync('models/de/names.bin'),
})
const loaded = performance.now() - started
analyser.analyse(SAMPLE, [{ from: 0, to: SAMPLE.indexOf('\n') }])
const memory = (process.memoryUsage().rss - before) / 1e6
console.log(
  `load ${loaded.toFixed(0)} ms, to the first parsed sentence ${(performance.now() - started).toFixed(0)} ms, ${memory.toFixed(0)} MB`,
)

started = performance.now()
let tokens = 0
for (const sentence of tokenise(text, spans, german)) tokens += sentence.length
let seconds = (performance.now() - started) / 1000
console.log(`tokenise: ${(text.length / seconds / 1e6).toFixed(2)} Mchars/s, ${tokens} tokens`)

started = performance.now()
const { length } = analyser.analyse(text, spans)
seconds = (performance.now() - started) / 1000
console.log(`analyse: ${(length / seconds).toFixed(0)} words/s, ${length} words in ${seconds.toFixed(1)} s`)
