import { snippets } from './snippet.ts';

export const globSnippets = snippets(
  "touch a b .c; echo *; echo .*; echo ?; echo [ab]; echo [!a]; echo [^b]",
  "touch a1 a2 b1; echo a*; echo *1; echo [a-b]1; echo a[!1]; echo x*; echo \"a*\"",
  "mkdir -p d/e; touch d/f d/e/g; echo */; echo d/*; echo */*; echo d/*/*",
  "shopt -s nullglob; echo x* end; shopt -u nullglob; shopt -s failglob; echo x*; echo $?",
  "shopt -s dotglob; touch .h v; echo *",
  "shopt -s globstar; mkdir -p p/q; touch p/q/r; echo **; echo p/**; echo **/r",
  "touch '[x]' 'a b'; echo \\[*; for f in a*; do echo \"<$f>\"; done",
  "x='*'; touch q; echo $x \"$x\" '*' \\*; y=q*; echo $y \"$y\"",
  "set -f; touch a; echo *; set +f; echo *",
  "touch A b; shopt -s nocaseglob; echo a B*",
  "touch a-b a_b a.b; echo a[-_]b; echo a[.]b; echo a[[:punct:]]b",
  "touch é x; echo ?; echo [é]; echo *",
  "case abc in a*) echo 1;; esac; case 'a*' in 'a*') echo lit;; esac; case x in [[:alpha:]]) echo al;; esac",
  "[[ abc == a?c ]]; echo $?; [[ abc == \"a?c\" ]]; echo $?; [[ a.c == *.[ch] ]]; echo $?",
  "mkdir d; touch d/a d/b; cd d; echo ../d/*; echo ./[a]",
  "x=foobar; echo ${x#*o} ${x##*o} ${x%o*} ${x%%o*} ${x/o*b/-} ${x//o/0}",
);

export const separatorSnippets = snippets(
  "x='a:b:c'; IFS=:; echo $x; set -- $x; echo $#",
  "IFS=,; x='1,,2,'; set -- $x; echo $#; printf '<%s>' \"$@\"; echo",
  "IFS=; x='a b'; set -- $x; echo $#; unset IFS; set -- $x; echo $#",
  "IFS=' ,'; x='a , b,c  d'; set -- $x; echo $#; printf '<%s>' $x; echo",
  "set -- a b c; IFS=-; echo \"$*\" $*; echo \"$@\"; IFS=; echo \"$*\"; unset IFS; echo \"$*\"",
  "x='  lead'; echo $x \"$x\"; y=$x; echo \"$y\"; set -- $x$x; echo $#",
  "IFS=x; a=1x2; echo $a \"$a\" ${a}x; echo $((1+1))x",
  "IFS=1; echo $((10+11)); y=$((10+11)); echo \"$y\"; echo $y",
  "IFS=$'\\n'; x=$'a b\\nc'; for i in $x; do echo \"<$i>\"; done",
  "f() { local IFS=:; echo \"$*\"; }; f a b; echo \"${IFS@Q}\"",
  "x=':a'; IFS=:; set -- $x; echo $# \"<$1>\"; x='a:'; set -- $x; echo $#",
  "set -- ''; echo $#; set -- $undefined; echo $#; set -- \"$undefined\"; echo $#",
  "set -- 'a b' c; for i in $@; do echo $i; done; for i in \"$@\"; do echo \"<$i>\"; done; for i in \"$*\"; do echo \"[$i]\"; done",
  "IFS=:; a=(x y); echo \"${a[*]}\" ; x=\"${a[*]}\"; echo \"$x\"; echo ${a[*]}",
);

export const stackSnippets = snippets(
  "cd //; pwd; cd /; pwd; cd ///tmp; pwd",
  "pushd /tmp >/dev/null; dirs +5; echo $?; pushd +9; echo $?; popd +7; echo $?; popd >/dev/null; popd +1; popd x; echo $?",
  "read -d; echo $?; mapfile -n; echo $?; printf -v; echo $?; unalias; echo $?",
  "alias -z; history -z; echo $?; shopt -s nosuch; shopt -so noglob; echo *; shopt -po noglob",
  "set -o noglob +o noglob; set -eu +e; echo $-; set - a b; echo $*; set -; echo $#",
  "hash -p /bin/x foo; hash -t foo; hash -t foo foo; hash -d foo; hash -d foo; echo $?",
  "declare -u y=ab; declare -l y; y=CD; echo $y; declare +i z=1; export -n y; declare -p y",
  "type -t if echo nosuch; type -P nosuch; echo $?; f() { :; }; type -t f; type -ft f; echo $?",
  "kill -0 $$; echo $?; kill -s 0 $$; echo $?; kill -l 1 15 143; kill -n 99 $$; echo $?",
  "[ 010 -eq 10 ]; echo $?; [ a -lt 1 ]; echo $?; [ ' 3 ' -ge 3 ]; echo $?",
  "[[ aab =~ ^a{2}b$ ]]; echo $?; [[ xay =~ (a|b)(c?) ]]; echo \"${#BASH_REMATCH[@]}\"; [[ aaa =~ a{1,2} ]]; echo $BASH_REMATCH",
  "set -C; echo a > f; echo b > f; echo $?; echo c >| f; echo d &> f; echo $?; read x < f; echo $x",
);

export const nameSnippets = snippets(
  "echo $((2**-1)); echo $?",
  "f() { echo hello; }; export -f f; bash -c 'f'; export -nf f; bash -c f; echo $?",
  "shopt -s expand_aliases\nalias hi='echo hello'\nhi there",
  "shopt -s expand_aliases\nalias a='echo one; b' b='echo two'\na",
);
