// What Discourse reads of a theme component; that it works is tested in a browser, in test/e2e/packs.test.mjs.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { RESERVED_IDS } from './support/reserved-ids.mjs';

const folder = new URL('../../packs/discourse/', import.meta.url);
const read = (path) => readFileSync(new URL(path, folder), 'utf8');
const about = JSON.parse(read('about.json'));
const settings = parse(read('settings.yml'));
const script = read('javascripts/discourse/api-initializers/outage-status.js');

describe('the Discourse component', () => {
  it('states about itself what Discourse asks for', () => {
    assert.equal(about.component, true);
    assert.ok(about.name && about.name.length <= 50);
    for (const name of ['about_url', 'license_url']) {
      assert.ok(about[name] === null || URL.canParse(about[name]), name);
    }
    assert.match(about.minimum_discourse_version, /^\d+\.\d+\.\d+$/);
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', folder), 'utf8'));
    assert.equal(about.theme_version, version);
  });

  it('has settings of the types that Discourse knows, each with a default and a description', () => {
    const texts = parse(read('locales/en.yml')).en.theme_metadata;
    assert.ok(texts.description);
    assert.deepEqual(Object.keys(texts.settings), Object.keys(settings));
    for (const [name, { type, default: value, choices, ...more }] of Object.entries(settings)) {
      assert.match(name, /^[a-z_]+$/);
      assert.ok(['string', 'enum', 'bool', 'list'].includes(type), name);
      assert.equal(typeof value, type === 'bool' ? 'boolean' : 'string', name);
      if (type === 'enum') assert.ok(choices.includes(value), name);
      assert.deepEqual(more, {}, name);
    }
  });

  it('reads only settings that exist', () => {
    const used = new Set(
      [...script.matchAll(/settings\.(\w+)|readAddress\('(\w+)'\)/g)].map(
        ([, one, other]) => one ?? other,
      ),
    );
    for (const name of ['variant', 'theme']) used.add(name);
    // Discourse itself reads this one.
    used.add('extend_content_security_policy');
    assert.deepEqual(used, new Set(Object.keys(settings)));
  });

  it('knows which addresses of the server are no services', () => {
    const [, list] = /NO_SERVICES = \[([^\]]*)\]/.exec(script);
    assert.deepEqual(
      list
        .split(',')
        .map((name) => name.trim().replaceAll("'", ''))
        .filter(Boolean),
      [...RESERVED_IDS],
    );
  });

  it('has no file that Discourse would not know', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
    assert.deepEqual(
      new Set(files),
      new Set(['README.md', 'about.json', 'settings.yml', 'en.yml', 'outage-status.js']),
    );
  });
});
