/** What is run in real bash and in a guest; both must say the same. */
export type Snippet = {
  readonly name: string;
  readonly script: string;
  readonly input?: string;
};

/** The script is its own name where that is clearest. */
export const snippets = (...scripts: readonly string[]): readonly Snippet[] =>
  scripts.map((script) => ({ name: script.replaceAll('\n', '⏎').slice(0, 100), script }));
