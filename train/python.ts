import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('./neural/', import.meta.url))

const candidates = [process.env.PYTHON, '/usr/bin/python3', 'python3'].filter((name) => name !== undefined)

/** The first Python 3 that has torch; Debian's own comes before one that happens to be first in the path. */
export function findPython(): string | undefined {
  return candidates.find(
    (name) =>
      (!name.startsWith('/') || existsSync(name)) &&
      spawnSync(name, ['-c', 'import torch, numpy'], { stdio: 'ignore' }).status === 0,
  )
}

function interpreter(): string {
  const fit = findPython()
  if (fit !== undefined) return fit
  throw new Error(
    `Training needs Python 3 with torch and numpy; none of ${candidates.join(', ')} has both. Debian: apt install python3-torch (elsewhere: pip install torch numpy), or name an interpreter in PYTHON.`,
  )
}

/** Runs a program of `train/neural` and lets it write to the terminal. @throws Error when Python, torch or the program fails */
export function python(program: string, args: readonly string[], log: (line: string) => void): void {
  const command = interpreter()
  log(`${command} ${program} ${args.join(' ')}`)
  const { status } = spawnSync(command, ['-u', `${FOLDER}${program}`, ...args], { stdio: 'inherit' })
  if (status !== 0)
    throw new Error(`train/neural/${program} ended with status ${status}; its message stands above.`)
}
