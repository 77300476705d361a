/** The only place that prints. Results go to stdout, progress and notes to stderr. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2))
}

/** Waits while the reader of a pipe is slow, so that an archive's reports never pile up in memory. */
export async function printPiece(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve))
}

export async function printLine(line: string): Promise<void> {
  await printPiece(`${line}\n`)
}

export function note(text: string): void {
  process.stderr.write(`${text}\n`)
}

export interface Progress {
  step(label: string): void
  end(): void
}

/** One line that is rewritten, on a terminal only and not before a second has passed. Times in milliseconds. */
export function progress(what: string): Progress {
  const start = Date.now()
  let last = start
  let count = 0
  return {
    step(label) {
      count++
      const now = Date.now()
      if (!process.stderr.isTTY || now - start < 1000 || now - last < 100) return
      last = now
      process.stderr.write(`\r\u001b[K${what} ${count}  ${label.slice(-60)}`)
    },
    end() {
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
    },
  }
}
