import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const FOLDER = join(import.meta.dirname, '../../docs/decisions');
/** A page, and a little air. */
const MOST_WORDS = 700;
const SECTIONS = ['Status', 'Context', 'Decision', 'Tried and dropped', 'Consequences'];
const REQUIRED = SECTIONS.filter((name) => name !== 'Tried and dropped');

const names = readdirSync(FOLDER).toSorted();

describe('decisions', () => {
  it('are numbered without a gap', () => {
    const numbers = names.map((name) => Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1]));
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => index + 1),
    );
  });

  for (const name of names) {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const [title, ...lines] = text.split('\n');
    const found = lines.filter((line) => line.startsWith('## ')).map((line) => line.slice(3));

    it(`${name} has the title and the sections of all decisions, in their order`, () => {
      assert.match(title, new RegExp(`^# ${Number(name.slice(0, 4))}\\. \\S`));
      assert.deepEqual(
        found,
        SECTIONS.filter((section) => found.includes(section)),
      );
      for (const section of REQUIRED) assert.ok(found.includes(section), `no "## ${section}"`);
    });

    it(`${name} says since when it holds`, () => {
      const status = /\n## Status\n\n(.*)/.exec(text)?.[1];
      assert.match(status ?? '', /^(?:Accepted|Superseded by \[decision \d+\]\(.*\)), \w+ \d{4}\./);
    });

    it(`${name} has at most ${MOST_WORDS} words`, () => {
      const words = text.split(/\s+/).filter(Boolean).length;
      assert.ok(words <= MOST_WORDS, `${words} words; tables belong in docs/measurements/`);
    });
  }
});
