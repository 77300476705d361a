import type { PageWords } from '../page-words.ts'

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

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
}
