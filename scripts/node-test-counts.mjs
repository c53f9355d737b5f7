/**
 * Reporter for `node --test`: writes `{"passed":1,"failed":0,"skipped":0}` at the end of the run. It does not count suites
 * and Node's entries for files.
 */
export default async function* countTests(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    const isFileEntry = data.nesting === 0 && /\.(ts|mjs|js)$/.test(data.name);
    if (isFileEntry && type === 'test:pass') continue;
    if (data.skip !== undefined) counts.skipped += 1;
    else if (type === 'test:pass') counts.passed += 1;
    else counts.failed += 1;
  }
  yield JSON.stringify(counts);
}
