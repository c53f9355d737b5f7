import { isProblem } from '../../src/model/index.js';
import type { Status } from '../../src/feed/index.js';
import { HOSTED_PAGES } from './pages-hosted.js';
import { SELF_HOSTED_PAGES } from './pages-self-hosted.js';
import { STATUSPAGE_PAGES } from './pages-statuspage.js';
import { VENDOR_PAGES } from './pages-vendors.js';
import { CALM_PAGES, PROBLEM_PAGES, type SamplePage } from './sample-pages.js';

/** Every sample of every format. */
export const ALL_PAGES: readonly SamplePage[] = [
  ...CALM_PAGES,
  ...PROBLEM_PAGES,
  ...STATUSPAGE_PAGES,
  ...HOSTED_PAGES,
  ...SELF_HOSTED_PAGES,
  ...VENDOR_PAGES,
];

/** Those that say that something is wrong. */
export const ALL_PROBLEM_PAGES: readonly SamplePage[] = ALL_PAGES.filter(({ status }) =>
  isProblem(status as Status),
);
