import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rss, send, startWeb, type Told, type Web } from './bad-web.ts'

const FOLDER = new URL('../../examples/reports/', import.meta.url)
const TYPES = { txt: 'text/plain', md: 'text/plain', html: 'text/html', json: 'application/json' } as const

/** What came after, in our own words: a claim that is asserted, a count that disagrees, and a party that changes its mind. */
const FOLLOW_UPS = {
  'bagdad-tag-danach.json': {
    ...{ outlet: 'Elbe-Echo', published: '2014-01-10', title: '28 Tote nach Anschlag in Bagdad' },
    text: 'Bagdad (Reuters) - Bei dem Anschlag auf ein Rekrutierungszentrum der irakischen Armee in Bagdad sind am Donnerstag 28 Menschen getötet worden.',
  },
  'mossul-geiseln.json': {
    ...{ outlet: 'Rheinkurier', published: '2014-06-11', title: 'Polizei: 80 Entführte in Mossul' },
    text: 'Mossul (Reuters) - Kämpfer der Gruppe Isis haben am Mittwoch im türkischen Konsulat in Mossul nach Angaben der örtlichen Polizei 80 Menschen entführt.',
  },
  'hamas-ja.json': {
    ...{ outlet: 'Elbe-Echo', published: '2024-05-06', title: 'Hamas sagt Ja' },
    text: 'Doha (Reuters) - Die Hamas billigte am Montag den Vorschlag.',
  },
} as const

/** The reports of the sample dossier, in the order in which they were published, and three follow-ups. */
export const DOSSIER = [
  'falludscha-kerry.txt',
  'falludscha-maliki.html',
  'bagdad-rekruten-mittag.json',
  'bagdad-rekruten-abend.txt',
  'ban-in-bagdad.json',
  'mossul-konsulat.html',
  'mossul-pressemitteilung.txt',
  'us-botschaft-275.txt',
  'ostsyrien-luftangriff.html',
  'ain-al-assad.txt',
  'rafah-termin.txt',
  'rafah-termin-kurz.json',
  'rafah-analyse.md',
  'rafah-liveblog.txt',
  'bagdad-tag-danach.json',
  'mossul-geiseln.json',
  'hamas-ja.json',
] as const

export type DossierReport = (typeof DOSSIER)[number]

export interface DossierFeed {
  readonly web: Web
  readonly url: string
  /** Lists one more report. */
  publish(report: DossierReport): void
  /** The report that stands at an address. */
  reportAt(url: string): DossierReport
}

/** A local server with a feed of the dossier's reports, each a page of its own in the form it has in the folder. */
export async function startDossierFeed(): Promise<DossierFeed> {
  const web = await startWeb()
  const listed: Told[] = []
  const url = `${web.base}/feed`
  const tell = () => web.pages.set('/feed', send('application/rss+xml', rss(listed)))
  tell()
  return {
    web,
    url,
    publish(report) {
      const ending = report.slice(report.lastIndexOf('.') + 1) as keyof typeof TYPES
      web.pages.set(`/${report}`, send(`${TYPES[ending]}; charset=utf-8`, bodyOf(report)))
      // A feed that gives no date leaves the report's own date alone.
      listed.unshift({
        link: `${web.base}/${report}`,
        title: report.slice(0, report.lastIndexOf('.')),
        date: '',
      })
      tell()
    },
    reportAt: (address) => address.slice(web.base.length + 1) as DossierReport,
  }
}

function bodyOf(report: DossierReport): string {
  if (!report.endsWith('.json')) return readFileSync(new URL(report, FOLDER), 'utf8')
  const id = report.slice(0, -'.json'.length)
  if (report in FOLLOW_UPS) return JSON.stringify({ id, ...FOLLOW_UPS[report as keyof typeof FOLLOW_UPS] })
  const records = readFileSync(fileURLToPath(new URL('reports.jsonl', FOLDER)), 'utf8')
    .trim()
    .split('\n')
  return records.find((line) => (JSON.parse(line) as { id: string }).id === id)!
}
