/** With more changes standing, such as an extension's animation, all are taken back. */
const MOST_CHANGES = 2000;

type Exchange = Pick<MutationRecord, 'target' | 'addedNodes' | 'removedNodes' | 'nextSibling'>;

/** A change by others that was taken back, with the nodes that it concerns. */
interface TakenBack {
  readonly record: MutationRecord;
  readonly nodes: readonly (Node | null)[];
  readonly makeAgain: () => void;
}

function exchange({ target, addedNodes, removedNodes, nextSibling }: Exchange): void {
  for (const node of removedNodes) if (node.parentNode === target) target.removeChild(node);
  const place = nextSibling?.parentNode === target ? nextSibling : null;
  for (const node of addedNodes) target.insertBefore(node, place);
}

/** Takes back one change. The nodes are as the change has left them, as later ones were taken back before. */
function takeBack(record: MutationRecord): TakenBack {
  const { target, addedNodes, removedNodes, nextSibling, oldValue } = record;
  if (record.type === 'characterData') {
    const text = target as CharacterData;
    const { data } = text;
    text.data = oldValue!;
    return { record, nodes: [text, text.parentNode], makeAgain: () => (text.data = data) };
  }
  exchange({ target, addedNodes: removedNodes, removedNodes: addedNodes, nextSibling });
  const nodes = [target, ...addedNodes, ...removedNodes];
  return { record, nodes, makeAgain: () => exchange(record) };
}

/** The changes that have nothing to do with what was drawn, directly or by way of another change. */
function keepUndrawn(
  changes: readonly TakenBack[],
  drawn: readonly MutationRecord[],
): readonly TakenBack[] {
  const touched = new Set<Node | null>();
  const touch = (nodes: TakenBack['nodes']) => nodes.forEach((node) => touched.add(node));
  const holdsTouched = (node: Node) => [...touched].some((inner) => node.contains(inner));
  for (const { type, target, addedNodes, removedNodes } of drawn)
    touch([
      target,
      type === 'childList' ? null : target.parentNode,
      ...addedNodes,
      ...removedNodes,
    ]);
  touched.delete(null);
  let still = changes;
  for (let count = -1; count !== still.length;) {
    count = still.length;
    still = still.filter(({ nodes, record: { target, removedNodes } }) => {
      const isTouched =
        nodes.some((node) => touched.has(node)) ||
        // A node that was only added may be a translation of any text below its parent.
        (removedNodes.length > 0 ? [...removedNodes] : [target]).some(holdsTouched);
      if (isTouched) touch(nodes);
      return !isTouched;
    });
  }
  return still;
}

/**
 * Lets Lit draw into nodes that others change. Page translators put `<font>` in the place of texts, other extensions merge
 * texts, or add and remove nodes; Lit would write into nodes that are no longer on screen. So their changes are taken
 * back before Lit draws, and made again where Lit has drawn nothing else, all in one task: a translation stays where it
 * is still right, and gives way to a newer text, which the translator sees as it sees any.
 */
export class ForeignChanges {
  #observer: MutationObserver | undefined;
  /** Changes by others since the root was drawn, oldest first. */
  #changes: MutationRecord[] = [];

  /** Draws into a root. Every change between two calls is one by others. */
  around(root: Node, draw: () => void): void {
    const observer = (this.#observer ??= new MutationObserver(this.#note));
    this.#note(observer.takeRecords());
    const changes = this.#changes.toReversed().map(takeBack).toReversed();
    observer.takeRecords();
    draw();
    const drawn = observer.takeRecords();
    const still = changes.length > MOST_CHANGES ? [] : keepUndrawn(changes, drawn);
    for (const { makeAgain } of still) makeAgain();
    this.#changes = still.map(({ record }) => record);
    observer.takeRecords();
    observer.observe(root, { childList: true, characterDataOldValue: true, subtree: true });
  }

  readonly #note = (records: readonly MutationRecord[]): void => {
    // An extension may restore its style sheet at once. What a live region says is set as a whole, and would be spoken again.
    const isLeft = ({ target, addedNodes, removedNodes }: MutationRecord): boolean =>
      [...addedNodes, ...removedNodes].some(({ nodeName }) => nodeName === 'STYLE') ||
      (target as Partial<Element>).ariaAtomic === 'true';
    this.#changes.push(...records.filter((record) => !isLeft(record)));
  };
}
