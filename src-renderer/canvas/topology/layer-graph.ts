/** A column's items: nodes, and where a line passes through it on its way further. */
export type LayerItem = { readonly id: string; readonly isBend: boolean };
export type LayerGraph = {
  readonly layers: readonly (readonly LayerItem[])[];
  /** To the column before and after, by id. */
  readonly before: ReadonlyMap<string, readonly string[]>;
  readonly after: ReadonlyMap<string, readonly string[]>;
};
