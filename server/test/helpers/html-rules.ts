import assert from 'node:assert/strict';
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Both ways to write a void element are HTML; long titles are the services' own.
    'void-style': 'off',
    'long-title': 'off',
    // The server's own files, from its own origin.
    'require-sri': 'off',
    // Indentation is free.
    'no-trailing-whitespace': 'off',
    // Buttons in the widget's shadow root belong to no form.
    'no-implicit-button-type': 'off',
    // Lists may have a name: https://www.w3.org/TR/wai-aria-1.2/#namefromprohibited
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
  },
});

/** Fails with every finding of the validator. */
export async function assertValidHtml(html: string, what: string): Promise<void> {
  const { valid, results } = await validator.validateString(html);
  const findings = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  );
  assert.ok(valid && findings.length === 0, `${what}:\n${findings.join('\n')}`);
}

/** The tags of a document with their attributes, in order; what is text, and only looks like a tag, is not among them. */
export const listTags = (html: string): string[] =>
  [...html.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag);
