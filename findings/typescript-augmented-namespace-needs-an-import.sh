#!/usr/bin/env bash
# TypeScript: a tag that is declared in `declare module 'solid-js' { namespace JSX { … } }`, as Solid's documents say, does
# not exist in JSX unless some file of the program also imports something of `solid-js`.
#
# The declaration names the module, the compiler resolves and reads it, and gives no error for it. But `JSX` is exported
# there from another file, and is merged only where an import has led to it; `jsxImportSource` leads past it. One import of
# types, used or not, in any file mends it.
# Here: src/frameworks/solid.ts takes its types from an import of `solid-js`, which declarations keep only if it is used.
set -euo pipefail
SOLID=1.9.20
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "name": "finding", "version": "1.0.0", "private": true, "type": "module" }' >package.json
npm install --ignore-scripts --no-audit --no-fund \
  "solid-js@$SOLID" typescript-5@npm:typescript@5.9.3 typescript-7@npm:typescript@7.0.2 >log 2>&1 || { tail -n 20 log; exit 1; }

cat >tag.d.ts <<'TS'
export {};
declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'my-tag': { size?: number };
    }
  }
}
TS
cat >app.tsx <<'TS'
import type {} from './tag';
export const app = <my-tag size={1} />;
TS
echo '{ "compilerOptions": { "strict": true, "noEmit": true, "module": "esnext", "moduleResolution": "bundler",
  "target": "es2022", "jsx": "preserve", "jsxImportSource": "solid-js", "types": [] }, "include": ["*.ts", "*.tsx"] }' >tsconfig.json

for compiler in 5 7; do
  tsc="node_modules/typescript-$compiler/bin/tsc"
  rm -f other.ts
  echo "TypeScript $(node "$tsc" --version), solid-js $SOLID"
  alone=$(node "$tsc" --project . || true)
  echo "  app.tsx and tag.d.ts: ${alone:-no error}"
  echo "import type { Accessor } from 'solid-js'; export type Any = Accessor<unknown>;" >other.ts
  beside=$(node "$tsc" --project . || true)
  echo "  with another file that imports a type of solid-js: ${beside:-no error}"
  [[ "$alone" == *TS2339* ]] || { echo "the tag is there without an import: changed"; exit 1; }
  [ -z "$beside" ] || { echo "the tag is missing beside an import: changed"; exit 1; }
done
echo "As described: a file that the other one has nothing to do with decides."
