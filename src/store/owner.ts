import { hostname } from 'node:os'

const HOST = `${hostname()}:`

/** Who has claimed a piece of work: machine and process. */
export const OWNER = `${HOST}${process.pid}`

/** Whether a claim was made by a process of this machine that has ended; of other machines nothing is known. */
export function hasEnded(owner: string): boolean {
  return owner.startsWith(HOST) && !isAlive(Number(owner.slice(HOST.length)))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
