import { describe, expect, it } from 'vitest';
import { readRun } from './run-options.ts';
import { dmiOf } from './run-dmi.ts';
import { runWordsIn } from './run-words.ts';

const wish = (text: string) => {
  const words = runWordsIn(text);
  return words.ok ? readRun(words.value) : words;
};
const refusal = (text: string): string => {
  const read = wish(text);
  return read.ok ? '' : read.refusal.message;
};

describe('RUN.container', () => {
  it.each([
    ['nginx', ['nginx']],
    ["-v '/a b:/c:ro' nginx", ['-v', '/a b:/c:ro', 'nginx']],
    [
      String.raw`busybox sh -c 'sleep $X' "a \"b\" \n" c\ d`,
      ['busybox', 'sh', '-c', 'sleep $X', 'a "b" \\n', 'c d'],
    ],
    ['["-e", "A=$B c", "nginx"]', ['-e', 'A=$B c', 'nginx']],
    [`--name='a'"b"c ''`, ['--name=abc', '']],
  ])('FR-020-284 a text is parted as a shell would, a list is taken as it stands: %s', (text, words) => {
    expect(runWordsIn(text)).toEqual({ ok: true, value: words });
  });

  it.each([
    'nginx; rm x',
    '-v $PWD:/x nginx',
    'nginx "$(id)"',
    "nginx 'open",
    '["nginx", 1]',
    'a | b',
    '[nginx',
  ])('FR-020-284 what only a shell could read is refused, for none reads it: %s', (text) => {
    expect(runWordsIn(text)).toMatchObject({ ok: false });
  });

  it('FR-020-284 words of docker run are what the container is made of', () => {
    const text =
      '-dit -e A=1 --env=B=2=3 -p8080:80 -p 127.0.0.1::53/udp -v /data -v /srv:/srv:ro --network lab --ip 10.9.0.7 ' +
      '--cpus 0.5 -m 64m -h web -w /srv --user 1:1 --entrypoint /bin/sh --tmpfs /run:size=1m -l x=y nginx -c true';
    expect(wish(text)).toMatchObject({
      ok: true,
      value: {
        Image: 'nginx',
        Cmd: ['-c', 'true'],
        Entrypoint: ['/bin/sh'],
        Hostname: 'web',
        User: '1:1',
        WorkingDir: '/srv',
        Tty: true,
        OpenStdin: true,
        Env: ['A=1', 'B=2=3'],
        Labels: { x: 'y' },
        Volumes: { '/data': {} },
        ExposedPorts: { '80/tcp': {}, '53/udp': {} },
        HostConfig: {
          NanoCpus: 500_000_000,
          Memory: 67_108_864,
          Binds: ['/srv:/srv:ro'],
          PortBindings: {
            '80/tcp': [{ HostIp: '', HostPort: '8080' }],
            '53/udp': [{ HostIp: '127.0.0.1', HostPort: '' }],
          },
          Tmpfs: { '/run': 'size=1m' },
          NetworkMode: 'lab',
        },
        NetworkingConfig: { EndpointsConfig: { lab: { IPAMConfig: { IPv4Address: '10.9.0.7' } } } },
      },
    });
  });

  it('FR-020-287 who asks for rights over this computer, or for what no machine takes, is told so', () => {
    expect(refusal('--privileged nginx')).toContain('--privileged is not taken: a machine gets no rights');
    expect(refusal('--privileged=true nginx')).toContain('no rights');
    expect(refusal('--cap-add SYS_ADMIN nginx')).toContain('no rights');
    expect(refusal('--name x nginx')).toContain("machine's own");
    expect(refusal('--nope nginx')).toContain('--nope is none of the words');
    expect(refusal('-p 80-90:80-90 nginx')).toContain('--publish 80-90:80-90');
    expect(refusal('-m many nginx')).toContain('--memory many');
    expect(refusal('--cpus none nginx')).toContain('--cpus none');
    expect(refusal('-e')).toContain('Nothing stands behind -e');
    expect(refusal('-d')).toContain('no image');
  });

  it('FR-020-284 the number of the machine is told as its firmware tells it', () => {
    expect(dmiOf('423e36c8-723d-2b24-8590-0eb1d9180aa2')).toEqual({
      product_serial: 'VMware-42 3e 36 c8 72 3d 2b 24-85 90 0e b1 d9 18 0a a2',
      product_uuid: 'C8363E42-3D72-242B-8590-0EB1D9180AA2',
    });
  });
});
