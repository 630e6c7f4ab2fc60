import { expect, test } from 'vitest';
import { createGuestBench } from '../../system/guest.fixture.ts';

/** Made by XZ Utils 5.4.1 of `seq 1 800`. */
const made =
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AwTAa9dABiCgo8iTvimVffwmaUlDZBFkVpRtJvKrNwFMuyFUp+xSG3v3OhLuWG64JxTf5jIqVQO/D0q0wbXZkQ9VmSmzT3Xxx9E9BjfAgs/4sbGe+Hnf3lEHHm3Qq5luBu1DoThmoIGIzlaf3KqQ/qlmh+SwL5FcXlK1ZPGkAo5rZxlhyq2GjjH4ZMXytA+CeqwUvAQYCbAXl8QkQ25eXh9l0Jg0KY4d+Ej6LsoT4hSLXVYJj9m/eKc69OvYdk1ev/7YrE8fJMc8mS4TRyFKrFcAAY2AUrrvAVI71xotTxxgZ4sbORnBs+FKnUJGYy8F0QNzTxpxjbEnpzS7js1Ej6TUpedkeFNVjFeyuWWgq9ADIWjSVbIkWpANfkU5FUtUTUkUoSAFyAtXAOMweh6LXV6XITE6Tf+hxp7RcSUAOAYbZ+3J8KP2MwrTYBsqCN9xr0472fUEeIwmOP/QyESPWWjl2Esp+aPkecapktTI2MwWKFwPrGRA2lPijaYbUSsckSgfta3pQb/7Tz3bendovwf7HoMJ2Hw9dvf4Ga/wVD7YFZmMqh4GMbugUKRydSeQJFmVLIAAACfcYBUPWFVigABywOUGAAAQcTN37HEZ/sCAAAAAARZWg==';

test('FR-190-422 xz unpacks what the real one packed, and tells what is broken', () => {
  const bench = createGuestBench({});
  bench.run('base64 -d > a.xz; seq 1 800 > a', { input: made });
  expect(bench.run('xzcat a.xz | cmp - a && echo same; xz -l a.xz | tail -n 1').output).toBe(
    'same\n    1       1        496 B       3092 B  0.160  CRC64   a.xz\n',
  );
  bench.run('head -c 300 a.xz > short.xz; (head -c 100 a.xz; echo; tail -c +102 a.xz) > bad.xz');
  expect(bench.run('xz -t short.xz; xz -t bad.xz; xz -t a')).toMatchObject({
    error:
      'xz: short.xz: Unexpected end of input\nxz: bad.xz: Compressed data is corrupt\nxz: a: File format not recognized\n',
    status: 1,
  });
  expect(bench.faults).toEqual([]);
});

test('FR-190-422 what xz packs it unpacks with mode and time, and tar does both', () => {
  const bench = createGuestBench({});
  const ran = bench.run(
    'cd /srv; seq 30000 > a; chmod 640 a; touch -d 2020-01-02 a; xz a; ls; unxz a.xz; stat -c "%a %Y" a; md5sum < a; seq 30000 | md5sum; tar cJf t.tar.xz a; rm a; tar xf t.tar.xz; wc -l < a',
  );
  expect(ran.output.replace(/^(\w+ {2}-\n)\1/m, 'same\n')).toBe('a.xz\n640 1577923200\nsame\n30000\n');
  expect(bench.faults).toEqual([]);
});
