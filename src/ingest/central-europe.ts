import { dayNumber, weekdayOf } from '../base/calendar.ts'

/** Hours by which the clocks of Central Europe are ahead of UTC. Summer time since 1996: last Sunday of March to that of October, 1:00 UTC. */
export function centralEuropeanOffset(utc: Date): 1 | 2 {
  const year = utc.getUTCFullYear()
  const turn = (month: number) => dayNumber(year, month, 31) - (weekdayOf(dayNumber(year, month, 31)) % 7)
  const hours = Math.floor(utc.getTime() / 3_600_000)
  return hours >= turn(3) * 24 + 1 && hours < turn(10) * 24 + 1 ? 2 : 1
}
