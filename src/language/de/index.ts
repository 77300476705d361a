import type { LanguageData } from '../contract.ts'
import { abbreviations, finalAbbreviations } from './abbreviations.ts'
import { contractions } from './contractions.ts'
import { particles } from './particles.ts'
import { prefixes, strongForms } from './strong-verbs.ts'

const words = (list: string) => new Set(list.trim().split(/\s+/))

export const german: LanguageData = {
  code: 'de',
  abbreviations,
  finalAbbreviations,
  months: [
    'januar',
    'februar',
    'märz',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'dezember',
    'jänner',
    'feber',
  ],
  ordinalNouns: words(
    'jahrhundert jahrhunderts jahrhunderten jahrestag jahrestages jahrestags mal weltkrieg weltkriegs weltkrieges geburtstag bundestag wahlperiode division infanteriedivision armee brigade bataillon runde platz tag jahr stock etage kongress parteitag',
  ),
  ordinalCues: words(
    'der die das den dem des am im zum zur vom beim ins ans jeder jeden jedem dieser dieses diesem diesen sein seinen seinem seiner ihr ihren ihrem ihrer bis ab seit',
  ),
  sentenceStarters: words(
    'der die das den dem des ein eine einen einem einer er sie es wir ich ihr sein seine ihre dies diese dieser dieses in im an am auf aus bei beim nach vor seit mit von vom zu zum zur für gegen unter über während bis doch aber und auch so dann als wenn da nun nur noch bereits damit dabei dazu davon man nicht allerdings jedoch zudem außerdem dort hier wie was wer ob obwohl weil laut insgesamt',
  ),
  contractions,
  particles,
  cases: {
    nominativePronouns: words('ich du er wir man wer'),
    accusativeArticles: words('den einen keinen diesen jenen meinen seinen ihren unseren'),
    dativeArticles: words('dem einem keinem diesem jenem meinem seinem ihrem unserem'),
  },
  lemma: {
    infixes: ['ge', 'zu'],
    infinitiveInfix: 'zu',
    umlauts: new Map([
      ['ä', 'a'],
      ['ö', 'o'],
      ['ü', 'u'],
    ]),
    capitalised: new Set(['NOUN', 'PROPN']),
    endings: new Map([['VERB', /(?:en|eln|ern|tun|sein)$/]]),
    regular: new Map([
      ['NOUN', { form: /^(?:e?s|e[nr]?|n|ern)?$/, lemma: /^(?:e|a|o|um|us|is)?$/ }],
      ['VERB', { form: /^(?:e?t?e?(?:n|st|t)?|e?nd(?:e[mnrs]?)?)$/, lemma: /^e?n$/ }],
    ]),
    compoundLinks: ['ens', 'es', 'en', 'er', 's', 'n', 'e', ''],
    strongForms,
    prefixes,
  },
  names: { endonym: 'Deutsch', english: 'German' },
}
