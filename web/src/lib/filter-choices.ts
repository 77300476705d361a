/** Shares of confidence that the filter offers. */
export const SHARES = [0.5, 0.7, 0.8, 0.9] as const

/** The time that a choice means, in the reader's own clock. */
export function sinceOf(choice: string, now: Date): string {
  const time = new Date(now)
  if (choice === 'hour') time.setHours(time.getHours() - 1)
  else if (choice === 'week') time.setDate(time.getDate() - 7)
  else {
    time.setDate(time.getDate() - 1)
    time.setHours(18, 0, 0, 0)
  }
  return time.toISOString()
}
