import type { CatalogService } from '../../catalog/load-catalog.js';
import type { WidgetRelease } from '../../widget/widget-releases.js';
import { PALETTE } from 'outage-status/model';
import { isolate } from 'outage-status/texts';
import { type Markup, markup } from '../markup.js';
import { writeLanguages, writePage } from '../page-frame.js';
import { languageQuery, type RenderLanguage } from '../render-language.js';
import { writeForm } from './builder-form.js';
import { builderTexts } from './builder-texts-of.js';
import type { BuilderTexts } from './builder-texts.js';
import { addressOfChoice, type Choice, type UnknownValue } from './choice.js';
import type { ServiceChoice } from './choose-service.js';
import { optionsOf } from './options.js';
import { PLACES, type Place } from './places.js';
import { writePreview } from './preview.js';
import { type Embedding, type SnippetBlock, writeSnippet } from './snippet.js';

/** The content of the builder. */
export interface BuilderView {
  readonly language: RenderLanguage;
  readonly choice: Choice;
  readonly unknown: readonly UnknownValue[];
  /** The text entered as a service; empty for none. */
  readonly query: string;
  /** `undefined` if there are no services. */
  readonly chosen: ServiceChoice | undefined;
  readonly services: readonly CatalogService[];
  readonly serverUrl: string;
  readonly release: WidgetRelease | undefined;
}

/** Most suggestions in the page; the server searches all services. */
const MAX_SUGGESTIONS = 200;
const LINE_LENGTH = 52;

const tagOf = (language: RenderLanguage): string => (language.tag === 'en' ? '' : language.tag);

const listComplaints = (view: BuilderView, texts: BuilderTexts): string[] => {
  const { choice, chosen, query } = view;
  const used = { place: texts.places[choice.placeId], kind: texts.kinds[choice.kind] };
  const complaints = view.unknown.map(({ field, value }) => {
    if (field === 'place' || field === 'kind') {
      return texts.unknownValue(texts[field], value, used[field]);
    }
    const words: Readonly<Record<string, string>> = texts.values[field];
    const word = words[choice.options[field]] ?? '';
    return texts.unknownValue(texts.options[field], value, word);
  });
  return chosen?.fallback
    ? [texts.noService(query, chosen.service.name), ...complaints]
    : complaints;
};

const listNotes = ({ choice, release }: BuilderView, texts: BuilderTexts): string[] => {
  const { all, [choice.kind]: own } = texts.notes[choice.placeId];
  const { version } = choice.options;
  const hasVersion = !!optionsOf(choice.kind, PLACES[choice.placeId], 'auto').version;
  const pinned = hasVersion && (release ? version : 'newest');
  return [own, all, pinned && texts.versionNotes[pinned]].filter((note) => !!note) as string[];
};

const rowsOf = (text: string): number =>
  text.split('\n').reduce((rows, line) => rows + Math.ceil((line.length + 1) / LINE_LENGTH), 0);

const writeBlock = (
  texts: BuilderTexts,
  { part, text }: SnippetBlock,
  index: number,
  heading: Markup,
): Markup => {
  const id = `snippet-${index}`;
  const name = part && texts.parts[part];
  const label = name
    ? markup`<label for="${id}">${name}</label>`
    : markup`${heading}<label class="hidden" for="${id}">${texts.paste}</label>`;
  return markup`<div class="block"><div class="block-head">${label}<button type="button" data-copy="${id}"${name && markup` aria-label="${texts.copyPart(name)}"`} hidden>${texts.copy}</button></div>
<textarea id="${id}" dir="ltr" rows="${rowsOf(text)}" spellcheck="false" readonly>${text}</textarea></div>
`;
};

const writeOthers = (view: BuilderView, texts: BuilderTexts): Markup | undefined => {
  const others = view.chosen?.others ?? [];
  if (others.length === 0) return undefined;
  const links = others.map(
    ({ id, name }) =>
      markup` <a href="${addressOfChoice(id, view.choice, tagOf(view.language))}"><bdi>${name}</bdi></a>`,
  );
  return markup`<p class="others">${texts.otherMatches}${links}</p>\n`;
};

const writeResult = (view: BuilderView, texts: BuilderTexts): Markup => {
  const { chosen, choice, serverUrl, release } = view;
  const complaints = listComplaints(view, texts).map((text) => markup`<li>${text}</li>\n`);
  const notice = complaints.length > 0 && markup`<ul class="complaints">${complaints}</ul>\n`;
  if (!chosen)
    return markup`<div id="result" class="result">${notice}<p>${texts.noServices}</p></div>`;
  const { service } = chosen;
  const { placeId, kind, options } = choice;
  const place: Place = PLACES[placeId];
  const embedding: Embedding = { service, kind, place, options, serverUrl, release };
  const what = `${isolate(service.name, view.language.direction)} · ${texts.places[placeId]}`;
  const heading = markup`<h2 id="paste">${texts.paste} <span class="muted">${what}</span></h2>`;
  const blocks = writeSnippet(embedding);
  return markup`<div id="result" class="result">
${notice}${writeOthers(view, texts)}<section aria-labelledby="paste">${blocks.length > 1 && heading}
${blocks.map((block, index) => writeBlock(texts, block, index, heading))}${listNotes(view, texts).map((note) => markup`<p class="note">${note}</p>\n`)}<p class="note"><a href="${addressOfChoice(service.id, choice, tagOf(view.language))}">${texts.share}</a></p>
</section>
<section aria-labelledby="preview"><h2 id="preview">${texts.preview}</h2>
<div class="preview">${writePreview({ ...embedding, serverUrl: '' })}</div>
</section>
</div>`;
};

const writeHead = (
  view: BuilderView,
): Markup => markup`<meta name="theme-color" content="${PALETTE.accent.light}">
<link rel="stylesheet" href="assets/builder.css">
${view.release && markup`<script type="module" src="widget/outage-status.js"></script>\n`}<script type="module" src="assets/embed-host.js"></script>
<script type="module" src="assets/builder.js"></script>
`;

/** The page of the snippet builder, complete without JavaScript: every choice is an address. */
export function writeBuilderPage(view: BuilderView): string {
  const { language, choice, chosen } = view;
  const texts = builderTexts(language);
  // A typed name stays as it is while it matches a service.
  const typed = chosen && !chosen.fallback && view.query !== '' && view.query !== chosen.service.id;
  const form = writeForm({
    language,
    texts,
    choice,
    service: typed ? view.query : (chosen?.service.name ?? ''),
    serviceNames: view.services.slice(0, MAX_SUGGESTIONS).map(({ name }) => name),
  });
  const here = (tag: string): string =>
    chosen ? addressOfChoice(chosen.service.id, choice, tag) : `embed?lang=${tag}`;
  const body = markup`<div class="wrap wide">
<header class="bar"><a href="services${languageQuery(language)}">${language.page.allServices}</a>${writeLanguages(language, (other) => here(tagOf(other)))}</header>
<main>
<h1>${texts.title}</h1>
<p>${texts.intro}</p>
<div class="builder">
${form}${writeResult(view, texts)}
</div>
<p id="said" class="hidden" role="status" aria-atomic="true" data-copied="${texts.copied}" data-selected="${texts.selected}" data-updated="${texts.updated}" data-failed="${texts.failed}"></p>
</main>
</div>`;
  return writePage(
    {
      language,
      title: texts.title,
      description: texts.intro,
      root: '',
      head: writeHead(view),
      kind: 'page',
    },
    body,
  );
}
