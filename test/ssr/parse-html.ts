/**
 * Puts HTML into a new element outside of the page, with the shadow roots that it declares: by the browser where it can,
 * else by hand.
 */
export function parseHtml(html: string): HTMLElement {
  const holder = document.createElement('div') as HTMLElement & {
    setHTMLUnsafe?: (html: string) => void;
  };
  if (holder.setHTMLUnsafe) {
    holder.setHTMLUnsafe(html);
    return holder;
  }
  holder.innerHTML = html;
  for (const template of holder.querySelectorAll('template')) {
    template.parentElement!.attachShadow({ mode: 'open' }).append(template.content);
    template.remove();
  }
  return holder;
}
