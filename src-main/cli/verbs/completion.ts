import { completionScripts, shells } from '../completion-scripts.ts';
import { done, misused } from '../outcome.ts';
import { leaf } from '../verb.ts';

export const completionVerb = leaf({
  name: 'completion',
  summary: 'Print what teaches your shell to complete dvm',
  about: `bash: source <(dvm completion bash)   in ~/.bashrc
zsh:  source <(dvm completion zsh)    in ~/.zshrc, after compinit
fish: dvm completion fish > ~/.config/fish/completions/dvm.fish

Verbs and flags come from dvm itself, names from the running host.`,
  examples: ['source <(dvm completion bash)'],
  operands: [{ label: 'SHELL', times: 'once', choices: shells, help: 'Your shell' }],
  run: async ({ console }, _flags, [word]) => {
    const shell = shells.find((each) => each === word);
    if (shell === undefined) return misused(`There is no completion for ${word ?? 'no shell'}`);
    console.data(completionScripts[shell].trimEnd());
    return done;
  },
});
