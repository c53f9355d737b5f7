/** Name of the CDN files' trusted types policy, which a page's `trusted-types` must list. */
const POLICY = 'outage-status';

interface PolicyFactory {
  createPolicy(name: string, rules: object): object;
}

const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };

let refusesPolicy = false;

/**
 * What Lit finds in the CDN files in place of `globalThis`, see `scripts/own-policy.mjs`. Lit creates its policy as
 * `lit-html`, a name that a page's own Lit may have taken; a browser then refuses it to every other copy. Where the page
 * refuses ours, Lit gets none and sets plain strings, which works unless the page also requires trusted types.
 */
export const litGlobal = {
  trustedTypes: trustedTypes && {
    createPolicy(_name: string, rules: object): object | undefined {
      try {
        return trustedTypes.createPolicy(POLICY, rules);
      } catch {
        refusesPolicy = true;
        return undefined;
      }
    },
  },
};

/** Whether Lit can draw in this page. Logs what the page's policy lacks when it cannot. */
export function canDraw(): boolean {
  if (!refusesPolicy) return true;
  try {
    document.createElement('template').innerHTML = '<p></p>';
    return true;
  } catch {
    console.warn(
      `outage-status: the page's Content-Security-Policy keeps the widget from drawing; add ${POLICY} to its trusted-types, or 'allow-duplicates' if it is there.`,
    );
    return false;
  }
}
