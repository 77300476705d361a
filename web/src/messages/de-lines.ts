import type { LineMessages } from './line-messages.ts'

const n = (value: number) => value.toLocaleString('de-DE')
const plural = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`

export const deLines: LineMessages = {
  series: {
    byEvent: 'Nach Ereignis',
    byQuestion: 'Nach Frage',
    shape: 'Zahlen ordnen',
    question: 'Was wird gezählt, und wo?',
    questionHint: 'z. B. Soldaten im Irak',
    questionLead: 'Dieselbe Frage durch alle gelesenen Berichte, gleich zu welchem Ereignis.',
    found: (count) => plural(count, 'Reihe', 'Reihen'),
    nothing: 'Dazu nennt kein gelesener Bericht eine Zahl.',
    chart: (count, low, high) => `Verlauf von ${plural(count, 'Angabe', 'Angaben')}, von ${low} bis ${high}`,
    step: {
      first: 'erste Angabe',
      same: 'wie zuvor',
      narrowed: 'genauer als zuvor',
      raised: 'höher als zuvor',
      lowered: 'niedriger als zuvor',
      'other-speaker': 'andere Quelle',
    },
    superseded: {
      version: 'durch eine neue Fassung ersetzt',
      correction: 'berichtigt',
      withdrawal: 'zurückgezogen',
    },
    agreed: (range) => `Die letzten Angaben lassen gemeinsam zu: ${range}`,
    apart: 'Die letzten Angaben können nicht alle stimmen.',
    from: (low) => `${low} oder mehr`,
    between: (low, high) => (low === high ? low : `${low} bis ${high}`),
    sumFails: (sum, whole) => `Die Teile ergeben zusammen ${sum}, das Ganze ist mit ${whole} angegeben.`,
    whole: 'das Ganze',
    part: 'ein Teil',
    earlier: (count) =>
      `${plural(count, 'frühere Angabe steht', 'frühere Angaben stehen')} nur in der Datei.`,
    key: 'Strich: was eine Angabe offenlässt. Gestrichelt: ohne obere Grenze. Linie: dieselbe Quelle. Blass: ersetzt.',
  },
  stories: {
    title: 'Geschichten',
    lead: 'Ereignisse einer Sache, in einer Zeit und mit denselben Beteiligten.',
    unnamed: 'Ohne benannte Beteiligte',
    undated: 'ohne Datum',
    single: (count) => `${plural(count, 'Ereignis steht', 'Ereignisse stehen')} für sich.`,
    passing: (count, all) =>
      count === all ? plural(all, 'Ereignis', 'Ereignisse') : `${n(count)} von ${n(all)} Ereignissen`,
    outlets: (count) => plural(count, 'Medium', 'Medien'),
    contradictions: (count) => plural(count, 'Widerspruch', 'Widersprüche'),
    open: 'Zur ganzen Geschichte',
    back: 'Alle Geschichten',
    course: 'Verlauf',
    more: (count) => `${plural(count, 'weiteres Ereignis ist', 'weitere Ereignisse sind')} nicht gezeigt.`,
    parties: 'Beteiligte',
    places: 'Orte',
    print: 'Drucken',
  },
  stances: {
    lead: 'Wer was will, ablehnt oder anbietet: zuerst gesagt, dann geändert, mit dem Satz.',
    none: 'Die gelesenen Berichte nennen keine Position.',
    first: 'zuerst',
    instead: (before) => `zuvor: ${before}`,
    again: (count, last) => `${n(count)}-mal wiederholt, zuletzt ${last}`,
    changes: (count) => plural(count, 'Änderung', 'Änderungen'),
  },
  resolved: {
    revised: 'Geklärt: Die spätere Angabe hat die frühere abgelöst.',
    superseded: 'Geklärt: Einer der Berichte wurde ersetzt, berichtigt oder zurückgezogen.',
  },
  live: {
    news: (fresh, changed, retracted) =>
      [
        fresh > 0 && `${n(fresh)} neu`,
        changed > 0 && `${n(changed)} geändert`,
        retracted > 0 && `${n(retracted)} zurückgenommen`,
      ]
        .filter(Boolean)
        .join(', '),
    some: 'Die Chronik ist gewachsen',
    show: 'Zeigen',
    shown: 'ist jetzt zu sehen',
  },
  balance: {
    title: 'Konflikt und Zusammenarbeit im Verlauf',
    shape: 'Verlauf',
    lead: 'Mittel der Ereignisse eines Abschnitts auf der Skala von Goldstein. Jede Art hat einen festen Wert, gleich wer handelt.',
    step: {
      day: 'Ein Punkt ist ein Tag.',
      month: 'Ein Punkt ist ein Monat.',
      year: 'Ein Punkt ist ein Jahr.',
    },
    label: (periods) => `Konflikt und Zusammenarbeit in ${plural(periods, 'Abschnitt', 'Abschnitten')}`,
    point: (when, mean, events) => `${when}: ${mean} im Mittel, ${plural(events, 'Ereignis', 'Ereignisse')}`,
    top: 'Konflikt −10',
    bottom: 'Zusammenarbeit +10',
    source: 'Quelle der Skala',
    values: 'Werte der Arten',
    left: (undated, unreal) =>
      [
        unreal > 0 &&
          `${plural(unreal, 'Ereignis', 'Ereignisse')} nicht gezählt: verneint, angekündigt oder bestritten`,
        undated > 0 && `${n(undated)} ohne genaues Datum`,
      ]
        .filter(Boolean)
        .join('; '),
    none: 'Kein datiertes Ereignis passt zur Auswahl.',
    noScale: 'Dieser Server hat keine Skala; gezählt wird trotzdem.',
  },
}
