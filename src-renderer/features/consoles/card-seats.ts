/** A browser gives a page only so many drawings by the graphics card, and takes the oldest away for one more. */
export type CardSeats = {
  /** False where all are taken: the page draws then. */
  readonly take: (who: object) => boolean;
  readonly leave: (who: object) => void;
};

/** `hasCard` is asked once, when the first terminal wants to be drawn. */
export function createCardSeats(most: number, hasCard: () => boolean): CardSeats {
  const taken = new Set<object>();
  let isThere: boolean | null = null;
  return {
    take: (who) => {
      isThere ??= hasCard();
      if (!isThere) return false;
      if (!taken.has(who) && taken.size >= most) return false;
      taken.add(who);
      return true;
    },
    leave: (who) => void taken.delete(who),
  };
}
