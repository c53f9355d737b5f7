#!/usr/bin/env bash
# knip: a type that it reports as an unused export cannot be made private, because emitting declarations needs it.
#
# Nobody imports the type by name, so knip lists it. But another file exports a function whose inferred type contains it;
# tsc must write that name into the .d.ts file and stops with TS4023 once it is private. Without `declaration` it sees
# nothing, so a type check by another tsconfig stays green and only the build of the package fails.
# Here: the function says its return type, or the type stays exported with a knip tag.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >package.json <<'JSON'
{ "name": "finding", "version": "1.0.0", "type": "module", "exports": "./main.js" }
JSON
npm install --no-audit --no-fund --ignore-scripts knip@6.44.2 typescript@5.9.3 >log 2>&1 || { tail -n 20 log; exit 1; }
echo '{ "entry": ["main.ts"], "project": ["*.ts"] }' >knip.json
echo '{ "compilerOptions": { "strict": true, "module": "nodenext", "declaration": true, "outDir": "out" }, "files": ["main.ts"] }' >tsconfig.json
cat >store.ts <<'TS'
export interface Limit { readonly most: number }
export interface Store { readonly take: (limit: Limit) => Limit }
TS
cat >main.ts <<'TS'
import type { Store } from './store.js';
export const outboxOf = (store: Store) => ({ take: store.take });
TS

echo "knip $(npx knip --version), TypeScript $(npx tsc --version)"
npx knip >said 2>&1 || true
cat said
grep -q 'Limit' said || { echo "knip does not report Limit: changed"; exit 1; }
npx tsc || { echo "the build fails while Limit is exported: changed"; exit 1; }

sed -i 's/^export interface Limit/interface Limit/' store.ts
npx tsc --noEmit --declaration false || { echo "the type check fails: changed"; exit 1; }
echo "private: passes without declarations"
if npx tsc >said 2>&1; then echo "the build passes without it: changed"; exit 1; fi
cat said
grep -q 'TS4023' said || { echo "another error: changed"; exit 1; }
echo "As described: following knip breaks the build of declarations."
