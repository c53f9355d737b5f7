import { isProblem } from '../../src/model/index.js';
import type { Status } from '../../src/feed/index.js';
import { CSTATE_PAGES } from './pages-cstate.js';
import { HOSTED_PAGES } from './pages-hosted.js';
import { SELF_HOSTED_PAGES } from './pages-self-hosted.js';
import { STATUSPAGE_PAGES } from './pages-statuspage.js';
import { VENDOR_PAGES } from './pages-vendors.js';
import type { SamplePage } from './sample-page.js';
import { GAME_SAMPLES } from './samples-games.js';
import { GIANT_SAMPLES } from './samples-giants.js';
import { HOSTED_SAMPLES } from './samples-hosted.js';
import { HOSTED_MONITOR_SAMPLES } from './samples-hosted-monitors.js';
import { MONITOR_SAMPLES } from './samples-monitors.js';
import { SELF_HOSTED_SAMPLES } from './samples-self-hosted.js';
import { STATUSPAGE_SAMPLES } from './samples-statuspage.js';
import { SORRY_SAMPLES } from './samples-sorry.js';
import { STATUSIQ_SAMPLES } from './samples-statusiq.js';
import { STATUSPAL_SAMPLES } from './samples-statuspal.js';
import { VENDOR_SAMPLES } from './samples-vendors.js';

/** Every sample of every format. */
export const ALL_PAGES: readonly SamplePage[] = [
  ...STATUSPAGE_SAMPLES,
  ...HOSTED_SAMPLES,
  ...HOSTED_MONITOR_SAMPLES,
  ...STATUSPAL_SAMPLES,
  ...STATUSIQ_SAMPLES,
  ...SORRY_SAMPLES,
  ...MONITOR_SAMPLES,
  ...SELF_HOSTED_SAMPLES,
  ...VENDOR_SAMPLES,
  ...GAME_SAMPLES,
  ...GIANT_SAMPLES,
  ...STATUSPAGE_PAGES,
  ...HOSTED_PAGES,
  ...SELF_HOSTED_PAGES,
  ...CSTATE_PAGES,
  ...VENDOR_PAGES,
];

const saysProblem = ({ status }: SamplePage): boolean => isProblem(status as Status);

/** Those that say that something is wrong. */
export const PROBLEM_PAGES: readonly SamplePage[] = ALL_PAGES.filter(saysProblem);

/** Those that say that all is well or serviced, or that nothing is known. */
export const CALM_PAGES: readonly SamplePage[] = ALL_PAGES.filter((page) => !saysProblem(page));
