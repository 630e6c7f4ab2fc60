import { snippets } from './snippet.ts';

const tree = 'mkdir -p a/b a/c; echo 12345 > a/f; : > a/b/g; ln -s f a/l; echo x > a/c/H.txt; ';

/** A tree is searched by real findutils and by a guest's; sorted where the order is the file system's. */
export const findSnippets = snippets(
  ...[
    'find a | sort; find | sort | head -n 3; find a -type f | sort; find a -type d,l | sort; find a -maxdepth 1 | sort; find a -mindepth 2 | sort; find a -maxdepth 0',
    'find a -name "*.txt"; find a -iname "h.*"; find a -path "*/b/*"; find a -regex ".*/[fg]" | sort; find a -not -type d ! -name f | sort; find a -name f -o -name g | sort; find a \\( -name f -o -name g \\) -a -size +0',
    'find a -empty | sort; find a -size 6c; find a -size +1c -type f | sort; find a -size 1 | sort; find a -type f -size -1k; find a -perm 644 -type f | sort; find a -perm -600 -type f | sort; find a -perm /111 -type f; find a -newer a/f -type z; echo $?',
    'touch -d 2020-01-01 old; find . -newer old -type f | sort; find . -mtime +10; find . -mtime -1 -type f | sort; find . -mmin -5 -name f; find a -links 1 -name f; find a -user root -name f; find a -user nosuchuser; echo $?; find a -uid 0 -name g',
    'find a -name b -prune -o -print | sort; find a -type f -print0 | tr "\\0" "|" | wc -c; find a -depth | tail -n 1; find a -quit; find a -name f -print -quit; find a -false -o -name f; find a -type f -name g -print -o -name f -print | sort',
    'find a -type f -exec echo {} \\; | sort; find a -type f -exec echo x {} + | wc -w; find a -name f -exec echo [{}] {} \\;; find a -name f -execdir echo {} \\;; find a -type f -exec false {} \\; -print; find a -type f -exec false {} +; echo $?; find a -name f -exec nosuchcommand {} \\;; echo $?',
    'find a -name g -delete; find a -name g; find a/b -delete; ls a; find a -type f -printf "%f %s %p %P %h %d %m %M %u %y\\n" | sort; touch -d @1000000000 a/f; find a/f -printf "%T@ %TY-%Tm-%Td %t|%5s|%-5s|%%\\n"; find a/l -printf "%l %y\\n"',
    'find nofile; echo $?; find a -bad; echo $?; find a -name; echo $?; find a b -maxdepth x; echo $?; find a \\( -name f; echo $?; find a -name f x; echo $?; find a -type; find a -exec echo; echo $?; find a -size x',
    'find -L a -type f | sort; find -H a/l -type f; find a/l -type f; find a -lname f; find a -samefile a/f; find a -inum 0; find a -readable -name f; find a -executable -type f; find a a/b -name g',
    'find a -type f | wc -l; find a -type f -name "[fg]" | sort; find ./a -path ./a/b -prune -o -name H.txt -print; find a/ -maxdepth 1 | sort; find a -name f -a -print -a -print; find a -name f , -name g | sort',
    'du -b a/f a/c/H.txt; du -ab a/b | sort -k2; du -s nofile; echo $?; du -d x a; du -as a; echo $?; du -sb a/f a/f; du -cb a/f a/c/H.txt; du -b --exclude="*.txt" a/c/H.txt a/f',
    'mv a z; find z -name f -ls | wc -w; cd z; find . -name f; find "$PWD" -name f | wc -l; find .. -maxdepth 1 -name z',
  ].map((script) => tree + script),
);
