/** Headers with which services that keep programs out mark their own pages. */
const BLOCK_HEADERS: readonly (readonly [name: string, value: RegExp])[] = [
  // https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
  ['cf-mitigated', /challenge/],
  // https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html
  ['x-amzn-waf-action', /challenge|captcha/],
];

/** Texts of such pages: Cloudflare, DataDome, HUMAN, Imperva. */
const BLOCK_TEXT =
  /\/cdn-cgi\/challenge-platform\/|cf[-_]chl[-_]|captcha-delivery\.com|px-captcha|_Incapsula_Resource/;

/** What an answer's headers say of a page that only keeps programs out, in a few words for the log. */
export function findBlock(headers: Headers): string | undefined {
  const found = BLOCK_HEADERS.find(([name, value]) => value.test(headers.get(name) ?? ''));
  return found && `a challenge page (${found[0]})`;
}

/** The same of the text of a page that comes with an error's status. */
export const findBlockInText = (text: string): string | undefined =>
  BLOCK_TEXT.test(text) ? 'a challenge page' : undefined;
