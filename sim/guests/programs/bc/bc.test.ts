import { expect, test } from 'vitest';
import { createBench, runProgram } from '../../machine.fixture.ts';
import { bc } from './bc.ts';

function calculated(
  lines: string,
  ...words: readonly string[]
): { output: string; error: string; status: number | null } {
  const bench = createBench({ programs: { bc } });
  const ran = runProgram(bench, (system) => bc({ ...system, arguments: ['bc', ...words] }), {
    input: `${lines}\n`,
  });
  expect(bench.faults).toEqual([]);
  return {
    output: ran.output,
    error: ran.error,
    status: ran.change?.how === 'exited' ? ran.change.status : null,
  };
}

test('FR-190-420 bc counts with as many figures as it is asked to, in any base', () => {
  expect(calculated('2^100\nscale=30\n1/7\nsqrt(2)\nscale=0;-7%3\nobase=16\n255').output).toBe(
    '1267650600228229401496703205376\n.142857142857142857142857142857\n1.414213562373095048801688724209\n-1\nFF\n',
  );
  expect(calculated('scale=40;4*a(1);e(1);l(2);s(1);c(1)', '-l').output).toBe(
    '3.1415926535897932384626433832795028841968\n2.7182818284590452353602874713526624977572\n.6931471805599453094172321214581765680755\n.8414709848078965066525023216302989996225\n.5403023058681397174009366074429766037323\n',
  );
});

test('FR-190-420 bc has loops, functions with names of their own, and lists', () => {
  const lines =
    'define f(n) {\nauto i, p\np = 1\nfor (i = 2; i <= n; i++) p *= i\nreturn p\n}\ni = 5\nf(20); i\na[3] = 7; a[3] + a[4]\nif (i > 4) "large\n" else "small\n"';
  expect(calculated(lines).output).toBe('2432902008176640000\n5\n7\nlarge\n');
});

test('FR-190-420 bc tells what is wrong and goes on with the next line', () => {
  expect(calculated('1/0\n2 +\n7\nf(1)')).toEqual({
    output: '7\n',
    error:
      'Runtime error (func=(main), adr=3): Divide by zero\n(standard_in) 3: syntax error\nRuntime error (func=(main), adr=3): Function f not defined.\n',
    status: 0,
  });
  expect(calculated('2^99999999999999999999').error).toBe(
    'Runtime error (func=(main), adr=26): exponent too large in raise\n',
  );
  expect(calculated('9^999999999')).toMatchObject({ error: 'Out of memory for malloc.\n', status: 1 });
});
