import type { PageWords } from '../page-words.ts'

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))
const whole = (...lines: readonly string[]): RegExp =>
  new RegExp(String.raw`^\W*(?:${lines.join('|')})\W*$`, 'iu')

const TEXT = '(?:artikel|beitrag|text|eintrag|inhalt|seite|meldung|post|skript|dokument|bericht)'
const THIS = '(?:diese[rsnm]?|der|den|das|die)'

export const germanPages: PageWords = {
  functionWords: list(
    `aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus außerdem bei beim bereits bis
bisher da dabei dadurch dafür dagegen daher damit danach dann daran darauf daraus darf darin darüber darum das dass davon dazu dem den denen
denn der deren des deshalb dessen die dies diese diesem diesen dieser dieses doch dort du durch dürfen ein eine einem einen einer
eines einige er erst es etwa etwas euch für gab gegen gibt hat hatte hatten hätte hätten habe haben hier hinter ich ihm ihn ihnen ihr
ihre ihrem ihren ihrer ihres im immer in indem ins ist ja jede jedem jeden jeder jedes jedoch jetzt kam kann kein keine keinen
keiner konnte können könnte mal man manche mehr mein meine mich mir mit muss musste müssen nach nachdem nicht nichts noch nun nur ob
obwohl oder ohne schon sehr sei sein seine seinem seinen seiner seit selbst sich sie sind so sogar solche soll sollen sollte sondern
sowie über um und uns unser unsere unter viel viele vielen vom von vor während wann war waren warum was wegen weil welche
wenn wer werde werden wie wieder will wir wird wo wobei wollen wollte worden wurde wurden würde würden zu zum zur zwar zwischen`,
  ),
  notice: new RegExp(
    [
      String.raw`^${THIS} ${TEXT} (?:wurde|ist|erschien|steht)\b.{0,60}(?:veröffentlicht|abgelegt|gepostet|geposted|publiziert|gespeichert|verschlagwortet|eingestellt|verfasst|aktualisiert|geändert)\b.{0,80}(?:\bin\b|\bunter\b|\bam\b|\bvon\b|\bmit\b)`,
      String.raw`^(?:veröffentlicht|abgelegt|gespeichert|geschrieben|gepostet|verschlagwortet|eingestellt|erschienen)\s(?:in|unter|von|am|mit|unter)\b`,
      String.raw`^(?:war|fanden sie|hat ihnen|hat dir|wie hat ihnen|wie gefällt (?:ihnen|dir)|gefällt (?:ihnen|dir))\s.{0,20}\b${TEXT}\b.{0,40}\?$`,
      String.raw`^(?:möchten|wollen) sie .{0,30}\b${TEXT}\b.{0,20}\b(?:teilen|drucken|kommentieren|weiterempfehlen|bewerten)\b`,
      String.raw`^.{0,40}\b${TEXT}\b.{0,30}\b(?:als pdf|teilen|drucken|weiterempfehlen|weiterleiten|herunterladen|bewerten|merken|speichern)\W*$`,
      String.raw`^\W*(?:alle )?(?:angaben|preise|texte?|inhalte?) (?:sind |ist )?ohne gewähr\W*$`,
      String.raw`^es werden .{0,60}\bangezeigt\W*$`,
      String.raw`^(?:bitte )?teilen sie uns\b.{0,60}\b(?:erfahrung\w*|meinung)\b`,
      String.raw`^(?:benutzer|mitglieder|besucher) (?:in diesem forum|online)\b`,
      '^(?:deine|ihre) e-mail-adresse wird nicht',
      String.raw`^(?:zuletzt (?:aktualisiert|geändert|bearbeitet)|letzte (?:aktualisierung|änderung)|aktualisiert am)\b.{0,40}$`,
      String.raw`^(?:vorheriger|nächster|voriger|älterer|neuerer) ${TEXT}\b`,
      String.raw`^(?:schlagwörter|schlagworte|stichworte|stichwörter|tags?|themen|kategorien?|rubriken?)\s?:`,
      String.raw`^(?:hier )?(?:klicken|tippen) sie hier\b`,
      String.raw`\b(?:jetzt|hier) (?:kostenlos |unverbindlich |gratis )?(?:abonnieren|bestellen|herunterladen|registrieren|anmelden|downloaden)\W*$`,
      String.raw`^(?:mehr|weitere) (?:informationen|infos) (?:finden sie |gibt es |erhalten sie )?(?:hier|unter)\b.{0,60}$`,
    ].join('|'),
    'iu',
  ),
  legal:
    /\b(?:impressum|datenschutz(?:erklärung|hinweise?)?|agb|nutzungsbedingungen|kontakt|mediadaten|copyright|barrierefreiheit|widerruf(?:srecht|sbelehrung)?)\b/giu,
  boxHeading: whole(
    'über (?:diese(?:n|r|s)?|den|die|das) (?:reihe|serie|autor(?:in|en)?|blog|verfasser(?:in)?|publikation|unternehmen)',
    '(?:zum|zur) (?:autor(?:in)?|person)',
    '(?:noch )?mehr (?:zum thema|davon|dazu|artikel|nachrichten|meldungen|aus .{2,40}|von .{2,40}|auf .{2,40})',
    '(?:das|dies) könnte (?:sie|dich|euch)(?: auch| ebenfalls)? interessieren',
    '(?:auch|ebenfalls) (?:interessant|lesenswert)',
    '(?:ähnliche|weitere|verwandte|andere|aktuelle|neueste|neue|beliebte|empfohlene|passende|letzte|top) (?:artikel|beiträge|meldungen|nachrichten|themen|news|links|posts?|produkte|rezepte|videos|bilder|inhalte|informationen|pressemitteilungen|veranstaltungen|termine|publikationen|downloads)',
    String.raw`(?:artikel|beitrag|seite|diese[nrs]? \w+|jetzt)? ?(?:teilen|weiterempfehlen|empfehlen)(?: (?:auf|mit|via|über) .{2,30})?`,
    'teilen mit|gefällt mir|related posts?|share this|sharing',
    String.raw`(?:\d+ |keine |neueste |letzte )?(?:leser)?kommentare?(?: \(?\d+\)?)?|\d+ (?:antworten|gedanken|reaktionen)(?: (?:auf|zu) .{1,120})?|(?:ein|eine) (?:antwort|kommentar|gedanke) (?:auf|zu) .{1,120}`,
    '(?:schreibe?n? sie |schreib |hinterlasse?n? sie |hinterlasse )?(?:einen?|deinen?|ihren?) (?:kommentar|antwort)(?: (?:schreiben|verfassen|hinterlassen|abgeben|zu .{1,80}))?|kommentar (?:schreiben|verfassen|hinterlassen|abgeben)|schreibe einen kommentar|antwort (?:schreiben|verfassen|hinterlassen|abbrechen)',
    'newsletter(?: (?:abonnieren|anmelden|anmeldung|bestellen))?|(?:jetzt )?(?:abonnieren|anmelden|registrieren)|folgen sie uns(?: .{1,30})?|folge uns(?: .{1,30})?',
    'meistgelesen|meist gelesen|am meisten gelesen|beliebt|trending|top-?themen|schlagwörter|schlagworte|tags|kategorien|archiv|navigation|service|downloads?|links?|anzeigen?|werbung|beitrags-?navigation|artikel-?navigation|vorheriger beitrag|nächster beitrag',
    'kundenbewertungen|bewertungen|rezensionen|kunden kauften auch|zubehör|passend dazu|wird oft zusammen gekauft',
  ),
  publishedLabel:
    /(?:veröffentlicht|veroeffentlicht|publiziert|erschienen|erscheinungsdatum|geschrieben|gepostet|verfasst|erstellt|eingestellt|online seit|freigegeben|datum|posted|published|artikel vom|beitrag vom|meldung vom|nachricht vom|pressemitteilung(?: nr\. ?[\d/]+)?(?: vom)?|presseinformation(?: vom)?|ausgabe(?: vom)?|published on|posted on)(?:\s(?:am|um|on|von [^,|\d]{2,40}(?:,|\bam)))?[\s:,|–-]*(?:\p{L}{2,10}\.?,?\s)?(?:den\s)?$/iu,
  updatedLabel:
    /(?:aktualisiert|aktualisierung|geändert|änderung|überarbeitet|bearbeitet|modifiziert|update|updated|stand|letzter stand|last modified)(?:\s(?:am|um|vom|on))?[\s:,|–-]*(?:\p{L}{2,10}\.?,?\s)?(?:den\s)?$/iu,
  otherDateLabel:
    /(?:geboren|geb\.|gestorben|gültig|bis(?: zum)?|ab(?: dem)?|termin|beginn|start|ende|einsendeschluss|frist|abgerufen(?: am)?|zugriff(?: am)?|mitglied seit|registriert|dabei seit|beigetreten|verfasst am|gründung|seit(?: dem)?)[\s:,|–-]*(?:\p{L}{2,10}\.?,?\s)?$/iu,
  consent:
    /\bcookies?\b|\btracking\b|\beinwilligung|\bzustimm(?:en|ung)|\bpersonenbezogene|\bdatenschutz(?:einstellungen|erklärung|hinweise)|\bconsent\b|\bmit werbung\b|\bwerbefrei\b|\bpur-abo\b|\bgeräte-?(?:kennung|identifikation)|\bverarbeitungszwecke?\b|\bpartner(?:n)? (?:verarbeiten|speichern)|\balle akzeptieren\b|\bakzeptieren und weiter\b/iu,
  toReader: /\b(?:Sie|Ihre?[mnr]?|[Dd](?:u|ir|ich|eine?[mnr]?)|[Ww]ir|[Uu]ns(?:ere?[mnr]?)?)\b/u,
  paywall:
    /\b(?:jetzt |sofort |gleich |hier )?weiterlesen (?:mit|ab|für|als|und)\b|\bweiterlesen mit\b|\b(?:diese[rn]?|der|den|ganze[rn]?|vollständige[rn]?) (?:ganze[rn]? |vollständige[rn]? )?(?:artikel|text|beitrag|inhalt)\b.{0,60}\b(?:abonnent|abonnement|abo\b|registrierte|kostenpflichtig|exklusiv|premium|plus-?abo|freischalten|kaufen)|\b(?:exklusiv|nur) für (?:unsere )?(?:abonnent|plus-?mitglieder|premium|registrierte)|\b(?:plus|premium|abo)-?(?:artikel|inhalt)\b|\b(?:bereits|schon) (?:abonnent|registriert|ein abo|kunde)\w*\W{0,3}(?:jetzt |hier )?(?:anmelden|einloggen|login)\W*$|\bum (?:diesen|den) (?:artikel|text|beitrag) (?:weiter ?zu ?lesen|zu lesen|vollständig zu lesen|lesen zu können)|\b(?:lesen|nutzen) sie (?:alle|sämtliche) (?:plus|premium|artikel|inhalte)\b.{0,60}\b(?:monat|kostenlos|testen|abo)|\bmit (?:einem )?(?:digital-?|plus-?|probe-?)?abo (?:weiterlesen|lesen)|\bartikel freischalten\b/iu,
  errorTitle: new RegExp(
    [
      String.raw`^\W*(?:40[0-9]|410|429|50[0-4])\W*(?:$|[–—:|-]|(?:http|error|fehler|not|forbidden|bad|service|internal|gone|unauthorized|too many|seite)\b)`,
      String.raw`^\W*(?:http\W{0,3})?(?:fehler|error)\W{0,3}(?:40[0-9]|410|429|50[0-4])\W*(?:$|[–—:|-]\s)`,
      String.raw`^\W*(?:die |diese |der |dieser |das )?(?:gesuchte |angeforderte |aufgerufene )?(?:seite|artikel|inhalt|dokument) (?:wurde |ist |konnte )?(?:leider )?(?:nicht|nicht mehr) (?:gefunden|verfügbar|vorhanden)\b`,
      String.raw`^\W*(?:page|file|document) not found\b|^\W*(?:zugriff verweigert|access denied|forbidden|service (?:temporarily )?unavailable|bad gateway|too many requests)\W*(?:$|[–—:|-])`,
      String.raw`^\W*(?:just a moment|attention required|are you (?:a )?(?:human|robot)|sind sie ein (?:mensch|roboter)|bot-?(?:schutz|prüfung|detection)|wartungsmodus)\b`,
    ].join('|'),
    'iu',
  ),
  needsScript:
    /\b(?:javascript|js)\b.{0,80}\b(?:aktivier|einschalt|eingeschaltet|benötig|erforderlich|unterstütz|zulassen|enable|required|disabled|deaktiviert)|\b(?:aktivieren|enable)\b.{0,40}\bjavascript\b/iu,
  nextPage:
    /^\W*(?:nächste seite|weiter|weiterlesen auf seite \d+|auf der nächsten seite|seite \d+|next page|next|\d{1,2})\W*$/iu,
}
