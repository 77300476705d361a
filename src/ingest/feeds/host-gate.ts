import type { Clock } from './clock.ts'

/** Requests that a host that has rested takes at once. */
const BURST = 4
/** Milliseconds for each request after these, where the host does not ask for more. */
const INTERVAL = 1000

interface Gate {
  /** When the host has rested so much that it takes one more request, ms since 1970; the past counts as credit. */
  next: number
  holdUntil: number
}

/**
 * How often a host is asked: a burst, then one request a second, or the pace that its robots.txt asks for without any burst. Whoever
 * comes waits for his turn in order.
 */
export class HostGate {
  private readonly gates = new Map<string, Gate>()
  private readonly clock: Clock

  constructor(clock: Clock) {
    this.clock = clock
  }

  /** Takes the next place in the row and waits for it. @param delay milliseconds between two requests that the host asks for */
  async turn(host: string, delay: number | null, signal?: AbortSignal): Promise<void> {
    const gate = this.gateOf(host)
    const now = this.clock.now()
    const interval = delay ?? INTERVAL
    const credit = delay === null ? (BURST - 1) * INTERVAL : 0
    const place = Math.max(gate.next, now - credit)
    gate.next = place + interval
    if (place > now) await this.clock.sleep(place - now, signal)
  }

  hold(host: string, until: number): void {
    const gate = this.gateOf(host)
    gate.holdUntil = Math.max(gate.holdUntil, until)
  }

  /** Milliseconds for which the host wants to be left alone. */
  heldFor(host: string): number {
    return Math.max(0, this.gateOf(host).holdUntil - this.clock.now())
  }

  private gateOf(host: string): Gate {
    let gate = this.gates.get(host)
    if (gate === undefined) {
      gate = { next: 0, holdUntil: 0 }
      this.gates.set(host, gate)
    }
    return gate
  }
}
