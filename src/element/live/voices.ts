import { html, nothing, type TemplateResult } from '../tags.js';
import type { Community, Feed, Official, Reachability, Status } from '../../feed/index.js';
import type { SectionMessages } from '../../i18n/live-messages.js';
import { chooseHeadline } from '../../model/headline.js';
import { hearProbe } from '../../model/probe-voice.js';
import { isProblem } from '../../model/severity.js';
import { shortenAffected } from '../../model/shorten-affected.js';
import type { LiveView } from '../live-host.js';
import { hostOf, renderMark, renderOutsideLink } from './panel-tools.js';

type Texts = SectionMessages['voices'];

type VoicesView = Pick<LiveView, 'feed' | 'nowMs' | 'stale' | 'formats' | 'withOfficial'>;

/** Users' or the vendor's voice: its status in a word, and two lines that explain it. */
interface Voice {
  readonly part: string;
  readonly label: string;
  readonly status: Status;
  readonly word: string;
  readonly detail: string;
  readonly source: unknown;
}

// If the page has been unreadable for longer than this, the text needs the date too.
const DAY_MS = 86_400_000;

/** What users report in a few words, without the numbers, which stand in the card's figures. */
function describeUsers(feed: Feed, { status, categories }: Community, texts: Texts): string {
  if (isProblem(status)) {
    const top = categories.toSorted((left, right) => right.share - left.share)[0];
    return top && top.share > 0 ? texts.mostOften(top.label) : '';
  }
  const isCalm = status === 'operational' && chooseHeadline(feed, false).kind !== 'recovering';
  return isCalm ? texts.nothingUnusual : '';
}

function readUsers({ feed, stale, formats }: VoicesView, messages: SectionMessages): Voice {
  const { community } = feed;
  const texts = messages.voices;
  const shared = { part: 'voice-users', label: texts.users };
  if (!community) {
    return { ...shared, status: 'unknown', word: texts.none, detail: texts.notCounted, source: '' };
  }
  const { status, recoveredCount = 0 } = community;
  return {
    ...shared,
    status: stale ? 'unknown' : status,
    word: messages.status[stale ? 'unknown' : status],
    detail: stale
      ? texts.lastKnown(messages.status[status])
      : describeUsers(feed, community, texts),
    source: !stale && recoveredCount > 0 ? texts.worksAgain(recoveredCount, formats) : '',
  };
}

function describeOfficial(official: Official, view: VoicesView, messages: SectionMessages): string {
  const { formats, nowMs, stale } = view;
  const texts = messages.voices;
  const checkedAtMs = Date.parse(official.checkedAt);
  if (official.status === 'unknown') {
    if (official.unknownReason) return texts.unknownReason[official.unknownReason];
    const recent = nowMs - checkedAtMs < DAY_MS;
    return texts.notReadable(recent ? formats.time(checkedAtMs) : formats.dateTime(checkedAtMs));
  }
  if (stale) return texts.lastKnown(messages.status[official.status]);
  const ago = formats.relative(Math.min(checkedAtMs, nowMs), nowMs);
  const openCount = official.incidents.filter(({ endedAt }) => endedAt === null).length;
  const contradiction = official.indicator
    ? texts.contradictsItself(messages.status[official.indicator], openCount, formats)
    : undefined;
  if (official.affected) {
    const affected = texts.affected(shortenAffected(official.affected), formats);
    // The line is cut where the card is narrow, so a word that is only milder is left out.
    const contradicts = official.indicator && !isProblem(official.indicator);
    return contradicts ? `${affected} · ${contradiction}` : affected;
  }
  if (contradiction) return contradiction;
  return openCount > 0 ? texts.openIncidents(openCount, ago, formats) : texts.checked(ago);
}

function readOfficial(view: VoicesView, messages: SectionMessages): Voice {
  const { official } = view.feed;
  const texts = messages.voices;
  const shared = {
    // The page's address shows whose it is; without one, the label includes the name.
    part: 'voice-official',
    label:
      official?.name && !official.url ? `${texts.official} · ${official.name}` : texts.official,
  };
  if (!official) {
    return {
      ...shared,
      status: 'unknown',
      word: texts.none,
      detail: texts.noOfficialPage,
      source: '',
    };
  }
  const status = view.stale ? 'unknown' : official.status;
  return {
    ...shared,
    status,
    word: messages.status[status],
    detail: describeOfficial(official, view, messages),
    source: official.url ? renderOutsideLink(official.url, messages) : '',
  };
}

const renderVoice = ({ part, label, status, word, detail, source }: Voice): TemplateResult =>
  html`<div part=${part} class="voice">
    <p class="voice-label" title=${label}>${label}</p>
    ${renderMark(status, word)}
    <p class="voice-detail" title=${detail}>${detail}</p>
    <p
      class="voice-detail voice-source"
      title=${typeof source === 'string' && source ? source : nothing}
    >
      ${source}
    </p>
  </div>`;

/** What the check says of the address, after its name: how long it took, or why it failed. */
function describeCheck(
  { medianMs, failure }: Reachability,
  { formats, stale }: VoicesView,
  texts: Texts,
): string {
  if (stale) return '';
  if (failure) return texts.failure[failure];
  return medianMs === null ? '' : texts.took(medianMs, formats);
}

/** What a machine sees that asks the service: one line below the other two voices, in the room of their fourth line. */
function renderProbe(
  view: VoicesView,
  reachability: Reachability,
  messages: SectionMessages,
): TemplateResult {
  const { feed, stale, nowMs, formats } = view;
  const texts = messages.voices;
  const { sentence, sign } = hearProbe(feed)!;
  const checkedAtMs = Math.min(Date.parse(reachability.checkedAt), nowMs);
  const said = stale
    ? texts.checked(formats.relative(checkedAtMs, nowMs))
    : texts.probeSays[sentence](feed.service.name);
  const detail = describeCheck(reachability, view, texts);
  const { url } = reachability;
  return html`<div part="voice-probe" class="voice probe" title=${said}>
    <p class="voice-label">${texts.probe}</p>
    ${renderMark(stale ? 'unknown' : sign, said)}
    <p class="voice-detail voice-source">
      ${url ? html`<bdi>${hostOf(url)}</bdi>` : nothing}${url && detail ? ' · ' : nothing}${detail}
    </p>
  </div>`;
}

/**
 * What users report beside what the vendor's page says, and what the server sees itself; each line keeps its place whatever
 * the feed contains. Servers draw it too, see `ssr/render-status.ts`.
 */
export function renderVoices(view: VoicesView, messages: SectionMessages): TemplateResult {
  const { reachability } = view.feed;
  return html`<div
    part="voices"
    class=${`voices${reachability ? ' probed' : ''}${view.withOfficial ? '' : ' single'}`}
    role="group"
    aria-label=${messages.voices.label}
  >
    ${renderVoice(readUsers(view, messages))}
    ${view.withOfficial ? renderVoice(readOfficial(view, messages)) : nothing}
    ${reachability ? renderProbe(view, reachability, messages) : nothing}
  </div>`;
}
