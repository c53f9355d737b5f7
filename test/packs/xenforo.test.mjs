import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { findPrograms } from '../../scripts/engines.mjs';
import { RESERVED_IDS } from './support/reserved-ids.mjs';
import { readHtml } from './support/snippet.mjs';

const { php } = findPrograms();

const xml = readFileSync(
  new URL('../../packs/xenforo/bb_code_media_sites.xml', import.meta.url),
  'utf8',
);
const reader = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
const { site } = reader.parse(xml).bb_code_media_sites;

/** The service of an address, as XenForo looks for it: PHP writes a pattern between marks, and groups as `?P<id>`. */
const match = (address) => {
  const [, pattern, flags] = /^#(.*)#([a-z]*)$/.exec(site.match_urls.trim());
  return new RegExp(pattern.replaceAll('(?P<', '(?<'), flags).exec(address)?.groups.id;
};

/** What a template makes of a media key at worst: XenForo refuses these keys, and escapes the others besides. */
const render = (key) => {
  if (/[&?"'<>\r\n]/.test(key) || key.includes('..')) return '';
  return site.embed_html.replaceAll('{$id}', key);
};

const KNOWN = [
  ['https://status.example/kik', 'kik'],
  ['https://status.example/kik/', 'kik'],
  ['https://status.example/kik?lang=ar', 'kik'],
  ['https://status.example/kik#top', 'kik'],
  ['https://status.example/embed/kik', 'kik'],
  ['https://status.example/a-1', 'a-1'],
  ['https://status.example/servicesx', 'servicesx'],
  [`https://status.example/${'x'.repeat(64)}`, 'x'.repeat(64)],
];

const OTHERS = [
  'https://status.example/',
  'http://status.example/kik',
  'https://status.example.evil.example/kik',
  'https://evil.example/?https://status.example/kik',
  'https://statusxexample/kik',
  'https://status.example/Kik',
  'https://status.example/-kik',
  'https://status.example/kik.atom',
  'https://status.example/kik/more',
  'https://status.example/kik"onload=',
  `https://status.example/${'x'.repeat(65)}`,
  ...RESERVED_IDS.flatMap((id) => [
    `https://status.example/${id}`,
    `https://status.example/${id}/kik.svg`,
    `https://status.example/embed/${id}`,
  ]),
];

describe('the pack for XenForo', () => {
  it('is XML of the form that XenForo imports', () => {
    assert.equal(XMLValidator.validate(xml), true);
    assert.deepEqual(Object.keys(site).toSorted(), [
      'active',
      'embed_html',
      'embed_html_callback_class',
      'embed_html_callback_method',
      'match_callback_class',
      'match_callback_method',
      'match_is_regex',
      'match_urls',
      'media_site_id',
      'oembed_api_endpoint',
      'oembed_enabled',
      'oembed_retain_scripts',
      'oembed_url_scheme',
      'site_title',
      'site_url',
      'supported',
    ]);
    assert.match(site.media_site_id, /^[a-z0-9_]{1,25}$/);
    assert.equal(site.match_is_regex, '1');
    // PHP's modifier e would run code, and XenForo passes over such patterns.
    assert.doesNotMatch(site.match_urls, /\W[\s\w]*e[\s\w]*$/);
  });

  it('knows the addresses of services', () => {
    for (const [address, id] of KNOWN) assert.equal(match(address), id, address);
  });

  it('knows no other addresses', () => {
    for (const address of OTHERS) assert.equal(match(address), undefined, address);
  });

  if (php) {
    it('has a pattern that PHP reads in the same way', () => {
      const code =
        '[$pattern, $all] = json_decode(stream_get_contents(STDIN)); echo json_encode(array_map(fn ($one) => preg_match($pattern, $one, $found) ? $found["id"] : null, $all));';
      const addresses = [...KNOWN.map(([address]) => address), ...OTHERS];
      const input = JSON.stringify([site.match_urls.trim(), addresses]);
      const { stdout, stderr } = spawnSync(php, ['-r', code], { input, encoding: 'utf8' });
      assert.deepEqual(
        JSON.parse(stdout),
        addresses.map((address) => match(address) ?? null),
        stderr,
      );
    });
  }

  it('shows the frame, in a sandbox that allows nothing but scripts', () => {
    const { frames, scripts, handlers } = readHtml(render('kik'));
    const [{ src, sandbox, title }] = frames;
    assert.equal(src, 'https://status.example/embed/kik');
    assert.equal(sandbox, 'allow-scripts');
    assert.equal(title, 'kik status');
    assert.deepEqual([frames.length, scripts, handlers], [1, [], []]);
  });

  it('lets no media key out of its place', () => {
    for (const key of [
      '"><script>alert(1)</script>',
      `k' onload='x`,
      '../v1',
      'a b',
      '//evil.example',
      '{$id}',
    ]) {
      const { frames, scripts, handlers } = readHtml(render(key));
      assert.deepEqual([scripts, handlers], [[], []], key);
      for (const { src } of frames) {
        assert.ok(new URL(src).href.startsWith('https://status.example/embed/'), key);
      }
    }
  });
});
