/** How an attempt to deliver went. */
export type Delivery =
  | { readonly state: 'sent' }
  | { readonly state: 'failed'; readonly again: 'later' | 'never'; readonly detail: string };
