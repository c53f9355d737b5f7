import { LitElement } from 'lit';
import { readBoolean } from './option-values.js';
import { aliasOf, readAttribute } from './paint-attributes.js';

// Documented spelling by alias.
const attributeOfAlias = new Map<string, string>();

/**
 * An element whose options have the documented type and the newest value in whatever way a page sets them: as attribute
 * or property, in either spelling, before or after the element is defined.
 */
export abstract class OptionElement extends LitElement {
  // What was set between the connection and the first update.
  #early: Map<PropertyKey, unknown> | undefined;
  #newer: Map<PropertyKey, unknown> | undefined;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...attributeOfAlias.keys()];
  }

  // Lit calls this for each class, and for its base first. It makes the accessors of the class, which are then replaced.
  protected static override finalize(): void {
    const isDone = Object.hasOwn(this, 'finalized');
    super.finalize();
    if (isDone) return;
    for (const [name, { attribute, converter, type }] of this.elementProperties) {
      const read = type === Boolean ? readBoolean : (converter as typeof readBoolean | undefined);
      const plain = Object.getOwnPropertyDescriptor(this.prototype, name);
      if (!read || !plain) continue;
      const accessor = {
        ...plain,
        set(this: OptionElement, value: unknown) {
          this.#early?.set(name, value);
          plain.set!.call(this, read(value));
        },
      };
      Object.defineProperty(this.prototype, name, accessor);
      if (typeof attribute !== 'string') continue;
      // Solid assigns `withoutreport`. What is in this map, Lit takes over when the element is defined later.
      const alias = aliasOf(attribute);
      attributeOfAlias.set(alias, attribute);
      this.elementProperties.set(alias, { attribute: false });
      Object.defineProperty(this.prototype, alias, accessor);
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) this.#early ??= new Map();
  }

  override attributeChangedCallback(name: string, before: string | null): void {
    const attribute = attributeOfAlias.get(name) ?? name;
    super.attributeChangedCallback(attribute, before, readAttribute(this, attribute));
  }

  // Lit keeps properties from before the definition until the first update, and assigns them over newer values.
  protected override performUpdate(): void {
    this.#newer = this.#early;
    this.#early = undefined;
    super.performUpdate();
  }

  protected override willUpdate(): void {
    for (const [name, value] of this.#newer ?? []) Reflect.set(this, name, value);
    this.#newer = undefined;
  }
}
