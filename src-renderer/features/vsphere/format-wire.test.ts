import { expect, test } from 'vitest';
import { formatWire } from './format-wire.ts';

test('FR-120-690 XML is laid out by its elements, and text stays with its own', () => {
  const given =
    '<?xml version="1.0"?><Envelope><Body><CurrentTime><_this type="ServiceInstance">ServiceInstance</_this></CurrentTime><empty/></Body></Envelope>';
  expect(formatWire(given).split('\n')).toEqual([
    '<?xml version="1.0"?>',
    '<Envelope>',
    '  <Body>',
    '    <CurrentTime>',
    '      <_this type="ServiceInstance">ServiceInstance</_this>',
    '    </CurrentTime>',
    '    <empty/>',
    '  </Body>',
    '</Envelope>',
  ]);
});

test('FR-120-690 what was cut short, is no XML or is laid out already loses nothing', () => {
  expect(formatWire('<a><b>one</b><c>tw')).toBe('<a>\n  <b>one</b>\n  <c>tw');
  expect(formatWire('<a>\n  <b/>\n</a>')).toBe('<a>\n  <b/>\n</a>');
  expect(formatWire('<a><![CDATA[<not a tag>]]></a>')).toBe('<a><![CDATA[<not a tag>]]></a>');
  expect(formatWire('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
  expect(formatWire('{"a":[1')).toBe('{"a":[1');
  expect(formatWire('plain words')).toBe('plain words');
  expect(formatWire('')).toBe('');
});
