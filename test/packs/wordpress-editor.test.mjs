// The block in the editor, with stand-ins for WordPress's `wp.*` that keep what was made of them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createContext, runInContext } from 'node:vm';

const read = (name) =>
  readFileSync(new URL(`../../packs/wordpress/block/${name}`, import.meta.url), 'utf8');
const metadata = JSON.parse(read('block.json'));

/** Runs editor.js; gives the registered block and a function that shows it with some attributes. */
const loadEditor = (server) => {
  const blocks = {};
  // Of the one block that is shown, as long as it is.
  const states = [];
  let stateCount = 0;
  const components = Object.fromEntries(
    ['Button', 'PanelBody', 'Placeholder', 'SelectControl', 'TextControl'].map((name) => [
      name,
      name,
    ]),
  );
  const wp = {
    element: {
      Fragment: 'Fragment',
      createElement: (type, properties, ...children) =>
        typeof type === 'function' ? type(properties) : { ...properties, type, children },
      useState: (initial) => {
        const state = states[stateCount] ?? { value: initial };
        states[stateCount] = state;
        stateCount += 1;
        return [state.value, (value) => (state.value = value)];
      },
    },
    blockEditor: { InspectorControls: 'InspectorControls', useBlockProps: () => ({}) },
    blocks: { registerBlockType: (name, settings) => (blocks[name] = settings) },
    components,
    i18n: {
      __: (text, domain) => {
        assert.equal(domain, 'outage-status');
        return text;
      },
      sprintf: (text, value) => text.replace('%s', value),
    },
  };
  runInContext(
    read('editor.js'),
    createContext({ wp, outageStatusSettings: { server }, URLSearchParams }),
  );
  const block = blocks[metadata.name];
  const defaults = Object.fromEntries(
    Object.entries(metadata.attributes).map(([name, attribute]) => [name, attribute.default]),
  );
  const show = (attributes) => {
    const changes = [];
    const setAttributes = (change) => changes.push({ ...change });
    stateCount = 0;
    const tree = block.edit({ attributes: { ...defaults, ...attributes }, setAttributes });
    return { nodes: [...nodesIn(tree)], changes };
  };
  return { block, show };
};

function* nodesIn(node) {
  if (typeof node?.type !== 'string') return;
  yield node;
  for (const child of node.children) yield* nodesIn(child);
}

const SERVER = 'https://status.example';

describe('the WordPress block in the editor', () => {
  it('saves nothing but its attributes', () => {
    assert.equal(loadEditor(SERVER).block.save(), null);
  });

  it('shows the frame of the server as a preview, in a sandbox', () => {
    const { show } = loadEditor(`${SERVER}/`);
    const frameOf = (attributes) => show(attributes).nodes.find(({ type }) => type === 'iframe');
    assert.equal(frameOf({ service: 'kik' }).src, `${SERVER}/embed/kik?`);
    const { src, sandbox, title } = frameOf({ service: 'kik', theme: 'dark', lang: 'a&b=c' });
    assert.equal(src, `${SERVER}/embed/kik?theme=dark&lang=a%26b%3Dc`);
    assert.deepEqual([sandbox, title], ['allow-scripts', 'kik status']);
    const other = frameOf({ service: 'kik', server: 'https://other.example' });
    assert.equal(other.src, 'https://other.example/embed/kik?');
  });

  it('asks for a missing or unusable value, and frames nothing', () => {
    for (const [server, attributes, wanted] of [
      [SERVER, {}, 'Which service?'],
      [SERVER, { service: '../admin' }, 'Which service?'],
      [SERVER, { service: '"><script>' }, 'Which service?'],
      [SERVER, { service: 'kik', server: 'javascript:alert(1)' }, 'Which service?'],
      ['', { service: 'kik' }, 'Set the feed server in Settings, Outage Status first.'],
    ]) {
      const { nodes } = loadEditor(server).show(attributes);
      assert.ok(!nodes.some(({ type }) => type === 'iframe'), JSON.stringify(attributes));
      const { instructions } = nodes.find(({ type }) => type === 'Placeholder');
      assert.equal(instructions, wanted);
    }
  });

  it('takes the service when the author has typed all of it, and not its first letter', () => {
    const { show } = loadEditor(SERVER);
    const find = (type) => show({}).nodes.findLast((node) => node.type === type);
    let prevented = 0;
    for (const typed of ['k', 'ki', 'kik ']) {
      const { nodes, changes } = show({});
      nodes.findLast(({ type }) => type === 'TextControl').onChange(typed);
      assert.deepEqual(changes, []);
      assert.equal(find('TextControl').value, typed);
    }
    const { nodes, changes } = show({});
    const form = nodes.find(({ type }) => type === 'form');
    assert.ok(nodes.some(({ type }) => type === 'Button'));
    form.onSubmit({ preventDefault: () => (prevented += 1) });
    assert.deepEqual([changes, prevented], [[{ service: 'kik' }], 1]);
  });

  it('has a field for every attribute, which changes that attribute alone', () => {
    const { show } = loadEditor(SERVER);
    const { nodes, changes } = show({ service: 'kik' });
    const fields = nodes.filter(({ type }) => type.endsWith('Control'));
    assert.deepEqual(
      new Set(fields.map(({ key }) => key)),
      new Set(Object.keys(metadata.attributes)),
    );
    for (const { key, label, onChange, options } of fields) {
      assert.ok(label, key);
      onChange(' x ');
      assert.deepEqual(changes.pop(), { [key]: key === 'name' ? ' x ' : 'x' });
      const choices = metadata.attributes[key].enum;
      assert.deepEqual(options && [...options].map(({ value }) => value), choices);
    }
  });
});
