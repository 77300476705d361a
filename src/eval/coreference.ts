import { bestAssignment } from './assignment.ts'
import { counts, type Sums } from './scores.ts'

/** Mentions that name one thing, by key; no mention stands in two of them. Single mentions count as they are given. */
export type Clusters = readonly (readonly string[])[]

/**
 * MUC (Vilain et al. 1995), links: a cluster of n mentions needs n - 1 of them, and one is missing for each part beyond the first into
 * which the other side splits it. Mentions that the other side lacks are parts of their own.
 */
export function muc(gold: Clusters, reported: Clusters): Sums {
  const links = (clusters: Clusters, others: Clusters): [kept: number, all: number] => {
    const other = clusterOf(others)
    return sum(clusters, (cluster) => {
      const parts = new Set(cluster.map((mention) => other.get(mention) ?? mention))
      return [cluster.length - parts.size, cluster.length - 1]
    })
  }
  return bothWays(links, gold, reported)
}

/**
 * B³ (Bagga and Baldwin 1998), mentions: for each the share of its cluster that stands beside it on the other side. A mention that the
 * other side lacks counts 0 (Pradhan et al. 2014, section 3.2).
 */
export function bCubed(gold: Clusters, reported: Clusters): Sums {
  const mentions = (clusters: Clusters, others: Clusters): [share: number, all: number] => {
    const other = clusterOf(others)
    return sum(clusters, (cluster) => {
      const shared = new Map<number, number>()
      for (const mention of cluster) {
        const index = other.get(mention)
        if (index !== undefined) shared.set(index, (shared.get(index) ?? 0) + 1)
      }
      const squares = [...shared.values()].reduce((all, size) => all + size * size, 0)
      return [squares / cluster.length, cluster.length]
    })
  }
  return bothWays(mentions, gold, reported)
}

/** CEAF-e (Luo 2005), entities: the best one-to-one pairing of clusters by phi4 = 2 |K n R| / (|K| + |R|). */
export function ceafE(gold: Clusters, reported: Clusters): Sums {
  const other = clusterOf(reported)
  const phi = gold.map((cluster) => {
    const row = new Array<number>(reported.length).fill(0)
    for (const mention of cluster) {
      const index = other.get(mention)
      if (index !== undefined) row[index]! += 2 / (cluster.length + reported[index]!.length)
    }
    return row
  })
  const best = bestAssignment(phi).reduce((all, [row, column]) => all + phi[row]![column]!, 0)
  return counts(best, reported.length, gold.length)
}

function clusterOf(clusters: Clusters): ReadonlyMap<string, number> {
  return new Map(clusters.flatMap((cluster, index) => cluster.map((mention) => [mention, index] as const)))
}

function bothWays(
  measure: (clusters: Clusters, others: Clusters) => [number, number],
  gold: Clusters,
  reported: Clusters,
): Sums {
  const [found, allGold] = measure(gold, reported)
  const [right, allReported] = measure(reported, gold)
  return { right, reported: allReported, found, gold: allGold }
}

function sum(clusters: Clusters, of: (cluster: readonly string[]) => [number, number]): [number, number] {
  let [part, all] = [0, 0]
  for (const cluster of clusters) {
    const [a, b] = of(cluster)
    part += a
    all += b
  }
  return [part, all]
}
