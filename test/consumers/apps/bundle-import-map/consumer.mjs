const folder = '/node_modules';
const imports = {
  'outage-status': `${folder}/outage-status/dist/index.js`,
  'outage-status/define': `${folder}/outage-status/dist/define.js`,
  'outage-status/client': `${folder}/outage-status/dist/client/index.js`,
  lit: `${folder}/lit/index.js`,
  'lit-element/': `${folder}/lit-element/`,
  'lit-html': `${folder}/lit-html/lit-html.js`,
  'lit-html/': `${folder}/lit-html/`,
  '@lit/reactive-element': `${folder}/@lit/reactive-element/reactive-element.js`,
  'chart.js': `${folder}/chart.js/dist/chart.js`,
  '@kurkle/color': `${folder}/@kurkle/color/dist/color.esm.js`,
  'zod/mini': `${folder}/zod/mini/index.js`,
  'p-retry': `${folder}/p-retry/index.js`,
  'is-network-error': `${folder}/is-network-error/index.js`,
  'altcha-lib': `${folder}/altcha-lib/dist/esm/v2/index.js`,
  'altcha-lib/algorithms/web/pbkdf2': `${folder}/altcha-lib/dist/esm/v2/algorithms/web/pbkdf2.js`,
};

export default {
  title: 'import map, without a bundler',
  packages: ['lit'],
  kind: 'bundle',
  build: [],
  head: `<script type="importmap">${JSON.stringify({ imports })}</script>`,
  serve: '.',
};
