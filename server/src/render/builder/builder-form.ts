import { type Markup, markup } from '../markup.js';
import type { RenderLanguage } from '../render-language.js';
import type { BuilderTexts } from './builder-texts.js';
import type { Choice } from './choice.js';
import { type OptionName, optionsOf } from './options.js';
import { PLACE_IDS, PLACES, type Place } from './places.js';

/** The content of the form. */
export interface BuilderForm {
  readonly language: RenderLanguage;
  readonly texts: BuilderTexts;
  readonly choice: Choice;
  /** Text of the service's field. */
  readonly service: string;
  /** Suggestions for the field. */
  readonly serviceNames: readonly string[];
}

interface Field {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  /** Value and label, in order. */
  readonly values: readonly (readonly [string, string])[];
}

const writeSelect = ({ name, label, chosen, values }: Field): Markup =>
  markup`<p class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${values.map(
    ([value, word]) =>
      markup`<option value="${value}"${value === chosen && markup` selected`}>${word}</option>`,
  )}</select></p>
`;

const writeOptions = ({ texts, choice }: BuilderForm): Markup[] => {
  const place: Place = PLACES[choice.placeId];
  const accepted = optionsOf(choice.kind, place, choice.options.look);
  return (Object.keys(accepted) as OptionName[]).map((name) => {
    const words: Readonly<Record<string, string>> = texts.values[name];
    return writeSelect({
      name,
      label: texts.options[name],
      chosen: choice.options[name],
      values: (accepted[name] ?? []).map((value) => [value, words[value] ?? value]),
    });
  });
};

/**
 * The form of the builder. It submits by GET, so that every choice is an address, with and without scripts. The page's script
 * replaces the parts with ids.
 */
export function writeForm(form: BuilderForm): Markup {
  const { language, texts, choice } = form;
  const { placeId, kind } = choice;
  const place: Place = PLACES[placeId];
  const places = PLACE_IDS.map((id) => [id, texts.places[id]] as const);
  const kinds = place.kinds.map((id) => [id, texts.kinds[id]] as const);
  return markup`<form id="choices" class="choices" action="embed" method="get">
<p class="field"><label for="service">${texts.service}</label><input id="service" type="search" name="service" value="${form.service}" list="services" maxlength="100" autocomplete="off" placeholder="${texts.serviceHint}"></p>
<datalist id="services">${form.serviceNames.map((name) => markup`<option value="${name}"></option>`)}</datalist>
${writeSelect({ name: 'place', label: texts.place, chosen: placeId, values: places })}<div id="kinds" data-for="${placeId}">
${writeSelect({ name: 'as', label: texts.kind, chosen: kind, values: kinds })}</div>
<div id="options" class="options" data-for="${placeId} ${kind} ${kind === 'picture' || kind === 'markdown' || kind === 'bbcode' ? choice.options.look : ''}">
${writeOptions(form)}</div>
${language.tag !== 'en' && markup`<input type="hidden" name="lang" value="${language.tag}">\n`}<button type="submit">${texts.show}</button>
</form>
`;
}
