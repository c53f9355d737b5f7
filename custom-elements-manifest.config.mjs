// Only what a page's author or a type-aware editor can use: the element, its events, its registration, configure().
const PUBLIC_FILES = [
  'src/element/outage-status-element.ts',
  'src/element/events.ts',
  'src/element/report-events.ts',
  'src/element/server-address.ts',
  'src/define.ts',
];
const INTERNAL_NAMES = ['locateFeed', 'setScriptServer', 'configureListeners', 'isServerKnown', 'absolute'];

const isPublicMember = ({ name, privacy }) =>
  (privacy ?? 'public') === 'public' && !name.startsWith('#');

/** The package ships what was compiled, so the manifest names that. */
const published = (path) => path?.replace(/^\/?src\/(.*)\.ts$/, 'dist/$1.js');

/** Takes return types from the code: the analyzer overwrites them with the type in `@returns`, which has none here. */
const returnTypesFromCode = {
  name: 'return-types-from-code',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isMethodDeclaration(node) || !node.type) return;
    for (const { members = [] } of moduleDoc.declarations) {
      const method = members.find(({ name }) => name === node.name.getText());
      if (method?.return) method.return.type = { text: node.type.getText() };
    }
  },
};

/** `define.ts` registers by a call that the analyzer does not follow. */
const addDefinition = (modules) => {
  const define = modules.find(({ path }) => path === 'dist/define.js');
  const element = modules.find(({ path }) => path === 'dist/element/outage-status-element.js');
  define.exports.push({
    kind: 'custom-element-definition',
    name: element.declarations[0].tagName,
    declaration: { name: element.declarations[0].name, module: element.path },
  });
};

const keepPublicParts = {
  name: 'keep-public-parts',
  packageLinkPhase({ customElementsManifest }) {
    const { modules } = customElementsManifest;
    for (const module of modules) {
      module.path = published(module.path);
      module.declarations = module.declarations.filter(
        ({ name }) => !INTERNAL_NAMES.includes(name),
      );
      module.exports = module.exports.filter(
        ({ declaration }) => !INTERNAL_NAMES.includes(declaration.name),
      );
      for (const { declaration } of module.exports) {
        if (declaration.module) declaration.module = published(declaration.module);
      }
      for (const declaration of module.declarations) {
        declaration.members = declaration.members?.filter(isPublicMember);
        // A private `@state` under another import name looks like an attribute to the analyzer.
        declaration.attributes = declaration.attributes?.filter(({ fieldName }) =>
          declaration.members.some(({ name }) => name === fieldName),
        );
        for (const member of declaration.members ?? []) delete member.privacy;
        // The class between is no public one.
        if (declaration.superclass?.name === 'OptionElement')
          declaration.superclass = { name: 'LitElement', package: 'lit' };
        if (declaration.superclass?.name === 'Event') delete declaration.superclass.module;
      }
    }
    addDefinition(modules);
    // The analyzer finds files in whatever order the disk gives.
    modules.sort((left, right) => left.path.localeCompare(right.path, 'en'));
  },
};

export default {
  globs: PUBLIC_FILES,
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [returnTypesFromCode, keepPublicParts],
};
