import { expect, it } from 'vitest';
import { ask, createBench, runProgram } from '../../machine.fixture.ts';
import { hashed, isRight } from './password.ts';
import { sha512 } from './sha512.ts';

const hex = (bytes: string): string =>
  bytes
    .split('')
    .map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0'))
    .join('');

it('FR-190-115 hashes as SHA-512 does', () => {
  expect(hex(sha512('abc'))).toBe(
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
  );
  expect(hex(sha512('a'.repeat(200)))).toBe(
    '4b11459c33f52a22ee8236782714c150a3b2c60994e9acee17fe68947a3e6789f31e7668394592da7bef827cddca88c4e6f86e4df7ed1ae6cba71f3e98faee9f',
  );
});

it('FR-190-115 a password is checked as crypt(3) does', () => {
  const bench = createBench({});
  const answers: boolean[] = [];
  runProgram(
    bench,
    function* (system) {
      answers.push(
        yield* isRight(
          system,
          'Hello world!',
          '$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1',
        ),
      );
      answers.push(
        yield* isRight(
          system,
          'a',
          '$6$rounds=1000$ab$pH9NrVOL0TsWVTwIsERtoDA4KGRST7iElxHdzYlv/7kFsSbdAYpDolZo0lKEk6Fy/6qd4OKBdkihSYcXYWb/E0',
        ),
      );
      answers.push(
        yield* isRight(
          system,
          'b',
          '$6$rounds=1000$ab$pH9NrVOL0TsWVTwIsERtoDA4KGRST7iElxHdzYlv/7kFsSbdAYpDolZo0lKEk6Fy/6qd4OKBdkihSYcXYWb/E0',
        ),
      );
      const hash = yield* hashed(system, 'secret');
      answers.push(
        yield* isRight(system, 'secret', hash),
        yield* isRight(system, 'secret', `!${hash}`),
        yield* isRight(system, 'x', '*'),
      );
      return 0;
    },
    {},
  );
  expect(answers).toEqual([true, true, false, true, false, false]);
  expect(ask(bench, (system) => system.pid)).toBeGreaterThan(0);
});
