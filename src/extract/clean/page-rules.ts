import type { LineRule } from './rule.ts'
import { wordCount } from './shape.ts'

const RIGHTS =
  /^(?:©|\(c\)\s|copyright(?!\p{L})|alle rechte vorbehalten|all rights reserved)|(?:alle rechte vorbehalten|all rights reserved|nutzungsrechte erwerben)\W*$/iu
const NAVIGATION = new Set(
  `startseite|zur startseite|zurück zur startseite|inhalt|inhaltsverzeichnis|menü|navigation|suche|suchen|zurück|weiter|nächste seite|vorherige seite|nächster artikel|vorheriger artikel|nach oben|zum seitenanfang|zum inhalt springen|drucken|druckversion|artikel drucken|seite drucken|artikel merken|merken|vorlesen|artikel anhören|artikel auf einer seite lesen|auf einer seite lesen|weiterlesen|mehr lesen|mehr anzeigen|mehr laden|alles anzeigen|schließen|anmelden|abmelden|registrieren|login|logout|impressum|datenschutz|datenschutzerklärung|agb|kontakt|über uns|mediadaten|hilfe|abo|e-paper|rss|newsletter|feedback|korrekturhinweis|fehler melden|permalink|bild vergrößern|bild anzeigen|video abspielen|bildergalerie|zur übersicht|zurück zur übersicht|übersicht|mehr|mehr dazu|mehr erfahren|jetzt lesen|home|back|next|read more|more|menu|skip to content|top|lesezeit|themen|schlagworte|schlagwörter|tags|anhören|live|live-ticker|eilmeldung`.split(
    '|',
  ),
)
const ADVERTISING = /^[-–—\s*]*(?:anzeigen?|werbung|advertisement|sponsored|ad)[-–—\s*]*$/iu
const SHARE_WORDS = new Set(
  `teilen|share|artikel|beitrag|seite|diesen|diese|auf|per|via|bei|mit|on|facebook|twitter|x|whatsapp|telegram|threema|signal|linkedin|xing|pinterest|flipboard|instagram|mastodon|bluesky|reddit|tumblr|pocket|e-mail|email|mail|link|url|kopieren|kopiert|tweet|tweeten|twittern|liken|like|gefällt|mir|empfehlen|senden|versenden|weiterleiten|drucken|merken|google|google+|messenger|folgen|sms|und|oder`.split(
    '|',
  ),
)
const SHARE_CORE =
  /teilen|share|facebook|twitter|whatsapp|telegram|linkedin|xing|pinterest|flipboard|instagram|mastodon|bluesky|tweet|empfehlen|weiterleiten/iu
const TAG_LINE =
  /^(?:branchen?|rubriken?|ressorts?|schlagworte?|schlagwörter|tags?|themen|stichwörter|kategorien?|keywords?|veröffentlicht in|abgelegt unter|filed under|dateiname|lesezeit|lesedauer|isbn|issn)\s*:/iu
const LINK_LINE =
  /^[\s–—•*>»→+-]*(?:(?:lesen|sehen|hören|erfahren) sie (?:auch|hier|dazu|hierzu|mehr|weiter|außerdem)|auch interessant|auch lesenswert|lesetipp|read also|see also|(?:mehr (?:zum thema|dazu|zu diesem thema|über)|(?:mehr )?zum thema|siehe auch|passend dazu|weiterlesen|hintergrund|archiv|video|audio|podcast|fotostrecke|bilderstrecke|kommentar|interview|analyse|grafik|liveblog|live-ticker|newsblog|quiz|themenseite|dossier)\s?:\s)/iu
const LABELLED_LINK =
  /^[\s–—•*>»→+-]*(?:hintergrund|archiv|video|audio|podcast|kommentar|interview|analyse|grafik|quiz|dossier|über)/iu
const URL_LINE = /^(?:<?(?:https?:\/\/|www\.)\S+>?|<?[\w.+-]+@[\w-]+\.[\w.]+>?)$/iu
const RESIDUE =
  /^(?:thumb|miniatur|\d{2,4}px|\[\[.*\]\]|\{\{.*\}\}|kategorie:.*|category:.*|wikinews-portal.*|\[?bearbeiten\]?|\[\d+\]|&\w+;|<\/?\w+[^>]*>)$/iu

/** Lines of the page around the article. */
export const PAGE_RULES: readonly LineRule[] = [
  {
    name: 'ornament',
    kind: 'furniture',
    finds: 'a line without a letter or digit',
    holds: (line) => line.length <= 200 && !/[\p{L}\p{N}]/u.test(line),
  },
  {
    name: 'pager-row',
    kind: 'furniture',
    finds: 'a row of page numbers, percentages or votes',
    holds: (line) =>
      (/^[\d\s%|/·•.,;:<>«»‹›…()+-]+$/u.test(line) && (line.match(/\d+/g)?.length ?? 0) >= 5) ||
      /^(?:seite|page)?\s*\d{1,3}\s*(?:von|of|\/)\s*\d{1,3}$/iu.test(line),
  },
  {
    name: 'rights-line',
    kind: 'furniture',
    finds: 'a copyright or rights line',
    holds: (line) => wordCount(line) <= 30 && RIGHTS.test(line),
  },
  {
    name: 'navigation-line',
    kind: 'furniture',
    finds: 'a label of the page’s navigation, alone on its line',
    holds: (line) =>
      line.length <= 60 &&
      NAVIGATION.has(line.toLowerCase().replace(/^[\s«»‹›<>→←|•*-]+|[\s«»‹›<>→←|•*:.!…-]+$/gu, '')),
  },
  {
    name: 'advertising-mark',
    kind: 'furniture',
    finds: 'the mark of an advertisement',
    holds: (line) => line.length <= 40 && ADVERTISING.test(line),
  },
  {
    name: 'share-bar',
    kind: 'furniture',
    finds: 'a row of buttons for sharing',
    holds: (line) => {
      if (!SHARE_CORE.test(line)) return false
      const words = line
        .toLowerCase()
        .split(/[\s,|/·•:()]+/u)
        .filter((word) => word !== '')
      return words.length <= 20 && words.every((word) => SHARE_WORDS.has(word) || /^\d+$/.test(word))
    },
  },
  {
    name: 'tag-line',
    kind: 'furniture',
    finds: 'a line of tags, sectors or categories',
    holds: (line) => TAG_LINE.test(line) && wordCount(line) <= 30 && !/\.["“”»«]?$/u.test(line),
  },
  {
    name: 'link-line',
    kind: 'furniture',
    finds: 'a link to another article within the text',
    holds: (line) => {
      if (wordCount(line) > 30 || !LINK_LINE.test(line)) return false
      return !(LABELLED_LINK.test(line) && /\.["“”»«]?$/u.test(line))
    },
  },
  {
    name: 'url-line',
    kind: 'furniture',
    finds: 'an address alone on its line',
    holds: (line) => URL_LINE.test(line),
  },
  {
    name: 'markup-residue',
    kind: 'furniture',
    finds: 'what a converter left of wiki or HTML markup',
    holds: (line) => line.length <= 120 && RESIDUE.test(line),
  },
]
