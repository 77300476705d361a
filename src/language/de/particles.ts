/** Longest first, so that `zurück` is tried before `zu`. */
export const particles: readonly string[] = `
  ab an auf aus bei da dabei dafür dagegen daher dahin daneben dar daran darauf dazu dazwischen durch ein einher empor entgegen entlang entzwei
  fehl fern fest fort frei gegenüber gleich heim her herab heran herauf heraus herbei herein herum herunter hervor hin hinab hinauf hinaus hinein
  hinter hinterher hinunter hinweg hinzu hoch inne klar kennen los mit nach nieder preis rück rum runter sicher statt stand still tot teil über überein um umher
  unter voll voran voraus vorbei vor vorher vorüber vorweg wahr weg weiter wett wider wieder zu zufrieden zurecht zurück zusammen zuvor zuwider bereit
  bekannt bloß offen kalt kurz gefangen laufen raus rauf rein nahe wiederher zwangsum gut leicht schwer fertig krank lahm ruhig stumm auseinander aufeinander aneinander ineinander miteinander nebeneinander
  durcheinander gegeneinander übereinander untereinander voneinander zueinander vorwärts rückwärts aufwärts abwärts
`
  .trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
