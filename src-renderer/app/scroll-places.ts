/** Where each scrolled part of a screen stood, by its place in the tree of elements. */
export type ScrollPlaces = Map<string, number>;

/** `0.2.1`: the way from the root, child by child; null where the element is not below it. */
export function addressOf(root: Element, element: Element): string | null {
  const way: number[] = [];
  for (let at: Element = element; at !== root;) {
    const { parentElement } = at;
    if (parentElement === null) return null;
    way.unshift(Array.prototype.indexOf.call(parentElement.children, at));
    at = parentElement;
  }
  return way.join('.');
}

export function elementAt(root: Element, address: string): Element | null {
  if (address === '') return root;
  let at: Element | undefined = root;
  for (const step of address.split('.')) at = at?.children[Number(step)];
  return at ?? null;
}

/** Puts back what has grown tall enough by now; what is left has still to wait. */
export function putBack(root: Element, places: ReadonlyMap<string, number>): ScrollPlaces {
  const left: ScrollPlaces = new Map();
  for (const [address, top] of places) {
    const element = elementAt(root, address);
    if (element === null || element.scrollHeight - element.clientHeight < top) left.set(address, top);
    else element.scrollTop = top;
  }
  return left;
}
