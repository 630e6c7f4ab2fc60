/** What a process yields when it cannot or should not go on; the kernel knows what that means, programs only pass it on. */
export type Wait = { readonly kind: 'turn' } | { readonly kind: 'blocked'; readonly until: number | null };

/** A step that may have to wait: called with `yield*`. */
export type Step<T> = Generator<Wait, T, void>;
