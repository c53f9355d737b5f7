// What the theme's own parts need to pass the accessibility audit. Another version of the theme that no longer has these
// lines stops the build, so that nothing is mended for ever.

/** By file: what stands there, and what takes its place. */
const MENDS = {
  'VPLocalSearchBox.vue': [
    // A button may hold no fields and links; what opens is a dialog.
    [
      `role="button"
      :aria-owns="results?.length ? 'localsearch-list' : undefined"
      aria-expanded="true"
      aria-haspopup="listbox"`,
      `role="dialog"
      aria-modal="true"`,
    ],
    // Nor may an option hold a link: the link is the option, and its name is what it shows.
    [
      `:id="'localsearch-item-' + index"
            :aria-selected="selectedIndex === index ? 'true' : 'false'"
            role="option"`,
      `role="none"`,
    ],
    [
      `:aria-label="[...p.titles, p.title].join(' > ')"`,
      `:id="'localsearch-item-' + index"
              :aria-selected="selectedIndex === index ? 'true' : 'false'"
              role="option"`,
    ],
    // What has no role has no name.
    [`<kbd :aria-label`, `<kbd role="img" :aria-label`],
  ],
  // A key is no part of the button's name, so site.css writes it.
  'VPNavBarSearchButton.vue': [
    [`<kbd class="DocSearch-Button-Key">K</kbd>`, `<kbd class="DocSearch-Button-Key"></kbd>`],
  ],
};

/** Rewrites these lines. A plugin of Vite. */
export const mendTheme = () => ({
  name: 'mend-theme',
  enforce: 'pre',
  transform(code, id) {
    const [, file] = /\/theme-default\/components\/(\w+\.vue)$/.exec(id) ?? [];
    if (!MENDS[file]) return undefined;
    let mended = code;
    for (const [from, to] of MENDS[file]) {
      if (!mended.includes(from))
        throw new Error(`${file} of the theme has changed: see docs/site/build/mend-theme.mjs`);
      mended = mended.replaceAll(from, to);
    }
    return { code: mended, map: null };
  },
});
