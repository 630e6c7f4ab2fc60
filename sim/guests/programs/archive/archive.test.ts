import { describe, expect, it } from 'vitest';
import { createGuestBench } from '../../system/guest.fixture.ts';
import { deflate } from './deflate.ts';
import { md5, sha1, sha256 } from '../../digest.ts';
import { inflate } from './inflate.ts';

describe('archives and sums', () => {
  it('FR-190-234 what is packed comes out again, and what is broken is told', () => {
    const text = `${'the same again and again, '.repeat(400)}\0\xff${[...Array(300).keys()].join()}`;
    expect(inflate(deflate(text), 0)?.text).toBe(text);
    expect(deflate(text).length).toBeLessThan(text.length / 4);
    expect(inflate('\x07', 0)).toBe(null);
    expect([md5('abc'), sha1('abc'), sha256('abc')]).toEqual([
      '900150983cd24fb0d6963f7d28e17f72',
      'a9993e364706816aba3e25717850c26c9cd0d89d',
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    ]);
    const bench = createGuestBench({});
    expect(
      bench.run(
        'cd /srv; mkdir d; echo one > d/a; chown 33:33 d/a; tar czf d.tgz d; rm -r d; tar xzf d.tgz; stat -c "%u %s" d/a; gunzip -t d.tgz && echo whole; head -c 60 d.tgz > cut.gz; gunzip -t cut.gz',
      ),
    ).toMatchObject({
      output: '33 4\nwhole\n',
      error: '\ngzip: cut.gz: unexpected end of file\n',
      status: 1,
    });
    expect(bench.faults).toEqual([]);
  });
});
