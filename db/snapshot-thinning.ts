export type Point = { readonly id: number; readonly tick: number; readonly revision: number };
export type ForkPoint = { readonly tick: number; readonly revision: number };

const denseCount = 20;
/** Beyond the dense ones two neighbours are never closer than this part of their age: about six per doubling. */
const spacing = 1 / 8;

/**
 * Which snapshots of one branch may go. The first stays, because the branch begins there, and so does
 * the one before each fork, because a child's story is replayed from it.
 * `points` oldest first.
 */
export function thinned(points: readonly Point[], forks: readonly ForkPoint[]): readonly number[] {
  const newest = points.at(-1);
  if (newest === undefined || points.length <= denseCount) return [];
  const needed = new Set(forks.map((fork) => baseOf(points, fork)));
  const gone: number[] = [];
  let kept = points[0];
  for (const [index, point] of points.entries()) {
    if (kept === undefined || index === 0 || index >= points.length - denseCount) continue;
    const next = points[index + 1];
    const gap = (next?.tick ?? point.tick) - kept.tick;
    const isClose = gap <= (newest.tick - point.tick) * spacing;
    if (isClose && !needed.has(point.id)) gone.push(point.id);
    else kept = point;
  }
  return gone;
}

function baseOf(points: readonly Point[], fork: ForkPoint): number | undefined {
  return points.findLast(({ tick, revision }) => tick <= fork.tick && revision <= fork.revision)?.id;
}
