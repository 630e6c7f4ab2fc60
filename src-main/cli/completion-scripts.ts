/** The glue between a shell and `dvm __complete`, which knows the verbs. */
import { completionWord, fileMark } from './complete.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

const bash = `# dvm completion for bash. In ~/.bashrc: source <(dvm completion bash)
_dvm() {
  local current="\${COMP_WORDS[COMP_CWORD]}" line
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == '${fileMark}' ]]; then
      compopt -o filenames
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$current")
    else
      COMPREPLY+=("$(printf '%q' "\${line%%$'\\t'*}")")
    fi
  done < <("\${COMP_WORDS[0]}" ${completionWord} "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _dvm dvm
`;

const zsh = `#compdef dvm
# dvm completion for zsh. In ~/.zshrc, after compinit: source <(dvm completion zsh)
_dvm() {
  local -a candidates
  local line files=no
  while IFS= read -r line; do
    if [[ $line == '${fileMark}' ]]; then
      files=yes
    elif [[ $line == *$'\\t'* ]]; then
      candidates+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
    else
      candidates+=("\${line//:/\\\\:}")
    fi
  done < <("\${(Q)words[1]}" ${completionWord} "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
  if [[ $files == yes ]]; then
    _files
  else
    _describe 'dvm' candidates
  fi
}
compdef _dvm dvm
`;

const fish = `# dvm completion for fish. Once: dvm completion fish > ~/.config/fish/completions/dvm.fish
function __dvm_complete
    set -l words (commandline -opc)
    set -l program $words[1]
    set -e words[1]
    set -l current (commandline -ct)
    test (count $current) -gt 0; or set current ''
    for line in ($program ${completionWord} $words $current 2>/dev/null)
        if test "$line" = '${fileMark}'
            __fish_complete_path "$current"
        else
            echo $line
        end
    end
end
complete -c dvm -f -a '(__dvm_complete)'
`;

export const completionScripts = { bash, zsh, fish } as const satisfies Record<Shell, string>;
