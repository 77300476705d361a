import type { LineRule } from './rule.ts'
import { isSentence, wordCount, wordsOf } from './shape.ts'

/** Words that only a page speaking to its reader uses. */
const TO_READER =
  /(?<!\p{L})(?:Sie|Ihr(?:e[nmrs]?)?|du|dich|dir|dein(?:e[nmrs]?)?|uns|unser(?:e[nmrs]?)?|wir|you|your|us|our)(?!\p{L})/iu
const PLATFORM =
  /facebook|twitter|instagram|whatsapp|telegram|youtube|newsletter|rss|e-?mail|kommentar|leserbrief|diskut|\bforum\b|abo(?:nn|s?\b)|registrier|einlogg|anmeld|\bapp\b|push/iu
const REQUEST =
  /^(?:bitte|wir freuen uns|(?:schreiben|diskutieren|folgen|abonnieren|melden|registrieren|loggen|besuchen|senden|schicken|teilen|bewerten|unterstützen|laden|klicken|nutzen|verwenden|beachten|aktivieren|sagen|teilen) sie|(?:folge|abonniere|schreib|teile|besuche) (?:uns|unser|dein|mir|diese)|please|follow us|sign up|subscribe|click)(?!\p{L})/iu
const COMMENT_INVITATION =
  /(?:freuen uns (?:auf|über) (?:ihren?|eure?n?|deinen?) (?:kommentar|meinung|zuschrift|leserbrief)|(?:ihr|dein|euer) kommentar zu|kommentar(?:e|funktion)? (?:ist|sind|wurde|schreiben|verfassen|abgeben|hinzufügen|anzeigen|lesen|einblenden|schließen)|(?:erste[rn]?|einen?|ihren?) (?:neuen )?kommentar (?:schreiben|verfassen|abgeben|hinterlassen)|^\d+ kommentare?$|^(?:keine|alle) kommentare?$|(?:bevor|um) sie .{0,40}kommentieren|leave a (?:reply|comment))/iu
const COOKIES = /cookies?(?!\p{L})/iu
const COOKIE_ACT =
  /(?<!\p{L})(?:verwende[nt]|nutz(?:en|t)|setz(?:en|t)|akzeptier|zustimm|ablehn|einstellung|browser|website|webseite|consent|accept|use)/iu
const NEWSLETTER = /newsletter|push-nachricht|e-paper|\babo(?:nnement)?\b/iu
const NEWSLETTER_ACT =
  /abonnier|anmeld|bestell|registrier|kostenlos|testen|erhalten|jetzt|sign up|subscribe/iu
const PROVIDED =
  /(?:wird|wurde|werden) von (?:einem |der |dem )?(?:dritt\p{L}*|externe[nmr]? \p{L}+|partner\p{L}*) (?:bereitgestellt|zur verfügung gestellt|veröffentlicht|verbreitet)|provided by a third[- ]party/iu
const NO_LIABILITY = /(?:keine|keinerlei) (?:gewähr|haftung|garantie|zusicherung|verantwortung)\p{L}*/iu
const ABOUT_CONTENT =
  /artikel|inhalt|pressemitteilung|meldung|angaben auf|diesbezüglich|vollständigkeit|links?\b|content/iu
const DISTRIBUTION =
  /pressemitteilung\p{L}*|presseverteil\p{L}*|press releases?|newswire|medienverteil\p{L}*|nachrichtenverteil\p{L}*/iu
const DISTRIBUTES =
  /(?:^|\s)(?:liefert|verbreitet|vertreibt|bietet|ermöglicht|erreicht|unterstützt|versendet|ist (?:ein|der|die)|delivers|distributes|provides)(?=\s)/iu
const AI_OR_TRANSLATION =
  /^(?:\W*)(?:dieser|der|diese|die|dieses|das|this) (?:artikel|beitrag|text|meldung|inhalt|article|übersetzung)\p{L}* (?:wurde|erschien|ist|stammt|was|appeared)(?!\p{L}).{0,80}(?:automati\p{L}+|maschinell\p{L}*|künstliche[rn]? intelligenz|zuerst (?:auf|bei|in)|ursprünglich (?:auf|bei|in)|lizenz|übersetzt|first published|originally)/iu

/** Boxes in whole sentences, in which the page speaks to its reader or about itself. */
export const NOTICE_RULES: readonly LineRule[] = [
  {
    name: 'comment-invitation',
    kind: 'furniture',
    finds: 'an invitation to comment, or a count of comments',
    holds: (line) => wordCount(line) <= 30 && COMMENT_INVITATION.test(line),
  },
  {
    name: 'reader-request',
    kind: 'furniture',
    finds: 'a request to the reader to use a page, form or platform',
    holds: (line) =>
      wordCount(line) <= 35 &&
      REQUEST.test(line) &&
      PLATFORM.test(line) &&
      (TO_READER.test(line) || !isSentence(line)),
  },
  {
    name: 'cookie-notice',
    kind: 'furniture',
    finds: 'a notice about cookies',
    holds: (line) => line.length < 800 && COOKIES.test(line) && COOKIE_ACT.test(line) && TO_READER.test(line),
  },
  {
    name: 'newsletter-notice',
    kind: 'furniture',
    finds: 'an offer of a newsletter or subscription',
    holds: (line) =>
      wordCount(line) <= 40 &&
      NEWSLETTER.test(line) &&
      NEWSLETTER_ACT.test(line) &&
      (TO_READER.test(line) || !isSentence(line)) &&
      !/[„“"»«]/u.test(line),
  },
  {
    name: 'disclaimer',
    kind: 'furniture',
    finds: 'a statement that the content comes from a third party, or that nobody answers for it',
    holds: (line) =>
      line.length < 800 &&
      (PROVIDED.test(line) || (NO_LIABILITY.test(line) && ABOUT_CONTENT.test(line) && !/[„“»«]/u.test(line))),
  },
  {
    name: 'distributor-notice',
    kind: 'furniture',
    finds: 'a distributor of press releases describing itself',
    holds: (line, { outlets }) => {
      if (!DISTRIBUTION.test(line) || !DISTRIBUTES.test(line)) return false
      const opening = wordsOf(line.slice(0, 120)).slice(0, 6).join(' ')
      const isKnown = outlets.within(opening).some((outlet) => outlet.kind === 'distributor')
      const looksLikeOne = /(?:wire|presse?portal|newsroom|prnews|openpr)(?!\p{L})/iu.test(opening)
      return isKnown || looksLikeOne
    },
  },
  {
    name: 'provenance-notice',
    kind: 'furniture',
    finds: 'a note on how the article came about: translated, first published elsewhere, licensed',
    holds: (line) => wordCount(line) <= 40 && AI_OR_TRANSLATION.test(line),
  },
]
