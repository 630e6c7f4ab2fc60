import { expect, test } from 'vitest';
import { createGuestBench } from '../../system/guest.fixture.ts';
import { online } from '../../packages/online.fixture.ts';

/** Options and filter, input, what jq 1.6 of Debian wrote. */
const rows: readonly (readonly [string, string, string])[] = [
  ["-c '.a.b[1:]'", '{"a":{"b":[1,2,3]}}', '[2,3]\n'],
  [
    '.',
    '{"b":1,"a":[1,{"c":null}]}',
    '{\n  "b": 1,\n  "a": [\n    1,\n    {\n      "c": null\n    }\n  ]\n}\n',
  ],
  ['-cS .', '{"b":1,"a":2}', '{"a":2,"b":1}\n'],
  ['-r \'.[] | select(.n > 1) | "\\(.n)-\\(.s)"\'', '[{"n":1,"s":"x"},{"n":2,"s":"y"}]', '2-y\n'],
  ["-c 'map(.n) | add, length, (sort | reverse)'", '[{"n":1},{"n":3},{"n":2}]', '6\n3\n[3,2,1]\n'],
  [
    "-c 'group_by(.k) | map({k: .[0].k, n: length})'",
    '[{"k":"b"},{"k":"a"},{"k":"b"}]',
    '[{"k":"a","n":1},{"k":"b","n":2}]\n',
  ],
  [
    "-c 'to_entries, keys, with_entries(.value += 1)'",
    '{"b":1,"a":2}',
    '[{"key":"b","value":1},{"key":"a","value":2}]\n["a","b"]\n{"b":2,"a":3}\n',
  ],
  ["-r '.[] | @csv, @tsv'", '[[1,"a\\"b",null,true]]', '1,"a""b",,true\n1\ta"b\t\ttrue\n'],
  [
    "-c 'del(.a[0]), (.a[] |= . * 2), [paths]'",
    '{"a":[1,2]}',
    '{"a":[2]}\n{"a":[2,4]}\n[["a"],["a",0],["a",1]]\n',
  ],
  ['-c \'[.[] | tostring, (tonumber? // "no")]\'', '["1","x"]', '["1",1,"x","no"]\n'],
  [
    "-c 'reduce .[] as $x (0; . + $x), [foreach .[] as $x (0; . + $x)], [limit(2; .[])], first(.[])'",
    '[1,2,3]',
    '6\n[1,3,6]\n[1,2]\n1\n',
  ],
  [
    '-c \'split(","), ascii_upcase, test("B"; "i"), gsub("[a-c]"; "-"), ltrimstr("a")\'',
    '"a,b,d"',
    '["a","b","d"]\n"A,B,D"\ntrue\n"-,-,d"\n",b,d"\n',
  ],
  [
    '-c --arg n v \'{($n): $n, x: (if . > 1 then "big" elif . == 1 then "one" else "small" end)}\'',
    '1 5',
    '{"v":"v","x":"one"}\n{"v":"v","x":"big"}\n',
  ],
  ["-c 'def f(g): [g, g]; f(.a), ([.. | numbers]), (.a as $x | $x + 1)'", '{"a":1}', '[1,1]\n[1]\n2\n'],
  [
    '-nc \'[range(0; 10; 3)], [1,2] - [2], ({} | .a.b |= 3), ([3,1,2] | min, max), ("x" * 3)\'',
    '',
    '[0,3,6,9]\n[1]\n{"a":{"b":3}}\n1\n3\n"xxx"\n',
  ],
  ['-sc .', '1 2 3', '[1,2,3]\n'],
  ['-Rr \'. / " " | .[1]\'', 'a b\nc d\n', 'b\nd\n'],
  ['-c \'try error("x") catch ., (.a.b?), [.a[]?], (.z // "none")\'', '{"a":1}', '"x"\n[]\n"none"\n'],
  [
    "-r '@base64, (@base64 | @base64d), @sh, @uri, @html'",
    '"a b<"',
    "YSBiPA==\na b<\n'a b<'\na%20b%3C\na b&lt;\n",
  ],
  [
    '-c \'walk(if type == "number" then . + 1 else . end), unique, flatten, any(. == 2), (index(2))\'',
    '[2,1,2]',
    '[3,2,3]\n[1,2]\n[2,1,2]\ntrue\n0\n',
  ],
];

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

test('FR-190-357 jq takes JSON apart as the real one does', () => {
  const bench = createGuestBench({ wire: online });
  bench.run('apt-get update && apt-get install -y jq');
  for (const [words, input, output] of rows)
    expect([words, bench.run(`printf %s ${quoted(input)} | jq ${words}`)]).toEqual([
      words,
      { output, error: '', status: 0 },
    ]);
  expect(bench.faults).toEqual([]);
});

test('FR-190-357 jq says what is wrong, and its status with -e whether the last value is true', () => {
  const bench = createGuestBench({ wire: online });
  bench.run('apt-get update && apt-get install -y jq');
  const status = (command: string): number | null => bench.run(command).status;
  expect(status('echo null | jq -e .')).toBe(1);
  expect(status('echo 1 | jq -e .')).toBe(0);
  expect(status('echo 1 | jq -e empty')).toBe(4);
  expect(status("echo '{' | jq .")).toBe(2);
  expect(bench.run("echo 1 | jq '.a'")).toMatchObject({
    error: 'jq: error (at <stdin>:0): Cannot index number with string "a"\n',
    status: 5,
  });
  expect(bench.run("echo 1 | jq 'nope'")).toMatchObject({
    error: 'jq: error: nope/0 is not defined at <top-level>, line 1:\nnope\njq: 1 compile error\n',
    status: 3,
  });
  expect(status("echo 1 | jq '.a | | .b'")).toBe(3);
  expect(bench.run('jq . /nowhere')).toMatchObject({
    error: 'jq: error: Could not open /nowhere: No such file or directory\n',
    status: 2,
  });
});
