import {
  supportsAdoptingStyleSheets,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { takeTurn } from '../client/in-turns.js';
import type { ReportOutcome } from '../client/report-outcome.js';
import type { ReportSubject } from '../client/report-subject.js';
import { FeedError, type Feed, type Status } from '../feed/index.js';
import { enElement } from '../i18n/en-element.js';
import type { ElementMessages } from '../i18n/messages.js';
import { isProblem } from '../model/severity.js';
import { ClockController } from './controllers/clock-controller.js';
import { CrowdController } from './controllers/crowd-controller.js';
import { FeedController } from './controllers/feed-controller.js';
import { LanguageController } from './controllers/language-controller.js';
import { LiveController } from './controllers/live-controller.js';
import { TransitionEvents } from './controllers/transition-events.js';
import { afterFrame } from './after-frame.js';
import {
  showFeed,
  viewElement,
  type CardView,
  type ElementView,
  type ShownFeed,
} from './element-view.js';
import { followPopover } from './follow-popover.js';
import { readEmbeddedFeed } from './embedded-feed.js';
import { ForeignChanges } from './foreign-changes.js';
import type { LiveHost, LiveView } from './live-host.js';
import { OptionElement } from './option-element.js';
import { readOneOf, readRefresh, readText } from './option-values.js';
import { keepPresses } from './own-presses.js';
import { isTrue, readLevel, type ReadAttribute } from './paint-attributes.js';
import { liveReserve } from './live/reserve.js';
import { locateFeed } from './server-address.js';
import { CustomStates } from './controllers/custom-states.js';
import { cardStyles } from './card-styles.js';
import { definedStyles } from './defined-styles.js';
import { headStyles } from './head-styles.js';
import { styleSheetOf } from './style-sheet.js';
import { renderCard } from './views/card.js';
import { renderFrame } from './views/head.js';
import { renderInlineBadge } from './views/inline-badge.js';
import { renderMoreButton } from './views/more-button.js';
import { renderWaiting } from './views/waiting.js';

const ANNOUNCEMENT_INTERVAL_MS = 300_000;
const WAITED_FOR_MS = 1000;

/**
 * Shows whether one service is up, what is failing, and lets a visitor report a problem.
 *
 * @summary Live status of one service: what users report and what the vendor says, side by side.
 * @tag outage-status
 *
 * @slot - Shown until the first feed has arrived, and when JavaScript is off. A link to the service's page is a good choice.
 *
 * @csspart badge - The pill with icon and word; in `variant="badge"` the button.
 * @csspart popover - What the button of `variant="badge"` opens.
 * @csspart card - The card.
 * @csspart name - The service's name.
 * @csspart summary - The verdict in a sentence.
 * @csspart since - Since when.
 * @csspart count - Reports in the last hour against the usual number.
 * @csspart sparkline - The last hours over the band of what is usual.
 * @csspart breakdown - The categories.
 * @csspart row - One category.
 * @csspart footer - Age of the data and the pause button.
 * @csspart more-button - Opens the compact form into the card, and back.
 * @csspart voices - What users report beside what the official page says, and what the server sees itself.
 * @csspart voice-users - What users report.
 * @csspart voice-official - What the official page says.
 * @csspart voice-probe - What the server sees that asks the service itself.
 * @csspart actions - The row of buttons.
 * @csspart report-button - The button that opens the report panel; a link where the page's policy refuses reports.
 * @csspart official-link - The link to the official page, where nothing can be reported.
 * @csspart toggle - A button that opens one of the other panels.
 * @csspart panel - The open panel.
 * @csspart report-note - Why nothing can be reported here: reports are paused, or the page is not secure.
 * @csspart report - The report panel.
 * @csspart report-status - What became of the visitor's report.
 * @csspart choice - One category to choose.
 * @csspart send-button - Sends the report.
 * @csspart recovered-button - Says that it works for the visitor again; there while users report a problem.
 * @csspart cancel-button - Closes the report panel.
 * @csspart trend - The panel with the interactive chart.
 * @csspart trend-chart - The chart.
 * @csspart trend-table - The same numbers as a table.
 * @csspart retry-button - Loads a panel or its chart again.
 * @csspart incidents - The panel of incidents.
 * @csspart incident - One incident.
 * @csspart guide - The panel "is it only me?".
 * @csspart guide-answer - What is known already, before the steps.
 * @csspart check - The check from this device: its button, and what it found.
 * @csspart step - One thing to check.
 * @csspart question - One question with its answer.
 * @csspart related - The panel of related services.
 * @csspart related-service - One related service.
 *
 * @cssprop [--outage-status-surface=light-dark(#fff, #17191e)] - Background of the card.
 * @cssprop [--outage-status-accent=light-dark(#1a5bcb, #8db5ff)] - Links, the line of the sparkline, the report button.
 * @cssprop [--outage-status-radius=0.75rem] - Corner radius of the card.
 *
 * @cssState loading - Nothing has arrived yet.
 * @cssState failed - The newest request failed.
 * @cssState stale - The newest good feed is older than its own age limit.
 * @cssState problem - The status on screen is degraded, a partial or a major outage.
 * @cssState paused - The visitor has stopped the updates.
 * @cssState crowded - More than 50 widgets are in the page: cards far out of view are not laid out, and drawn whole only when they come near.
 *
 * @fires {OutageLoadEvent} outage-load - The first feed of this source is on screen.
 * @fires {OutageStatusChangeEvent} outage-status-change - Another status than before is on screen. Not on first render.
 * @fires {OutageErrorEvent} outage-error - A request for the feed failed; the last good feed stays on screen.
 * @fires {OutageReportEvent} outage-report - The visitor is about to send a report, or that it works again (`kind`); `preventDefault()` keeps it back.
 * @fires {OutageReportedEvent} outage-reported - That was answered, or could not be delivered; see `outcome`.
 */
export class OutageStatusElement extends OptionElement implements LiveHost {
  // Servers register the element too, and have no style sheets; nor has jsdom before 31, in which tests of pages run.
  static override get styles(): CSSResultGroup {
    const texts = [headStyles, liveReserve, cardStyles, definedStyles];
    return supportsAdoptingStyleSheets ? texts.map(styleSheetOf) : [];
  }

  // The only list of attributes. As data it has half the size of one decorator per attribute. A converter reads the text
  // of the attribute and the value of the property; those of booleans differ, see `readBoolean`.
  static override properties: PropertyDeclarations = {
    service: { converter: readText },
    server: { converter: readText },
    src: { converter: readText },
    format: { converter: readText },
    variant: {
      converter: readOneOf('auto', 'badge', 'compact', 'card'),
      reflect: true,
      useDefault: true,
    },
    refresh: { converter: readRefresh },
    theme: { converter: readOneOf('auto', 'light', 'dark'), reflect: true, useDefault: true },
    lang: { converter: readText, reflect: true, useDefault: true },
    headingLevel: { converter: readLevel, attribute: 'heading-level' },
    announce: { type: Boolean, converter: isTrue },
    load: { converter: readOneOf('eager', 'visible', 'click') },
    withoutReport: { type: Boolean, converter: isTrue, attribute: 'without-report' },
    withoutBreakdown: { type: Boolean, converter: isTrue, attribute: 'without-breakdown' },
    withoutSparkline: { type: Boolean, converter: isTrue, attribute: 'without-sparkline' },
    withoutGuide: { type: Boolean, converter: isTrue, attribute: 'without-guide' },
    withoutOfficial: { type: Boolean, converter: isTrue, attribute: 'without-official' },
    expanded: { state: true },
    opened: { state: true },
    paused: { state: true },
    announcement: { state: true },
    whole: { state: true },
  };

  /** Registers the element; a page that has already defined the tag keeps what it has. */
  static define(tag = 'outage-status', registry: CustomElementRegistry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, this);
  }

  readonly #language = new LanguageController(this);
  readonly #feed = new FeedController(this, {
    url: () => locateFeed(this.#attribute, document.baseURI),
    refresh: () => (this.paused ? 'off' : this.refresh),
    load: () => this.load,
    embedded: () => readEmbeddedFeed(this, this.#attribute),
  });
  readonly #live = new LiveController(this, this.#language);
  readonly #foreign = new ForeignChanges();
  readonly #crowd = new CrowdController(this);
  #shown: ShownFeed | undefined;
  #announcedAtMs = -ANNOUNCEMENT_INTERVAL_MS;

  private expanded = false;
  private opened = false;
  private paused = false;
  private announcement = '';
  private whole = false;

  /** Id of the service, e.g. `kik`. */
  service = '';

  /** Base URL of the feed server, e.g. `https://status.example/`. Empty: `configure()`, the script tag, the script's origin. */
  server = '';

  /** URL of a feed, or of an official status page in a known format; then there is no Report button. Wins over `service`. */
  src = '';

  /** Format of the page in `src`, e.g. `statuspage`, where it cannot be told by its looks. Empty: recognised. */
  format = '';

  /** `badge`: one line that opens the details. `compact`: the verdict and two buttons, opens into the card. `card`: everything. `auto`: a card, compact where there is less than 14.5rem. */
  variant: 'auto' | 'badge' | 'compact' | 'card' = 'auto';

  /** Seconds between polls, 15–3600, or `off`. Values outside are clamped. Polling pauses while the page is hidden. */
  refresh: number | 'off' = 60;

  /** `auto` follows the page's colour scheme, `light` and `dark` force one. */
  theme: 'auto' | 'light' | 'dark' = 'auto';

  /** Language of the texts, a BCP 47 tag. Empty: the nearest ancestor's, else the visitor's. */
  override lang = '';

  /** Level 1–6 for real headings. 0: none, so that the widget stays out of the page's outline. */
  headingLevel = 0;

  /** Speak changes of the status to assistive technology, at most every five minutes. */
  announce = false;

  /** When the first request leaves: at once, when the element is nearly `visible`, or on `click`. */
  load: 'eager' | 'visible' | 'click' = 'eager';

  /** Leave out the Report button. */
  withoutReport = false;

  /** Leave out the categories. */
  withoutBreakdown = false;

  /** Leave out the sparkline and the trend. */
  withoutSparkline = false;

  /** Leave out "is it only me?". */
  withoutGuide = false;

  /** Leave out what the vendor's page says; the status still counts it in. */
  withoutOfficial = false;

  constructor() {
    super();
    new ClockController(this);
    const onScreen = () => (this.whole || !this.#crowd.isNear ? this.status : undefined);
    new TransitionEvents(this, this.#feed, onScreen, this.#announce);
    new CustomStates(this, () => ({
      loading: !this.feed && this.#feed.state?.phase === 'loading',
      failed: this.#feed.state?.phase === 'failed',
      stale: !!this.#shown?.stale,
      problem: !!this.status && isProblem(this.status),
      paused: this.paused,
      crowded: this.#crowd.isCrowded,
    }));
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // The drawing of the first paint stays until the first update, see first-paint.ts.
    this.whole = !!this.shadowRoot?.hasChildNodes();
    const root = super.createRenderRoot();
    keepPresses(root as ShadowRoot);
    this.renderOptions.renderBefore = null;
    return root;
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated && this.whole) await this.#keepDrawing();
    // Hundreds of elements drawn at once would freeze the page.
    if (!this.hasUpdated && !this.#live.section) await new Promise<void>(takeTurn);
    void super.scheduleUpdate();
  }

  /** Leaves what has been drawn before, if it is still true, until all of it can be drawn again. The request does not wait. */
  async #keepDrawing(): Promise<void> {
    const limit = new Promise((resolve) => setTimeout(resolve, WAITED_FOR_MS));
    this.#feed.hostUpdate();
    await Promise.race([this.#feed.waitForFirst(), limit]);
    if (showFeed(this.#feed.state, Date.now())?.stale !== false) return;
    const language = this.#language.load();
    const live = this.variant === 'badge' ? undefined : this.#live.load().catch(() => undefined);
    await Promise.race([Promise.all([language, live]), limit]);
  }

  protected override update(changed: PropertyValues<this>): void {
    this.#shown = showFeed(this.#feed.state, Date.now());
    const painted = this.hasUpdated ? [] : [...this.renderRoot.childNodes];
    // The removal is the element's own change; as one by others it would be taken back.
    this.#foreign.around(this.renderRoot, () => {
      super.update(changed);
      for (const node of painted) node.remove();
    });
  }

  protected override updated(): void {
    if (!this.feed || !this.#crowd.isNear) return;
    // Nothing must compete with the first paint: neither the rest of the card nor the files of the live section.
    if (!this.#live.section) afterFrame(this.#finish);
  }

  readonly #finish = (): void => {
    if (!this.whole) this.whole = true;
    else if (this.variant !== 'badge' || this.opened) void this.#live.load().catch(() => undefined);
  };

  /** The newest good feed, or `undefined` before the first. */
  get feed(): Feed | undefined {
    return this.#shown?.feed;
  }

  /** The status on screen: `unknown` when the feed is stale, `undefined` before the first feed. */
  get status(): Status | undefined {
    return this.#shown?.status;
  }

  /** Asks for a fresh feed now; resolves when it is on screen or has failed. */
  async refreshNow(): Promise<void> {
    await this.#feed.refreshNow();
    await this.updateComplete;
  }

  /**
   * Sends a report as if the visitor had chosen it; fires `outage-report` first.
   *
   * @param subject Id of one of the service's categories, e.g. `messages`; or `{ kind: 'recovered' }`: it works again.
   * @returns What became of it, or `undefined` when a listener prevented it.
   * @throws {FeedError} `invalid` when there is no feed server to report to.
   */
  async report(subject: ReportSubject): Promise<ReportOutcome | undefined> {
    if (!this.feed) await this.refreshNow();
    const shown = this.#shown;
    if (!shown || !this.#canReport(shown.feed))
      throw new FeedError('invalid', 'server: there is no feed server to report to');
    const section = await this.#live.load();
    section.render(this.#liveView(this.#cardView(this.#view(), shown)));
    return section.report(subject);
  }

  get #messages(): ElementMessages {
    return this.#language.pack.element ?? enElement;
  }

  #canReport(feed: Feed): boolean {
    return !this.withoutReport && !this.src && !!feed.community;
  }

  readonly #announce = (status: Status): void => {
    const now = performance.now();
    const { feed } = this;
    if (!this.announce || !feed || now - this.#announcedAtMs < ANNOUNCEMENT_INTERVAL_MS) return;
    this.#announcedAtMs = now;
    const word = this.#language.pack.paint.status[status];
    const text = this.#messages.announcement(feed.service.name, word);
    // Set it after this update, so that it does not start another one inside it.
    queueMicrotask(() => (this.announcement = text));
  };

  // The first paint uses the same functions and has only attributes. Pages may set a property to any type.
  readonly #attribute: ReadAttribute = (name) => {
    const property = name.replace(/-(.)/, (_, letter: string) => letter.toUpperCase());
    const value = this[property as 'service' | 'headingLevel' | 'withoutOfficial'];
    return value === true ? '' : value ? String(value) : null;
  };

  #liveView(card: CardView): LiveView {
    const canReport = this.#canReport(card.feed);
    return { ...card, feedUrl: this.#feed.url!, canReport, withGuide: !this.withoutGuide };
  }

  #view(): ElementView {
    const { expanded, opened, paused, announcement } = this;
    const change: ElementView['change'] = (choices) => Object.assign(this, choices);
    return viewElement(this.#attribute, this.#language, this.#shown, {
      expanded,
      opened,
      paused,
      announcement,
      change,
      followPopover: (event) => followPopover(event, change),
    });
  }

  #cardView(view: ElementView, shown: ShownFeed): CardView {
    const opens = view.form !== 'card' && this.variant !== 'badge';
    const moreButton = opens ? renderMoreButton(view, this.#messages) : undefined;
    const bodyMessages = this.#messages;
    return { ...view, ...shown, bodyMessages, whole: this.whole, moreButton };
  }

  #renderWaiting(view: ElementView): TemplateResult {
    const phase = this.#feed.state?.phase ?? (this.load === 'click' ? 'idle' : 'loading');
    // A vendor's page has no reports to show. Its usual address identifies it before it has loaded.
    const counted = !this.#attribute('src')?.endsWith('summary.json');
    const askNow = () => void this.refreshNow();
    return renderWaiting(
      view,
      this.#messages,
      phase === 'ready' ? 'loading' : phase,
      counted,
      askNow,
    );
  }

  #renderCard(view: ElementView): TemplateResult {
    const shown = this.#language.ready ? this.#shown : undefined;
    if (!shown) return renderFrame({ ...view, status: undefined }, this.#renderWaiting(view));
    const card = this.#cardView(view, shown);
    return renderFrame(view, renderCard(card, this.#live.section?.render(this.#liveView(card))));
  }

  protected override render(): TemplateResult {
    const view = this.#view();
    return this.variant === 'badge'
      ? renderInlineBadge(view, this.opened && this.#renderCard(view))
      : this.#renderCard(view);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'outage-status': OutageStatusElement;
  }
}
